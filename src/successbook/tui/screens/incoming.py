"""Taking sheets back: what a file would bring, row by row, before it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen

from successbook.sharing.columns import Sort
from successbook.sharing.importing import Given, How, UnknownColumns, incoming
from successbook.sharing.incoming import File, Incoming, Line, Status
from successbook.sharing.results_in import Meant
from successbook.sharing.values import Reading
from successbook.text import capital
from successbook.tree import Change
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.shelf import Shelf
    from successbook.workbook import Workbook

__all__ = ["IncomingScreen"]

_COLUMNS = (
    Column(at_most=9, hide_below=50, firm=True),
    Column(grow=True, at_least=24),
    Column(grow=True, at_least=24),
)
_GROUPS: tuple[tuple[Status, str, str], ...] = (
    ("error", "Not taken", "bad"),
    ("changed", "Changed", "careful"),
    ("new", "New", "good"),
)
_IN_THE_APP = {
    ", or --add-missing": ", or a adds it",
    "say --dates day-first or --dates month-first": "write it as 2026-09-30",
    "name the round, with --round for all rows": "add a column with the round",
    "name the tester, with --tester for all rows": "add a column with the tester",
}
"""What one does here instead of what one says on the command line."""
_SORTS: tuple[Sort, ...] = ("cases", "results")


class IncomingScreen(Acts, ModalScreen[None]):
    """Shows what files would bring; Enter takes it over as one change.

    Args:
        workbook: the open plan.
        shelf: what is remembered of columns and words.
        given: the files.
        release: the id of the release, where a file does not say.
        round_: the id of the round, where a file does not say; may be empty.

    """

    SCOPE = "incoming"
    BINDINGS = bindings_for("incoming")

    def __init__(
        self, workbook: Workbook, shelf: Shelf, given: Sequence[Given], release: str, round_: str
    ) -> None:
        super().__init__(classes="over")
        self._workbook, self._shelf, self._given = workbook, shelf, given
        self._meant = Meant(release=release, round=round_)
        self._found = Incoming((), (), Change("", ()))
        self._unknown: UnknownColumns | None = None
        self._panel = Panel(RowList(columns=_COLUMNS), question=self._question(), classes="over--panel")

    def read(self) -> None:
        """See what the files would bring; before the screen is shown, and in any thread.

        Raises:
            NotReadable: a file is no table.
        """
        settings = self._shelf.settings
        by_hand: dict[Sort, dict[str, str]] = {sort: settings.columns(sort) for sort in _SORTS}
        how = How("uat", by_hand, Reading(settings.columns("words")), self._meant)
        self._unknown = None
        try:
            self._found = incoming(self._workbook.draft(), self._given, how)
        except UnknownColumns as error:
            self._unknown = error
            file = File(self._given[0].name, error.columns)
            self._found = Incoming((file,), (), Change("", ()))

    def _question(self) -> str:
        name = self._given[0].name.rpartition("/")[2]
        return f"What comes back from {name if len(self._given) == 1 else f'{len(self._given)} files'}?"

    def compose(self) -> ComposeResult:
        """One panel with one list."""
        yield self._panel
        yield KeyLine()

    def on_mount(self) -> None:
        """List what would come."""
        self._fill()
        self.query_one(RowList).focus()

    def _fill(self) -> None:
        rows = [*_rows(self._found)]
        if self._unknown is not None:
            said = f"{capital(self._unknown.what)}. c says what they are."
            rows = [Row("unknown", (Cell(said, "careful", wrap=True),), selectable=False)]
        listed = self.query_one(RowList)
        keys = [row.key for row in rows if row.selectable]
        listed.show(rows, cursor=listed.cursor_key if listed.cursor_key in keys else next(iter(keys), None))

    @property
    def _missing(self) -> bool:
        """Whether rows wait for a tester or a round that the plan does not have."""
        return any("--add-missing" in line.says for line in self._found.lines)

    def why_not(self, action_id: str) -> str | None:
        """There must be something to take, and something missing to add."""
        if action_id == "take-over" and not self._found.change:
            return "Nothing in it is new"
        if action_id == "add-missing" and not self._missing:
            return "No tester or round is missing"
        if action_id == "map-word" and (self._line is None or not self._line.word):
            return "It is for a word that is not known, in a line that is not taken"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """How much Enter takes over."""
        if each.id == "take-over" and self._found.change:
            count = self._found.count("new") + self._found.count("changed")
            return f"take over {count}"
        return super().label_of(each)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter on any line takes everything over."""
        event.stop()
        self.app.call_later(self.action_run, "take-over")

    def do_take_over(self) -> None:
        """Take everything over, as one change."""
        self._workbook.do(self._found.change)
        say(self, f"Taken over: {self._found.told}. u takes it back")
        self.dismiss()

    def do_add_missing(self) -> None:
        """Add the testers and rounds that the files name, and look again."""
        self._meant = Meant(self._meant.release, self._meant.round, self._meant.tester, add_missing=True)
        self._again()

    @property
    def _line(self) -> Line | None:
        """The line under the cursor."""
        match self.query_one(RowList).cursor_key:
            case (str() as status, int() as number):
                return [line for line in self._found.lines if line.status == status][number]
        return None

    def _again(self, _: object = None) -> None:
        """Read the files once more, with what was said meanwhile."""
        self.attempt(self.read)
        self._fill()
        self.query_one(KeyLine).look_again()

    def do_map_columns(self) -> None:
        """Say what the columns of the first file are, or of the one in which something is not taken."""
        from successbook.sharing.tables import read_table
        from successbook.tui.screens.columns import ColumnsScreen

        name = self._line.file if self._line is not None else self._unknown_file
        at = next((number for number, file in enumerate(self._found.files) if file.name == name), 0)
        columns = self._found.files[at].columns
        given = next((each for each in self._given if each.name == name), self._given[0])
        examples: dict[int, str] = {}
        for row in read_table(given.text, given.name).rows:
            for place, text in row.cells.items():
                examples.setdefault(place, text)
        self.app.push_screen(ColumnsScreen(self._shelf, columns, examples), self._again)

    @property
    def _unknown_file(self) -> str:
        """The file whose columns are not known, else the first."""
        return str(self._unknown.path) if self._unknown is not None else self._given[0].name

    def do_map_word(self) -> None:
        """Ask what the word of the line under the cursor means, and keep the answer."""
        line = self._line
        if line is None or not line.word:
            return

        def keep(ours: str | None) -> None:
            """Remember it for every file with such a word, and read again."""
            if ours:
                self.attempt(lambda: self._shelf.settings.keep_columns("words", {line.word.casefold(): ours}))
                self._again()

        options = [Option(each, each) for each in line.choices]
        self.app.push_screen(ChooseScreen(f'What does "{line.word}" mean?', options), keep)

    def do_close(self) -> None:
        """Leave everything as it is."""
        self.dismiss()


