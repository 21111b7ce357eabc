"""The pages of a session on which one only looks: the whole board, read aloud, and who may see what."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from successbook.guides.session_guide import AS_A_TEAM
from successbook.guides.session_prompts import Prompt
from successbook.plan.dimensions import DIMENSIONS
from successbook.plan.kinds import NOTEBOOK
from successbook.plan.peek import day, words
from successbook.text import capital
from successbook.tui.dispatch import bindings_for
from successbook.tui.screens.session_body import SessionBody
from successbook.tui.screens.session_keys import LineKey, TextKey
from successbook.tui.screens.session_rows import answer_rows
from successbook.tui.whose import who_reads, whose
from successbook.tui.widgets.board import BoardView
from successbook.tui.widgets.rows import Cell, Row
from successbook.verdicts.board import ALSO, MARKS, Board
from successbook.verdicts.board_told import line_said, sector_said

__all__ = ["BoardBody", "SharingBody"]


class BoardBody(SessionBody):
    """The board, as large as there is room, and beside it everything in words, misses included."""

    def compose(self) -> ComposeResult:
        """The picture first."""
        *around, rows = super().compose()
        yield from around
        with Horizontal(classes="whole-board"):
            yield BoardView(self.board)
            yield rows

    def begin(self) -> None:
        """Nothing is asked."""
        self.query_one(BoardView).can_focus = False
        super().begin()

    @property
    def board(self) -> Board:
        """What was said in this session."""
        return self.walk.board()

    def refill(self) -> None:
        """The picture and the words."""
        self.query_one(BoardView).show(self.board)
        super().refill()

    def rows(self) -> list[Row]:
        """The board in words: every line, by dimension and facet; then the facets without one."""
        board = self.board
        rows = [
            Row(TextKey("before"), (Cell(f"● {board.before}", "strong", wrap=True),), selectable=False)
            for _ in range(bool(board.before))
        ]
        for dimension in DIMENSIONS:
            title = capital(dimension)
            sectors = board.of(dimension)
            rows.append(Row(TextKey(title), (Cell(title, "heading"),), selectable=False))
            for sector in sectors:
                for line in sector.lines:
                    said = line_said(line, also=sector.name != ALSO)
                    cells = (
                        Cell(line.title, wrap=True),
                        Cell(f"  {sector_said(sector)}, {said}", "muted", wrap=True),
                    )
                    marker = f"{MARKS[line.standing]} "
                    key = LineKey(line.at) if not line.also else TextKey(f"{sector.name} {line.at}")
                    rows.append(Row(key, (cells,), indent=0, marker=marker, selectable=not line.also))
            quiet = [sector.name for sector in sectors if not sector.lines and sector.name != ALSO]
            if quiet:
                rows.append(
                    Row(
                        TextKey(f"quiet {dimension}"),
                        (Cell(f"not visited: {', '.join(quiet)}", "muted", wrap=True),),
                        selectable=False,
                    )
                )
        return rows

    @on(BoardView.Named)
    def _named(self, event: BoardView.Named) -> None:
        event.stop()

    def take_label(self) -> str:
        """Enter goes on."""
        return ""


class SharingBody(SessionBody):
    """Who may see what: nobody, unless something is picked."""

    SCOPE = "session-sharing"
    BINDINGS = bindings_for("session-sharing")

    def do_pick_lines(self) -> None:
        """The key p."""
        from successbook.sharing.takeaway import OfSession
        from successbook.tui.screens.takeaway import TakeawayScreen

        facets = self.walk.guide.facets_by_dimension()
        picking = OfSession(self.walk.tree, self.walk.session, self.walk.now, facets)
        self.app.push_screen(TakeawayScreen(self.workbook, picking))

    def rows(self) -> list[Row]:
        """What is kept, and where."""
        texts = [
            self._kept(),
            "p picks line by line what others may see; money and recognition are never picked for you.",
        ]
        following = day(self.walk.tree.table(NOTEBOOK), "next")
        if following is not None and following > self.walk.now.date:  # not the day of the one that is held
            texts.append(f"The next session is {self.walk.now.relative(following)}.")
        rows = [Row(TextKey(text), (Cell(text, wrap=True),), selectable=False) for text in texts]
        blank = Row(TextKey("blank"), (Cell(""),), selectable=False)
        session = self.walk.session
        worth = Prompt("worthwhile", "It would be worthwhile", "words", session.child("worthwhile"))
        return [*rows, blank, *answer_rows(self.walk, [worth])]

    def _kept(self) -> str:
        """Where it is kept, and who can read it there."""
        if repository := who_reads(self, self.workbook):
            return (
                f"This notebook lies in the repository {repository}: whoever reads that can read it. "
                "Nothing else goes out."
            )
        own, team = whose(self.workbook), words(self.walk.table, "together") == AS_A_TEAM
        if team and own == "your notebook":
            return (
                "What the team said is kept on this computer, in your own notebook. "
                "The team has of it what you pick; N on the shelf begins a notebook of the team's."
            )
        return f"Nobody {'else ' if team else ''}sees any of this. It is kept on this computer, in {own}."

    def take_label(self) -> str:
        """Enter ends the session."""
        return ""
