"""Measured values and targets inside a sentence, with a unit that agrees with its number."""

from __future__ import annotations

import math
import re
from typing import Final

from successbook.plan.measured import Measure, show
from successbook.plan.now import Now, short_date
from successbook.verdicts.targets import Aim

__all__ = ["aloud", "amount", "one_of", "said", "share", "wanted", "wanted_value"]

_PLURAL: Final = re.compile(r"[a-z]{2,}[^isu]s(?= |\Z)")
_IES: Final = re.compile(r"ies(?= |\Z)")
_ES: Final = re.compile(r"(?<=ss|sh|ch|zz)es(?= |\Z)|(?<=x)es(?= |\Z)")
_QUOTED: Final = re.compile(r'["“”]')


def one_of(unit: str) -> str:
    """A unit after the number one: ``teams`` is ``team``, ``calls a week`` is ``call a week``.

    Only the first word, and only where it is plainly an English plural; ``s``, ``ms`` and ``%`` stay.
    """
    first, space, rest = unit.partition(" ")
    if len(first) > len("xies") and _IES.search(first):
        first = f"{first[:-3]}y"
    elif _ES.search(first):
        first = first[:-2]
    elif _PLURAL.fullmatch(first):
        first = first[:-1]
    return f"{first}{space}{rest}"


def amount(number: float, unit: str, *, about: bool = False) -> str:
    """A number with its unit: ``about 13 000 a week``, ``1 team``."""
    return f"{'about ' if about else ''}{show(number, one_of(unit) if number == 1 else unit)}"


def said(value: Measure, unit: str) -> str:
    """A value in a sentence; words are quoted, a plain yes or no is not."""
    if value.number is not None:
        return amount(value.number, unit, about=value.about)
    if value.state:
        return value.state
    return _quoted(value.words or "")


def _quoted(text: str) -> str:
    text = " ".join(text.split())
    if text.casefold() in ("yes", "no"):
        return text
    return f'"{_QUOTED.sub(chr(39), text)}"'


def wanted(aim: Aim, unit: str, now: Now) -> str:
    """A target in a sentence: ``at most 60 s by 13 Sep``, ``+12 points, to 74 %, by 13 Sep``."""
    by = f" by {short_date(aim.by, now.date)}" if aim.by is not None else ""
    return f"{wanted_value(aim, unit)}{by}"


def wanted_value(aim: Aim, unit: str) -> str:
    """The target alone, without its day."""
    if aim.goal is None:
        return aim.text if aim.kind.startswith("change") else _quoted(aim.state or aim.text)
    goal = amount(_rounded(aim.goal), unit, about="about " in aim.text)
    if aim.kind.startswith("change"):
        return f"{aim.text} ({goal})"
    return {"at least": "at least ", "at most": "at most "}.get(aim.kind, "") + goal


def _rounded(number: float) -> float:
    """A number that was worked out, to six digits."""
    return number if isinstance(number, int) else float(f"{number:.6g}")


def aloud(limits: str) -> str:
    """Limits or a target as one reads them aloud: ``≤ 0.8 %`` is ``at most 0.8 %``."""
    return limits.replace("≤", "at most").replace("≥", "at least")


def share(part: float | None) -> str:
    """How much of a way is done, never rounded up to the whole: ``62 % of the way``; empty for None."""
    if part is None:
        return ""
    percent = math.floor(part * 100)
    return f"{percent} % of the way" if percent >= 1 else "less than 1 % of the way"