def _rows(found: Incoming) -> Iterator[Row]:
    """What there is to look at first, then the rows by what comes of them."""
    yield Row("told", (Cell(capital(found.told), "strong"),), selectable=False)
    for number, file in enumerate(found.files):
        for remark in filter(None, (file.remark, _unused(file.columns.unused))):
            text = f"{file.name}: {remark}" if len(found.files) > 1 else capital(remark)
            yield Row(("remark", number, remark), (Cell(text, "careful", wrap=True),), selectable=False)
    several = len(found.files) > 1
    for status, words, role in _GROUPS:
        lines = [line for line in found.lines if line.status == status]
        if lines:
            yield Row(("blank", status), (Cell(""),), selectable=False)
            yield Row(("head", status), (Cell(f"{words}: {len(lines)}", "heading"),), selectable=False)
        for number, line in enumerate(lines):
            yield _row(line, (status, number), role, several=several)


def _row(line: Line, key: tuple[str, int], role: str, *, several: bool) -> Row:
    where = f"row {line.row}"
    what = f"{line.file}, {line.what}" if several and line.status == "error" else line.what
    says = reduce(lambda text, pair: text.replace(*pair), _IN_THE_APP.items(), line.says)
    return Row(key, (Cell(where, "muted"), Cell(what, wrap=True), Cell(says, role, wrap=True)))


def _unused(headings: Sequence[str]) -> str:
    return f"nothing is taken from {', '.join(headings)}" if headings else ""
