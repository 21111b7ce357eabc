"""Changes typed as the value of a target: ``+10 points``, ``-3 percent``, ``10pp``; of ``+10%`` one must ask.

Of 41 %, ten points more are 51 %, and ten percent more are 45.1 %. Which is meant is never guessed: only a
unit that is no percentage, or a target that already is a change, settles it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from successbook.errors import Refused
from successbook.plan.measured import Ambiguous, number_typed

__all__ = ["Change", "PointsOrPercent", "change_for", "change_typed"]

POINTS: Final = "change by points"
PERCENT: Final = "change by percent"

_SIGNED: Final = re.compile(
    r"(?P<about>~ ?|about )?(?P<number>[+\-−]? ?[\d.,]+(?: \d{3})*) ?(?P<unit>\D*)", re.IGNORECASE
)
_POINTS: Final = re.compile(
    r"%? ?[- ]?(p|pp|pts?|points?|percentage points?|percent points?)\.?", re.IGNORECASE
)
_PERCENT: Final = re.compile(r"%? ?(percent|per cent|relative)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Change:
    """A change as a target holds it.

    Attributes:
        kind: the kind of target, ``change by points`` or ``change by percent``.
        value: how much, with its sign; ``~10`` for about ten.
    """

    kind: str
    value: int | float | str


class PointsOrPercent(Refused):
    """What was typed may mean points or percent; a person decides.

    Attributes:
        changes: what it may mean.
    """

    def __init__(self, text: str, changes: tuple[Change, ...]) -> None:
        value = changes[0].value
        said = f"+{value}" if isinstance(value, int | float) and value > 0 else value
        super().__init__(
            f'"{text}" may be points or percent', remedy=f'type "{said} points" or "{said} percent"'
        )
        self.changes = changes


def change_typed(text: str, unit: str = "", kind: str = "") -> Change | None:
    """The change that a person typed as the value of a target, or None when it is none.

    Args:
        text: what was typed.
        unit: the metric's unit.
        kind: the target's kind so far; where it is a change already, that is what a bare ``%`` means.

    Raises:
        PointsOrPercent: it may be either.
        Refused: its number can be read in more than one way.
    """
    said = " ".join(text.split())
    found = _SIGNED.fullmatch(said)
    if found is None:
        return None
    after, signed = found["unit"].strip(), found["number"][0] in "+-−"
    kinds = _kinds(after, unit.strip(), kind, signed=signed)
    if not kinds:
        return None
    try:
        number = number_typed(found["number"].replace(" ", "", 1) if signed else found["number"])
    except Ambiguous as several:
        raise Refused(several.what, remedy="write the number out, with a point for decimals") from None
    value: int | float | str = f"~{number}" if found["about"] else number
    changes = tuple(Change(each, value) for each in kinds)
    if len(changes) > 1:
        raise PointsOrPercent(said, changes)
    return changes[0]


def change_for(text: str, unit: str, kind: str) -> int | float | str | None:
    """The value of a change that was typed for a target that is a change already; None when it is none.

    Raises:
        Refused: the target is of another kind, so that the value alone would say something else.
    """
    try:
        found = change_typed(text, unit, kind)
    except PointsOrPercent as several:
        kinds = " or ".join(f'"{each.kind}"' for each in several.changes)
        remedy = f"set the kind to {kinds}, then the value to {several.changes[0].value}"
        raise Refused(several.what, remedy=remedy) from None
    if found is None or found.kind == kind:
        return found.value if found else None
    remedy = f'set the kind to "{found.kind}", then the value to {found.value}'
    raise Refused(
        f'"{" ".join(text.split())}" is a {found.kind}, the target is of another kind', remedy=remedy
    )


def _kinds(after: str, unit: str, kind: str, *, signed: bool) -> tuple[str, ...]:
    """The kinds of change that a number with this behind it may be; none where it is a plain value."""
    if not signed and after.casefold() == unit.casefold():
        return ()
    if _POINTS.fullmatch(after):
        return (POINTS,)
    if not signed:
        return ()
    if _PERCENT.fullmatch(after):
        return (PERCENT,)
    if after != "%":
        return ()
    if unit not in ("", "%"):
        return (PERCENT,)
    return (kind,) if kind in (POINTS, PERCENT) else (POINTS, PERCENT)
