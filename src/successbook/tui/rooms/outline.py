"""2 Goals and 3 Release: the outline at the left, the record under its cursor at the right.

In a narrow terminal the two are pages; Enter turns to the record, Esc back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from successbook.errors import Refused
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, Kind, Place, locate
from successbook.plan.titles import title_of
from successbook.tree import Address, Change
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.rooms.outline_rows import GOALS_COLUMNS, OutlineKey, goals_rows, release_rows
from successbook.tui.rooms.record import RecordPane
from successbook.tui.rooms.room import Room
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["GoalsRoom", "OutlineRoom", "ReleaseRoom"]



class OutlineRoom(Room):
    """An outline and a record pane."""

    QUESTION: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    KINDS_HERE: ClassVar[tuple[str, ...]] = ()

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._folded: frozenset[Address] = frozenset()
        self._outline = RowList(columns=GOALS_COLUMNS, empty=self.EMPTY, classes="outline")
        self._pane = RecordPane(workbook)

    def rows(self) -> list[Row]:
        """The outline's rows."""
        return []

    def compose(self) -> ComposeResult:
        """Two panes."""
        with Container(classes="panes"):
            yield Panel(self._outline, question=self.QUESTION, classes="first")
            yield self._pane

    # What is shown

    def refill(self, change: Change | None = None) -> None:
        """The outline and the record as they are now."""
        del change
        self._outline.show(self.rows())
        self._look()

    def enter(self) -> None:
        """The outline."""
        self._turn(record=False)
        self._outline.focus()

    def show(self, at: Address) -> bool:
        """Bring a record under the cursor, and a field of it too; what hides it is unfolded."""
        place = locate(at)
        top = _top(at)
        if place is None or top is None or top.kind.name not in self.KINDS_HERE:
            return False
        self._unfold_to(top.record)
        found = next((row.key for row in self._outline.rows if _record(row) == top.record), None)
        if found is None or not self._outline.select(found):
            return False
        self._look()
        inner = place.record != top.record or bool(place.field)
        if inner:
            self._pane.look_at(place.record, field=place.field[0] if place.field else "", home=top.record)
            self._turn(record=True)
            self._pane.focus_list()
        else:
            self._turn(record=False)
            self._outline.focus()
        return True

    def _unfold_to(self, record: Address) -> None:
        chain = Hierarchy.of(self.workbook.tree).chain(record)
        if self._folded & set(chain[:-1]):
            self._folded -= set(chain[:-1])
        self._outline.show(self.rows())

    @property
    def record(self) -> Address | None:
        """The record under the outline's cursor."""
        row = self._outline.cursor_row
        return _record(row) if row else None

    def _look(self) -> None:
        self._pane.look_at(self.record)

    def _turn(self, *, record: bool) -> None:
        """In a narrow terminal, turn the page."""
        self.query_one(".panes").set_class(record, "-second")

    @on(RowList.Moved, ".outline")
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if not self._pane.writing and self._pane.home != self.record:
            self._look()
        self.screen.query_one(KeyLine).refresh()

    @on(RowList.Chosen, ".outline")
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.do_write()

    @on(RowList.Marked, ".outline")
    def _marked(self, event: RowList.Marked) -> None:
        event.stop()
        self._fold(_record(event.row))

    @on(RecordPane.Left)
    def _left(self, event: RecordPane.Left) -> None:
        event.stop()
        self._turn(record=False)
        self._outline.focus()
        self._look()

    @on(RecordPane.Made)
    def _made(self, event: RecordPane.Made) -> None:
        event.stop()
        self.show(event.record)

    # What can be done

    def why_not(self, action_id: str) -> str | None:
        """What needs a record under the cursor says so."""
        needy = ("write", "delete", "move-down", "move-up", "indent", "outdent", "to-record", "add-below")
        if action_id in needy and self.record is None:
            return "There is no record here yet; a adds one"
        return None

    def do_write(self) -> None:
        """Go to the record, ready to write."""
        self._turn(record=True)
        self._pane.focus_list()

    def do_to_record(self) -> None:
        """Go to the record."""
        self.do_write()

    def do_delete(self) -> None:
        """Delete the record under the cursor."""
        if self.record is not None:
            self._pane.delete(self.record)

    def begin(self, kind: Kind, *, under: Address | None = None, after: Address | None = None) -> None:
        """Begin a new record: it comes to be when its first field is left."""
        self._turn(record=True)
        self._pane.begin(kind, under=under, after=after)

    def do_fold(self) -> None:
        """Fold what hangs below; if there is nothing, go to the parent."""
        row = self._outline.cursor_row
        if row is None or not isinstance(row.key, OutlineKey):
            return
        if row.marker.startswith("▾"):
            self._fold(row.key.record)
        elif row.key.parent is not None:
            parent = row.key.parent
            self._outline.select(
                next((each.key for each in self._outline.rows if _record(each) == parent), row.key)
            )

    def do_unfold(self) -> None:
        """Unfold what hangs below; if it is unfolded, go into it."""
        row = self._outline.cursor_row
        if row is None or not isinstance(row.key, OutlineKey):
            return
        if row.marker.startswith("▸"):
            self._fold(row.key.record)
        elif row.marker.startswith("▾"):
            self._outline.do_down()

    def _fold(self, record: Address | None) -> None:
        if record is not None:
            self._folded = self._folded ^ {record}
            self._outline.show(self.rows())


