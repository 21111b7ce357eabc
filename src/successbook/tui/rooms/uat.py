"""4 UAT: the acceptance tests: who saw what, the verdict, the cases in detail, and the outline of it all."""

from __future__ import annotations

from collections.abc import Sequence

from successbook.errors import Refused
from successbook.plan.belonging import release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.sheets import Sheets
from successbook.tui.rooms.uat_rows import UAT_PARTS
from successbook.tui.rooms.uat_views import LABELS, VIEWS, UatViews

__all__ = ["UatRoom"]

_KINDS = ("case", *UAT_PARTS)
_OF_CASES = ("delete", "move-up", "move-down")
"""What must not be done to a case that is out of sight, behind the verdict."""


class UatRoom(Sheets, UatViews):
    """The acceptance tests of the plan: what can be done in every view."""

    SCOPE = "uat"
    NAME = "uat"
    BINDINGS = bindings_for("uat")

    def _uat(self) -> Address:
        """The acceptance test that the row under the cursor belongs to; it may still have to come to be."""
        if self.view != "outline" and self._cases.uat is not None:
            return self._cases.uat
        release = release_of(self.record) or next(records(self.workbook.tree, KINDS["release"]), None)
        if release is None:
            raise Refused("there is no release yet", remedy="3 is where releases are; a adds one there")
        return KINDS["uat"].at("", release)

    def why_not(self, action_id: str) -> str | None:
        """Where there is no acceptance test yet, its first part brings it; but there must be a release."""
        if action_id in ("add", "view") and not any(
            True for _ in records(self.workbook.tree, KINDS["release"])
        ):
            return "There is no release yet; 3 is where releases are, a adds one there"
        if action_id == "view" or (action_id == "add-below" and (self.record or self._cases.uat)):
            return None
        if action_id in _OF_CASES and self.view != "outline" and self._verdict.has_focus_within:
            return "Esc goes back to the cases, and there it is the one under the cursor"
        if action_id in ("move-up", "move-down") and self.view != "outline" and self._cases.look.order:
            return "The cases are sorted; s brings their own order back"
        return super().why_not(action_id)

    def label_of(self, each: Action) -> str:
        """Which view comes next."""
        return LABELS.get(self.view, each.label) if each.id == "view" else super().label_of(each)

    def sheets_of(self) -> tuple[Address, str]:
        """The test that is in front, and the round that is shown or under the cursor."""
        place = locate(self.record) if self.view == "outline" and self.record is not None else None
        if place is not None and place.kind.name == "round":
            return self._uat(), place.id
        return self._uat(), self._cases.look.round

    def do_view(self) -> None:
        """The next view: the matrix, the cases with their fields, the outline."""
        self.turn_to_view(VIEWS.get(self.view, "matrix"))

    def kinds_below(self, kind: Kind) -> Sequence[Kind]:
        """Cases first; a release has its acceptance test's."""
        return (
            [KINDS[name] for name in _KINDS] if kind.name in ("release", "uat") else super().kinds_below(kind)
        )

    def do_add(self) -> None:
        """Add a record beside the one under the cursor; a case where there is none."""
        place = locate(self.record) if self.record is not None else None
        if self.view in ("matrix", "cases"):
            self.turn_to_view("cases")
            self._add_case()
        elif place is None or (place.kind.name in ("release", "uat") and not self.key.group):
            self.begin(KINDS["case"], inside=self._uat())
        elif not self.add_beside():
            self.do_add_below()

    def _add_case(self) -> None:
        """Begin a case below the one under the cursor, in the same section."""
        self.begin(KINDS["case"], inside=self._uat(), after=self._cases.case)

    def do_add_below(self) -> None:
        """Add a part to the case or the sheet under the cursor, else to the acceptance test."""
        place = locate(self.record) if self.record is not None else None
        if self.view in ("matrix", "cases"):
            uat = self._uat()
            self.turn_to_view("outline")
            self.add_part(uat)
        elif place is not None and place.kind.name not in ("release", "uat") and self.kinds_below(place.kind):
            self.add_part(place.record)
        else:
            self.add_part(self._uat())

    def do_delete(self) -> None:
        """Delete the marked cases, or the record under the cursor."""
        cases = self._cases.chosen if self.view != "outline" else []
        if len(cases) < 2:
            super().do_delete()
            return
        draft = self.workbook.draft()
        for at in cases:
            draft.remove(at)
        self.workbook.do(draft.change(f"Delete {len(cases)} cases"))
        self._cases.marked = frozenset()
