"""Who has heard what: stakeholders by steps, what lies between expected and told, telling many at once."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container

from successbook.errors import Refused
from successbook.plan.kinds import locate
from successbook.text import counted
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.grid_rows import (
    grid_columns,
    grid_heads,
    grid_rows,
    person_rows,
    shown_steps,
)
from successbook.tui.screens.grid_telling import TellsPeople
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.painting import GUTTER
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Column, RowList
from successbook.verdicts.stakeholder_grid import Grid, grid_lines, grid_of, release_for

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["GridScreen", "MarkList"]

_BESIDE = 130
_AROUND = 6
"""Lines around the names: a border, three headings, the keys."""
_ABOUT = range(7, 14)
"""Lines for what is said about one of them."""
_EMPTY = (
    "Who must not be surprised, and what do they expect?\n\n"
    "Nobody is named yet: 3 is where stakeholders are, a adds one."
)


class MarkList(RowList):
    """A list in which Space marks the line under the cursor."""

    SCOPE = "marking"
    BINDINGS = bindings_for("marking")

    class Ticked(RowList.Chosen):
        """Space on a row."""

    def do_mark(self) -> None:
        """Mark the line, or no longer, and go on to the next."""
        row = self.cursor_row
        if row is not None:
            self.post_message(self.Ticked(self, row))
            self.do_down()


class GridScreen(TellsPeople):
    """Shows the stakeholders of a release; its result is where to go, None when it was closed.

    Args:
        workbook: the open plan.
        record: a stakeholder to begin at, or a release.
        place: release, step and stakeholder to begin at, as `again` gives them on.
    """

    SCOPE = "grid"
    BINDINGS = bindings_for("grid")

    def __init__(self, workbook: Workbook, record: Address, place: Hashable = None) -> None:
        super().__init__(workbook)
        tree, now = workbook.tree, workbook.now
        found = locate(record)
        person = found is not None and found.kind.name == "stakeholder"
        self._record = record
        self._first: Address | None = record if person else None
        self._release = release_for(tree, record, now) if person else record
        self._step = -1
        match place:
            case (release, int(step), who):
                self._release = release if isinstance(release, Address) else None
                self._step, self._first = step, who if isinstance(who, Address) else None
        self._heads = RowList(mark_away=False, classes="heads")
        self._heads.can_focus = False
        self._people = MarkList(columns=(Column(grow=True),), empty=_EMPTY)
        self._people.follow = self._follow
        self._about = RowList(columns=(Column(at_least=8, at_most=8), Column(grow=True)), mark_away=False)
        self._about.can_focus = False
        self._grid = Grid(None, "", (), ())

    def compose(self) -> ComposeResult:
        """The grid, and what is said about one of them."""
        with Container(classes="two grid"):
            yield Panel(self._heads, self._people, classes="first")
            yield Panel(self._about, question="What lies between?", classes="second")
        yield KeyLine()

    def on_resize(self, event: events.Resize) -> None:
        """Below 130 columns the panels stand on each other; as many steps are shown as fit."""
        self.set_class(event.size.width < _BESIDE, "-stacked")
        self._share(event.size.height)
        self.call_after_refresh(self.fill)

    def _share(self, height: int) -> None:
        """Where the panels stand on each other, what is said about one gets the lines the names leave."""
        left = height - len(self._grid.rows) - _AROUND
        lines = min(max(left, _ABOUT.start), _ABOUT.stop)
        self.query_one(".second", Panel).styles.height = lines if self.has_class("-stacked") else None

    def on_mount(self) -> None:
        """Begin at the stakeholder one came from."""
        super().on_mount()
        self._people.focus()
        if self._first is not None:
            self._people.select(self._first)
            self._follow()

    def fill(self) -> None:
        """The grid as it is now."""
        tree, now = self.workbook.tree, self.workbook.now
        self._grid = grid_of(tree, self._release, now)
        count = len(self._grid.steps)
        if self._step < 0 or self._step >= count:
            self._step = self._grid.present(now)
        self._marked &= {row.at for row in self._grid.rows}
        self._share(self.size.height)
        self._show()

    def _show(self) -> None:
        grid, now = self._grid, self.workbook.now
        width = self._people.size.width - GUTTER - self._people.scrollbar_size_vertical
        steps = shown_steps(grid, self._step, width)
        marked = f"{counted(len(self._marked), 'person', 'people')} marked" if self._marked else ""
        where = f"steps {steps.start + 1} to {steps.stop} of {len(grid.steps)}" if grid.steps else ""
        question = f"Who has heard what?   {grid.title}"
        self.query_one(".first", Panel).ask(question, aside=marked or where)
        columns = grid_columns(steps)
        self._heads.show(list(grid_heads(grid, self._step, steps, now)), columns=columns)
        self._people.show(list(grid_rows(grid, self._marked, steps, now)), columns=columns)
        self._follow()

    def _follow(self) -> None:
        who = self._who
        row = next((row for row in self._grid.rows if row.at == who), None)
        title = row.name if row is not None else ""
        self.query_one(".second", Panel).ask(f"What lies between?   {title}".rstrip())
        self._about.show(
            list(person_rows(self.workbook.tree, self._grid, row, self._step, self.workbook.now))
        )

    @property
    def _who(self) -> Address | None:
        key = self._people.cursor_key
        return key if isinstance(key, Address) else None

    @property
    def _meant(self) -> list[Address]:
        """Those who are marked, in the order of the grid; without marks the one under the cursor."""
        if self._marked:
            return [row.at for row in self._grid.rows if row.at in self._marked]
        return [self._who] if self._who is not None else []

    def again(self) -> GridScreen:
        """The same grid, at the same step and stakeholder."""
        return GridScreen(self.workbook, self._record, (self._release, self._step, self._who))

    def why_not(self, action_id: str) -> str | None:
        """What needs people or steps says so."""
        if action_id in ("tell", "agreed", "mark-all") and not self._grid.rows:
            return "Nobody is named yet; 3 is where stakeholders are, a adds one"
        if action_id in ("step-left", "step-right") and len(self._grid.steps) < 2:
            return "There is no other step"
        if action_id == "other-release" and len(self._releases) < 2:
            return "There is no other release"
        return super().why_not(action_id)

    @on(MarkList.Ticked)
    def _ticked(self, event: MarkList.Ticked) -> None:
        event.stop()
        if isinstance(event.row.key, Address):
            self._marked ^= {event.row.key}
            self._show()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if not isinstance(event, MarkList.Ticked):
            self.do_go_there()

    def do_go_there(self) -> None:
        """Go to what was told at this step, else to the stakeholder."""
        row = next((row for row in self._grid.rows if row.at == self._who), None)
        if row is not None:
            update = row.cells[self._step].update if row.cells else None
            self.dismiss(update or row.at)

    def do_mark_all(self) -> None:
        """Mark everybody who has not left, or nobody."""
        there = frozenset(row.at for row in self._grid.rows if not row.left)
        self._marked = frozenset() if self._marked >= there else there
        self._show()

    def do_step_left(self) -> None:
        """The step before."""
        self._turn(-1)

    def do_step_right(self) -> None:
        """The next step."""
        self._turn(1)

    def _turn(self, by: int) -> None:
        to = self._step + by
        if not 0 <= to < len(self._grid.steps):
            raise Refused(f"this is the {'first' if by < 0 else 'last'} step")
        self._step = to
        self._show()

    def do_other_release(self) -> None:
        """The stakeholders of the next release."""
        found = self._releases
        at = found.index(self._release) + 1 if self._release in found else 0
        self._release, self._step, self._marked = found[at % len(found)], -1, frozenset()
        self.fill()

    def do_copy(self) -> None:
        """Copy the grid as Markdown."""
        from successbook.sharing.told import told_markdown

        if self._release is None:
            raise Refused("there is no release to which this belongs")
        lines = [f"Who has heard what: {self._grid.title}"]
        lines += grid_lines(self.workbook.tree, self._release, self.workbook.now)
        self.app.copy_to_clipboard(told_markdown(lines))
        say(self, "Copied the grid as Markdown")