class GoalsRoom(OutlineRoom):
    """The goal hierarchy."""

    SCOPE = "goals"
    NAME = "goals"
    BINDINGS = bindings_for("goals")
    QUESTION = "What are we after, and why?"
    EMPTY = "What does your company exist for?\n\ni asks ten questions, one page each; a adds a mission."
    KINDS_HERE = ("plan", "mission", "problem", "goal", "key_action", "initiative", "metric", "insight")

    def rows(self) -> list[Row]:
        """The hierarchy, what hangs nowhere yet, and the evidence."""
        return goals_rows(self.workbook.tree, self.workbook.now, self._folded)

    def _key(self) -> OutlineKey:
        row = self._outline.cursor_row
        return row.key if row is not None and isinstance(row.key, OutlineKey) else OutlineKey(None)

    def why_not(self, action_id: str) -> str | None:
        """Insights and the plan itself hang nowhere, so they cannot be indented."""
        reason = super().why_not(action_id)
        place = locate(self.record) if self.record is not None else None
        if reason or place is None:
            return reason
        if action_id in ("indent", "outdent") and not place.kind.under:
            return f"A {place.kind.label} hangs under nothing"
        if action_id in ("move-up", "move-down", "delete") and place.kind.name == "plan":
            return "This line is the plan itself"
        if action_id == "add-below" and not _kinds_below(place.kind):
            return f"Nothing hangs under a {place.kind.label}"
        if action_id == "reading" and place.kind.name != "metric":
            return "Readings belong to a metric; put the cursor on one"
        return None

    async def do_add(self) -> None:
        """Add a record beside the one under the cursor."""
        key = self._key()
        place = locate(key.record) if key.record is not None else None
        if place is None or place.kind.name == "plan":
            self._choose(
                "What would you like to add?", tuple(KINDS[name] for name in self.KINDS_HERE[1:]), None
            )
        else:
            self.begin(place.kind, under=key.parent, after=key.record)

    def do_add_below(self) -> None:
        """Add a record that serves the one under the cursor."""
        place = locate(self.record) if self.record is not None else None
        if place is None:
            return
        kinds = _kinds_below(place.kind)
        if len(kinds) == 1:
            self.begin(kinds[0], under=place.record)
        else:
            self._choose(
                f'What hangs under "{title_of(self.workbook.tree, place.record)}"?', kinds, place.record
            )

    def _choose(self, question: str, kinds: tuple[Kind, ...], under: Address | None) -> None:
        from successbook.tui.screens.choose import ChooseScreen, Option

        def chosen(name: str | None) -> None:
            if name is not None:
                self.begin(KINDS[name], under=under)

        options = [Option(kind.name, kind.label, kind.record().__doc__ or "") for kind in kinds]
        self.app.push_screen(ChooseScreen(question, options), chosen)

    def do_move_down(self) -> None:
        """Behind the next of its kind."""
        self._move(1)

    def do_move_up(self) -> None:
        """Before the one above of its kind."""
        self._move(-1)

    def _move(self, direction: int) -> None:
        key = self._key()
        if key.record is None:
            return
        siblings = self._siblings(key)
        at = siblings.index(key.record) + direction
        if not 0 <= at < len(siblings):
            raise Refused(
                "it is the last of its kind here" if direction > 0 else "it is the first of its kind here"
            )
        draft = self.workbook.draft()
        if direction > 0:
            draft.reorder(key.record, siblings[at])
        else:
            holder = draft.tree.table(key.record.parent)
            before = holder.before(siblings[at].key)
            draft.reorder(key.record, key.record.parent.child(before) if before is not None else None)
        self.workbook.do(draft.change(f'Move "{title_of(draft.tree, key.record)}"'))

    def _siblings(self, key: OutlineKey) -> list[Address]:
        place = locate(key.record) if key.record else None
        found = [each.key for each in self._outline.rows if isinstance(each.key, OutlineKey)]
        return [
            each.record
            for each in found
            if each.record is not None
            and each.parent == key.parent
            and (other := locate(each.record)) is not None
            and place is not None
            and other.kind is place.kind
        ]

    def do_indent(self) -> None:
        """Hang the record under the nearest one above it that can carry it."""
        key = self._key()
        place = locate(key.record) if key.record else None
        if place is None:
            return
        above = self._above(key)
        for each in above:
            other = locate(each)
            if other is not None and other.kind.name in place.kind.under and each != key.parent:
                self._hang(place.record, each, key.parent)
                return
        names = " or ".join(KINDS[name].label for name in place.kind.under)
        raise Refused(f"there is no {names} above it to hang under")

    def _above(self, key: OutlineKey) -> list[Address]:
        """The records above in the outline, the nearest first, without those that hang below it."""
        below = Hierarchy.of(self.workbook.tree)
        rows = [each.key for each in self._outline.rows if isinstance(each.key, OutlineKey)]
        at = rows.index(key)
        return [
            each.record
            for each in reversed(rows[:at])
            if each.record is not None
            and key.record is not None
            and not below.would_circle(key.record, each.record)
        ]

    def do_outdent(self) -> None:
        """Hang the record one level higher."""
        key = self._key()
        place = locate(key.record) if key.record else None
        if place is None or key.parent is None:
            raise Refused("it hangs at the top already")
        chain = Hierarchy.of(self.workbook.tree).chain(key.parent)[:-1]
        for each in reversed(chain):
            other = locate(each)
            if other is not None and other.kind.name in place.kind.under:
                self._hang(place.record, each, key.parent)
                return
        raise Refused(f"nothing above can carry a {place.kind.label}")

    def _hang(self, record: Address, parent: Address, instead_of: Address | None) -> None:
        draft = self.workbook.draft()
        draft.hang(record, parent, instead_of=instead_of)
        tree = draft.tree
        self.workbook.do(draft.change(f'Hang "{title_of(tree, record)}" under "{title_of(tree, parent)}"'))
        say(self, f'Now under "{title_of(tree, parent)}"; u takes it back')
        self.show(record)

    def do_reading(self) -> None:
        """Write down a number for the metric under the cursor."""
        if self.record is not None:
            self.screen.take_reading(self.record)  # type: ignore[attr-defined]


