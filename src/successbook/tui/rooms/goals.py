"""2 Goals: the goal hierarchy, from the mission to the metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult

from successbook.errors import Refused
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.peek import people
from successbook.plan.titles import title_of
from successbook.text import capital, counted
from successbook.tree import Address, Tree
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.asking import Asks
from successbook.tui.rooms.filtering import FilterLine, narrowed
from successbook.tui.rooms.goals_rows import GOALS_COLUMNS, goals_rows
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.outline_rows import Folds, OutlineKey
from successbook.tui.rooms.record import RecordPane
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Row

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["GoalsRoom"]

_KINDS = ("mission", "problem", "goal", "key_action", "initiative", "metric", "insight")
_NOTHING = Row(
    OutlineKey(None, heading="nothing"),
    (Cell("\nNo line has these words. Esc shows all again.", "muted", wrap=True),),
    selectable=False,
)
"""What stands in the outline when a filter leaves nothing of it."""


class GoalsRoom(Asks, OutlineRoom):
    """The goal hierarchy."""

    SCOPE = "goals"
    NAME = "goals"
    BINDINGS = bindings_for("goals")
    QUESTION = "What are we after, and why?"
    FILE = "plan.toml"
    EMPTY = "What does your company exist for?\n\ni asks ten questions, one page each; a adds a mission."
    COLUMNS = GOALS_COLUMNS

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._filter = FilterLine()
        self._whole: tuple[Tree, list[Row]] | None = None  # unfolded, so that a letter more costs little

    def compose(self) -> ComposeResult:
        """Two panes, and over the outline a line that narrows it down."""
        yield Panel(self._filter, self._outline, question=self.QUESTION, classes="first")
        yield self._pane

    @on(RecordPane.Made)
    def _metric_made(self, event: RecordPane.Made) -> None:
        """A number without a beginning and an end says nothing: a new metric is asked for both, at once."""
        place = locate(event.record)
        if place is not None and place.kind.name == "metric" and not event.going_on:
            self.call_later(self.do_missing)

    def rows(self) -> list[Row]:
        """The hierarchy, what hangs nowhere yet, and the evidence; what a filter leaves of it."""
        tree, now = self.workbook.tree, self.workbook.now
        if not self._filter.words:
            return goals_rows(tree, now, self._folds)
        if self._whole is None or self._whole[0] is not tree:
            self._whole = (tree, goals_rows(tree, now, Folds()))
        rows, _ = narrowed(self._whole[1], self._filter.words, self._owners)
        return rows or [_NOTHING]

    def _owners(self, row: Row) -> str:
        at = row.key.record if isinstance(row.key, OutlineKey) else None
        return " ".join(people(self.workbook.tree.table(at), "owners")) if at is not None else ""

    def _refilter(self) -> None:
        """Show what the filter leaves, and say how much that is."""
        self._outline.show(self.rows())
        panel = self.query_one(".first", Panel)
        count = sum(row.selectable for row in self._outline.rows)
        lines = counted(count, "line")
        panel.ask(self.QUESTION, f'{lines} for "{self._filter.said}"' if self._filter.words else "")

    @on(FilterLine.Changed)
    def _filtered(self, event: FilterLine.Changed) -> None:
        event.stop()
        self._refilter()
        _, first = narrowed(self._outline.rows, self._filter.words, self._owners)
        if first is not None and self._filter.words:
            self._outline.select(first.key)

    @on(FilterLine.Left)
    def _left_filter(self, event: FilterLine.Left) -> None:
        event.stop()
        self._refilter()
        self._outline.focus()

    @on(FilterLine.Beyond)
    def _beyond_filter(self, event: FilterLine.Beyond) -> None:
        event.stop()
        self._refilter()
        self._outline.focus()
        self._plan_screen.find(titles_only=False)

    def do_filter(self) -> None:
        """Write what the lines shall hold."""
        self._turn(record=False)
        self._filter.open()

    def do_show_all(self) -> None:
        """Show all lines again."""
        self._filter.clear()
        self._refilter()

    def _reveal(self, record: Address) -> bool:
        """A record of the hierarchy is hidden by what it hangs under."""
        if self._listed(record):
            return True
        if self._filter.words:
            self.do_show_all()  # it is there, but for the filter
        chain = Hierarchy.of(self.workbook.tree).chain(record)
        for each in chain[:-1]:
            self._folds = self._folds.unfold(each)
        self._outline.show(self.rows())
        return self._listed(record)

    def why_not(self, action_id: str) -> str | None:
        """Insights and the plan itself hang nowhere, so they cannot be indented."""
        reason = super().why_not(action_id)
        place = locate(self.record) if self.record is not None else None
        if reason:
            return reason
        if action_id == "show-all" and not self._filter.words:
            return "All lines are shown"
        if action_id == "hang" and (place is None or not place.kind.under):
            return "Put the cursor on what hangs under something"
        if action_id in ("indent", "outdent") and place is not None and not place.kind.under:
            return f"{capital(place.kind.a)} hangs under nothing"
        return None

    async def action_run(self, action_id: str) -> None:
        """Carry out an action. Esc where nothing is hidden is no question, so it has no answer."""
        if action_id != "show-all" or self._filter.words:
            await super().action_run(action_id)

    def kinds_below(self, kind: Kind) -> list[Kind]:
        """What may hang under a record, and its parts."""
        return [*(each for each in KINDS.values() if kind.name in each.under), *super().kinds_below(kind)]

    @property
    def evidence_pane(self) -> RecordPane:
        """At the right."""
        self._turn(record=True)
        return self._pane

    def do_add(self) -> None:
        """Add a record beside the one under the cursor."""
        place = locate(self.record) if self.record is not None else None
        if place is None or place.kind.name == "plan" or not self.add_beside():
            self.choose_kind("What would you like to add?", [KINDS[name] for name in _KINDS])

    def do_add_below(self) -> None:
        """Add a record that serves the one under the cursor, or is a part of it."""
        place = locate(self.record) if self.record is not None else None
        if place is not None:
            kinds = self.kinds_below(place.kind)
            verb = "hangs under" if any(kind.under for kind in kinds) else "belongs to"
            question = f'What {verb} "{title_of(self.workbook.tree, place.record)}"?'
            self.choose_kind(question, kinds, inside=place.record, under=place.record)

    def do_hang(self) -> None:
        """Choose what the record hangs under."""
        from successbook.tui.screens.hanging import HangScreen

        if self.record is not None:
            self._plan_screen.show_view(HangScreen(self.workbook, self.record))

    def do_indent(self) -> None:
        """Hang the record under the nearest one above it that can carry it."""
        key = self.key
        place = locate(key.record) if key.record else None
        if place is None:
            return
        for each in self._above(key):
            other = locate(each)
            if other is not None and other.kind.name in place.kind.under and each != key.parent:
                self._hang(place.record, each, key.parent)
                return
        names = " or ".join(KINDS[name].label for name in place.kind.under)
        raise Refused(f"there is no {names} above it to hang under")

    def _above(self, key: OutlineKey) -> list[Address]:
        """The records above in the outline, the nearest first, without those that hang below it."""
        hierarchy = Hierarchy.of(self.workbook.tree)
        keys = self._keys()
        return [
            each.record
            for each in reversed(keys[: keys.index(key)])
            if each.record is not None
            and key.record is not None
            and not hierarchy.would_circle(key.record, each.record)
        ]

    def do_outdent(self) -> None:
        """Hang the record one level higher."""
        key = self.key
        place = locate(key.record) if key.record else None
        if place is None or key.parent is None:
            raise Refused("it hangs at the top already")
        chain = Hierarchy.of(self.workbook.tree).chain(key.parent)[:-1]
        for each in reversed(chain):
            other = locate(each)
            if other is not None and other.kind.name in place.kind.under:
                self._hang(place.record, each, key.parent)
                return
        raise Refused(f"nothing above can carry {place.kind.a}")

    def _hang(self, record: Address, parent: Address, instead_of: Address | None) -> None:
        draft = self.workbook.draft()
        draft.hang(record, parent, instead_of=instead_of)
        tree = draft.tree
        self.workbook.do(draft.change(f'Hang "{title_of(tree, record)}" under "{title_of(tree, parent)}"'))
        say(self, f'Now under "{title_of(tree, parent)}"; u takes it back')
        self.show(record)
