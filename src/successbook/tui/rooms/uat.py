"""4 UAT: the acceptance tests, with what their testers saw."""

from __future__ import annotations

from collections.abc import Sequence

from successbook.errors import Refused
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.tree import Address
from successbook.tui.dispatch import bindings_for
from successbook.tui.rooms.outline import OutlineRoom
from successbook.tui.rooms.uat_rows import UAT_COLUMNS, UAT_PARTS, uat_rows
from successbook.tui.widgets.rows import Row

__all__ = ["UatRoom"]

_KINDS = ("case", *UAT_PARTS)


class UatRoom(OutlineRoom):
    """The acceptance test of each release."""

    SCOPE = "uat"
    NAME = "uat"
    BINDINGS = bindings_for("uat")
    QUESTION = "Is it what people need?"
    EMPTY = (
        "What will people try before it is launched, and when does it pass?\n\n"
        "An acceptance test belongs to a release, and there is none yet: "
        "3 is where releases are, a adds one there."
    )
    COLUMNS = UAT_COLUMNS

    def rows(self) -> list[Row]:
        """The acceptance test of each release."""
        return uat_rows(self.workbook.tree, self.workbook.now, self._folds)

    def _uat(self) -> Address:
        """The acceptance test that the row under the cursor belongs to; it may still have to come to be."""
        place = locate(self.record) if self.record is not None else None
        release = next(records(self.workbook.tree, KINDS["release"]), None)
        if place is not None:
            near = place.record if place.kind.name == "release" else KINDS["uat"].holder_near(place.record)
            release = near or release
        if release is None:
            raise Refused("there is no release yet", remedy="3 is where releases are; a adds one there")
        return KINDS["uat"].at("", release)

    def why_not(self, action_id: str) -> str | None:
        """Where there is no acceptance test yet, its first part brings it; but there must be a release."""
        if action_id == "add" and not any(True for _ in records(self.workbook.tree, KINDS["release"])):
            return "There is no release yet; 3 is where releases are, a adds one there"
        if action_id == "add-below" and self.record is not None:
            return None
        return super().why_not(action_id)

    def kinds_below(self, kind: Kind) -> Sequence[Kind]:
        """Cases first; a release has its acceptance test's."""
        return (
            [KINDS[name] for name in _KINDS] if kind.name in ("release", "uat") else super().kinds_below(kind)
        )

    def do_add(self) -> None:
        """Add a record beside the one under the cursor; a case where there is none."""
        place = locate(self.record) if self.record is not None else None
        if place is None or (place.kind.name in ("release", "uat") and not self.key.group):
            self.begin(KINDS["case"], inside=self._uat())
        elif not self.add_beside():
            self.do_add_below()

    def do_add_below(self) -> None:
        """Add a part to the case or the sheet under the cursor, else to the acceptance test."""
        place = locate(self.record) if self.record is not None else None
        if place is not None and place.kind.name not in ("release", "uat") and self.kinds_below(place.kind):
            self.add_part(place.record)
        else:
            self.add_part(self._uat())