class ReleaseRoom(OutlineRoom):
    """The releases, and who must not be surprised."""

    SCOPE = "release"
    NAME = "release"
    BINDINGS = bindings_for("release")
    QUESTION = "What ships, and who must know?"
    EMPTY = "What ships next, and when?\n\na adds a release or a stakeholder; i asks ten questions."
    KINDS_HERE = ("release", "stakeholder")

    def rows(self) -> list[Row]:
        """The releases and the stakeholders."""
        return release_rows(self.workbook.tree, self.workbook.now, self._folded)

    def do_add(self) -> None:
        """Add a release or a stakeholder."""
        from successbook.tui.screens.choose import ChooseScreen, Option

        def chosen(name: str | None) -> None:
            if name is not None:
                self.begin(KINDS[name])

        options = [
            Option(name, KINDS[name].label, KINDS[name].record().__doc__ or "") for name in self.KINDS_HERE
        ]
        self.app.push_screen(ChooseScreen("What would you like to add?", options), chosen)


def _kinds_below(kind: Kind) -> tuple[Kind, ...]:
    return tuple(each for each in KINDS.values() if kind.name in each.under)


def _record(row: Row) -> Address | None:
    return row.key.record if isinstance(row.key, OutlineKey) else None


def _top(at: Address) -> Place | None:
    """The outermost record an address stands in."""
    place = locate(at)
    while place is not None and place.kind.inside:
        place = locate(Address(place.record.file, place.record.path[:-2]))
    return place
