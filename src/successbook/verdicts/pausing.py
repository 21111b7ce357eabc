"""Whether to consider pausing: derived from how many are affected, how long a fix takes, and how bad it is.

The rule: it hits many *and* the fix is slow: consider pausing. Where one of them is not known, that is found
out first; what is unknown is never taken as safe. People decide: the decision stands beside the advice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from successbook.plan.kinds import PLAN
from successbook.plan.measured import Measure, measure, number_of
from successbook.plan.peek import words
from successbook.text import capital, with_and
from successbook.tree import Address, Table, Tree
from successbook.verdicts.cases import Tone
from successbook.verdicts.saying import amount

__all__ = ["DEFAULTS", "SEVERE", "Advice", "Limits", "advise", "limits_of", "pause_advice"]

Known = Literal["yes", "no", "unknown"]

DEFAULTS: Final = {"many_affected": 20, "many_share": 5, "slow_fix": 24}
"""What many and slow are where neither the release nor the plan says so: people, percent of them, hours."""

_HOURS_A_DAY: Final = 24
SEVERE: Final = ("high", "critical")
"""Severities that are bad for those it hits: what is open with one of them stands in the way of shipping."""
_SHARES: Final = ("%", "percent", "per cent")
_FIRST: Final = "Until then nothing says that it is safe to go on"


@dataclass(frozen=True, slots=True)
class Limits:
    """From where on it is many, and a fix slow.

    Attributes:
        people: many, as a number of affected.
        share: many, in percent.
        hours: slow.
        assumed: the fields that nobody filled in, so that a default holds.
    """

    people: float
    share: float
    hours: float
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What follows from what is known of an unexpected result.

    Attributes:
        word: what to do: ``consider pausing``, ``find out first``, or ``people decide``.
        tone: how that weighs.
        sentences: why, whole sentences, the most important first.
        asks: the fields to fill in first.
    """

    word: str
    tone: Tone
    sentences: tuple[str, ...]
    asks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All sentences on one line."""
        return " ".join(self.sentences)

    @property
    def headed(self) -> str:
        """All sentences on one line, behind the word where they do not say it themselves."""
        said = self.text
        return said if self.word in said.casefold() else f"{capital(self.word)}: {said}"


def limits_of(tree: Tree, release: Address) -> Limits:
    """What many and slow are for a release: what it says, else what the plan says, else a default."""
    found: dict[str, float] = {}
    assumed: list[str] = []
    for name, default in DEFAULTS.items():
        said = next((each for at in (release, PLAN) if (each := number_of(tree.table(at).get(name)))), None)
        if said is None:
            assumed.append(name)
        found[name] = default if said is None or said.number is None else said.number
    return Limits(found["many_affected"], found["many_share"], found["slow_fix"], tuple(assumed))


def pause_advice(tree: Tree, incident: Address) -> Advice:
    """The advice on an unexpected result as it is written down."""
    table = tree.table(incident)
    limits = limits_of(tree, Address(incident.file))
    many, how_many = _many(table, limits)
    slow, how_long = _slow(table, limits)
    severity = words(table, "severity")
    severe: Known = "unknown" if not severity else "yes" if severity in SEVERE else "no"
    return advise(many, slow, severe, how_many, how_long, severity)


def advise(
    many: Known, slow: Known, severe: Known, how_many: str = "", how_long: str = "", severity: str = ""
) -> Advice:
    """The advice for what is known.

    Args:
        many: whether it hits many.
        slow: whether the fix is slow.
        severe: whether it is bad for those it hits.
        how_many: the number, and from where on it is many, in words.
        how_long: the same for the fix.
        severity: the word for it.
    """
    hits = f"It hits {'many' if many == 'yes' else 'few'}{f' ({how_many})' if how_many else ''}"
    fix = f"the fix is {'slow' if slow == 'yes' else 'quick'}{f' ({how_long})' if how_long else ''}"
    bad = f"Its severity is {severity or 'high'}; weigh that too." if severe == "yes" else ""
    if many == "yes" == slow:
        return Advice("consider pausing", "bad", _said(f"{hits} and {fix}: consider pausing.", bad))
    asks = [
        (known == "unknown", field, asked)
        for known, field, asked in (
            (many, "affected", _asked("how many are affected", how_many)),
            (slow, "time_to_fix", _asked("how long a fix takes", how_long)),
            (severe, "severity", "how bad it is for those it hits"),
        )
    ]
    unknown = [(field, asked) for is_open, field, asked in asks if is_open]
    if unknown:
        first = f"Find out first: {with_and([asked for _, asked in unknown])}. {_FIRST}."
        return Advice(
            "find out first",
            "unknown",
            _said(first, _half(many, slow, hits, fix), bad),
            tuple(field for field, _ in unknown),
        )
    return Advice("people decide", "careful", _said(_known(many, slow, hits, fix), bad))


def _half(many: Known, slow: Known, hits: str, fix: str) -> str:
    """What the half that is known says already."""
    if many == "yes" and slow == "unknown":
        return f"{hits}; if the fix turns out to be slow, consider pausing."
    if slow == "yes" and many == "unknown":
        return f"{capital(fix)}; if it turns out to hit many, consider pausing."
    return f"{hits}, and {fix}." if "unknown" not in (many, slow) else ""


def _known(many: Known, slow: Known, hits: str, fix: str) -> str:
    """What is said when everything is known, and not both are bad. None of it says that it is safe."""
    if many == "yes":
        return f"{hits}, but {fix}: fix it now and keep looking; if it takes longer, consider pausing."
    if slow == "yes":
        return f"{hits}, but {fix}: decide whether they can wait; if it hits more, consider pausing."
    return f"{hits} and {fix}: these two do not ask for a pause; keep looking, and decide."


def _said(*sentences: str) -> tuple[str, ...]:
    return tuple(each for each in sentences if each)


def _asked(question: str, aside: str) -> str:
    return f"{question} ({aside})" if aside else question


def _many(table: Table, limits: Limits) -> tuple[Known, str]:
    """Whether it hits many, and the number in words; of what is not known what was said about it."""
    value, of = measure(table.get("affected")), " ".join(words(table, "affected_of").split())
    if value is None:
        return "unknown", ""
    if value.number is None:
        return "unknown", _words(value)
    share = next((each for each in _SHARES if of.casefold().startswith(each)), "")
    limit, unit = (limits.share, "%") if share else (limits.people, "")
    rest = of[len(share) :].strip() if share else of
    here = " ".join(each for each in (amount(value.number, unit, about=value.about), rest) if each)
    return ("yes" if value.number >= limit else "no"), f"{here}; {amount(limit, unit)} or more is many"


def _slow(table: Table, limits: Limits) -> tuple[Known, str]:
    """Whether the fix is slow, and how long it takes in words; a number alone does not say hours or days."""
    value, unit = measure(table.get("time_to_fix")), words(table, "fix_unit")
    if value is None:
        return "unknown", ""
    if value.number is None:
        return "unknown", _words(value)
    if unit not in ("hours", "days"):
        return "unknown", f"{amount(value.number, '', about=value.about)}, and nobody said hours or days"
    hours = value.number * (_HOURS_A_DAY if unit == "days" else 1)
    here = amount(value.number, unit, about=value.about)
    is_slow: Known = "yes" if hours >= limits.hours else "no"
    return is_slow, f"{here}; {amount(limits.hours, 'hours')} or more is slow"


def _words(value: Measure) -> str:
    if value.words:
        return f'"{" ".join(value.words.split())}" is no number'.replace('""', '"')
    return "" if value.state == "unknown" else f"{value.state}"
