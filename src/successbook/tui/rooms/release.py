"""3 Release: what ships, what tracks it, and who must not be surprised."""

from __future__ import annotations

from successbook.plan.kinds import KINDS, locate
from successbook.plan.titles import title_of
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.outline_rows import OUTLINE_COLUMNS
from successbook.tui.rooms.release_rows import RELEASE_PARTS, release_rows
from successbook.tui.widgets.rows import Row

__all__ = ["ReleaseRoom"]

_KINDS = ("release", "stakeholder", "instrument")


class ReleaseRoom(OutlineRoom):
    """The releases, tracking and stakeholders."""

    SCOPE = "release"
    NAME = "release"
    BINDINGS = bindings_for("release")
    QUESTION = "What ships, and who must know?"
    EMPTY = "What ships next, and when?\n\na adds a release, a stakeholder or tracking; i asks ten questions."
    COLUMNS = OUTLINE_COLUMNS

    def rows(self) -> list[Row]:
        """The releases, what tracks the metrics, and the stakeholders."""
        return release_rows(self.workbook.tree, self.workbook.now, self._folds)

    def why_not(self, action_id: str) -> str | None:
        """Only a release has parts to add."""
        reason = super().why_not(action_id)
        place = locate(self.record) if self.record is not None else None
        if not reason and action_id == "add-below" and (place is None or place.kind.name != "release"):
            return "Put the cursor on a release"
        return reason

    def do_add(self) -> None:
        """Add a record beside the one under the cursor; from a release, a stakeholder or tracking too."""
        place = locate(self.record) if self.record is not None else None
        top = place is None or (not place.kind.inside and not self.key.group)
        if top or not self.add_beside():
            self.choose_kind("What would you like to add?", [KINDS[name] for name in _KINDS])

    def do_add_below(self) -> None:
        """Add a part to the release under the cursor."""
        if self.record is not None:
            question = f'What belongs to "{title_of(self.workbook.tree, self.record)}"?'
            self.choose_kind(question, [KINDS[name] for name in RELEASE_PARTS], inside=self.record)
