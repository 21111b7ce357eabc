"""5 Reflect: a person's own notebook, its sessions and what they said."""

from __future__ import annotations

from collections.abc import Sequence

from successbook.plan.kinds import KINDS, NOTEBOOK, Kind, locate, parts_of
from successbook.plan.peek import words
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.erasing import Erases
from successbook.tui.rooms.holders import around, holder_of
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.outline_rows import OUTLINE_COLUMNS
from successbook.tui.rooms.reflect_rows import INVITATION, NOTEBOOK_PARTS, reflect_rows
from successbook.tui.rooms.sitting import Sitting
from successbook.tui.whose import who_reads
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Row

__all__ = ["ReflectRoom"]


class ReflectRoom(Erases, OutlineRoom):
    """A notebook."""

    SCOPE = "reflect"
    NAME = "reflect"
    BINDINGS = bindings_for("reflect")
    QUESTION = "What counts as success?"
    EMPTY = INVITATION
    COLUMNS = OUTLINE_COLUMNS

    def enter(self) -> None:
        """The outline, with a word about who can read it."""
        readers = "others may read it" if who_reads(self, self.workbook) else "only on this computer"
        self.query_one(".first", Panel).ask(self.QUESTION, readers)
        super().enter()

    def rows(self) -> list[Row]:
        """The notebook and its sessions."""
        return reflect_rows(self.workbook.tree, self.workbook.now, self._folds)

    # Sessions

    @property
    def _paused(self) -> Address | None:
        """The session under the cursor, or around it, if it was stopped before its end."""
        session = around(self.record, "session")
        paused = session is not None and words(self.workbook.tree.table(session), "paused_at")
        return session if paused else None

    def label_of(self, each: Action) -> str:
        """A session that was stopped goes on."""
        if each.id == "session":
            return "go on" if self._paused is not None else each.label
        return super().label_of(each)

    def do_session(self) -> None:
        """Begin a session, or go on with the one under the cursor."""
        open_ = self._plan_screen.workbook
        plan = open_.tree if open_ is not self.workbook else None
        Sitting(self, self.workbook, plan, self._left_session).begin(self._paused)

    def _left_session(self, session: Address) -> None:
        self.refill()
        self.show(session)

    def _begin_notebook(self) -> None:
        draft = self.workbook.draft()
        if not draft.tree.has(NOTEBOOK):
            draft.add(KINDS["notebook"])
        today = self.workbook.now.date
        session = KINDS["session"].at(today.isoformat(), NOTEBOOK)
        if not draft.tree.has(session):
            draft.add(KINDS["session"], inside=NOTEBOOK, id_=today.isoformat(), fields={"held": today})
        self.workbook.do(draft.change("Begin a session"))
        self.show(session.child("success_before"))

    def do_add(self) -> None:
        """Add a line, an action or a note beside the one under the cursor; a session where there is none."""
        place = locate(self.record) if self.record is not None else None
        if place is None or (place.kind.name in ("notebook", "session") and not self.key.group):
            self._begin_notebook()
        elif not self.add_beside():
            self.do_add_below()

    def why_not(self, action_id: str) -> str | None:
        """There must be a notebook to add to."""
        if action_id == "add-below":
            return "There is no notebook yet; a begins one" if self.record is None else None
        if action_id == "view" and self.record is None:
            return "There is no session yet; s begins one, and its board is the picture"
        return super().why_not(action_id)

    def kinds_below(self, kind: Kind) -> Sequence[Kind]:
        """What a notebook keeps beside its sessions; what a session consists of."""
        return [KINDS[name] for name in NOTEBOOK_PARTS] if kind.name == "notebook" else parts_of(kind)

    def do_add_below(self) -> None:
        """Add something to the session or the notebook under the cursor."""
        place = locate(self.record) if self.record is not None else None
        if place is not None:
            here = place.kind.name in ("notebook", "session")
            self.add_part(place.record if here else holder_of(place) or place.record)
