"""3 Release: what ships, what tracks it, and who must not be surprised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from successbook.plan.kinds import KINDS, Kind, files_of, locate
from successbook.tui.actions import action
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.outline_rows import OUTLINE_COLUMNS
from successbook.tui.rooms.release_rows import RELEASE_PARTS, release_rows
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.rows import Row

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ReleaseRoom"]

_CALLED = ("view", "decide", "freeze")
_KINDS = ("release", "stakeholder", "instrument")


class ReleaseRoom(OutlineRoom):
    """The releases, tracking and stakeholders."""

    SCOPE = "release"
    NAME = "release"
    BINDINGS = bindings_for("release")
    QUESTION = "What ships, and who must know?"
    EMPTY = "What ships next, and when?\n\na adds a release, a stakeholder or tracking; i asks ten questions."
    COLUMNS = OUTLINE_COLUMNS

    def __init__(self, workbook: Workbook) -> None:
        super().__init__(workbook)
        self._called: tuple[object, ...] = ()

    def rows(self) -> list[Row]:
        """The releases, what tracks the metrics, and the stakeholders."""
        return release_rows(self.workbook.tree, self.workbook.now, self._folds)

    def _follow(self) -> None:
        """The keys of a gate, of a KPI and of a release are called after what they do there."""
        super()._follow()
        called = tuple((self.label_of(action(each)), self.why_not(each)) for each in _CALLED)
        if called != self._called:
            self._called = called
            self.screen.query_one(KeyLine).look_again()

    def kinds_below(self, kind: Kind) -> Sequence[Kind]:
        """The parts of a release in the order in which they matter around a launch."""
        if kind.name != "release":
            return super().kinds_below(kind)
        return [*(KINDS[name] for name in RELEASE_PARTS), *files_of(kind)]

    def do_add(self) -> None:
        """Add a record beside the one under the cursor; from a release, a stakeholder or tracking too."""
        place = locate(self.record) if self.record is not None else None
        top = place is None or (not place.kind.inside and not self.key.group)
        if top or not self.add_beside():
            self.choose_kind("What would you like to add?", [KINDS[name] for name in _KINDS])
