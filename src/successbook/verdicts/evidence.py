"""What speaks for a record: what was seen in data and heard from people, and how sure that makes one.

The word (hunch, signs, shown) is a suggestion: how sure somebody is of a goal is theirs to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, locate
from successbook.plan.naming import naming
from successbook.plan.peek import words
from successbook.text import counted
from successbook.tree import Address, Tree

__all__ = ["DEPARTMENT", "SUPPORTED", "Evidence", "evidence_of"]

SUPPORTED: Final = ("problem", "goal", "metric", "key_action", "initiative")
"""The kinds of record that an insight may speak for."""

DEPARTMENT: Final = "customer-facing department"
"""The kind of insight that comes from people who talk with customers; it says from which department."""

_PEOPLE: Final = ("discovery", DEPARTMENT)
_SURE: Final = ("hunch", "signs", "shown")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a record.

    Attributes:
        insights: what names the record, in display order.
        behind: for a goal, what names the problems it is to solve.
        word: how sure that makes one: ``hunch``, ``signs`` or ``shown``.
        sentence: how many there are, from where, and the word: ``2 insights, from data and people: signs``.
    """

    insights: tuple[Address, ...]
    behind: tuple[Address, ...]
    word: str
    sentence: str


def evidence_of(tree: Tree, record: Address) -> Evidence:
    """What speaks for a record, and how sure that makes one."""
    named_by = naming(tree, KINDS["insight"], "supports", SUPPORTED)
    own = named_by.get(record, ())
    place = locate(record)
    behind: dict[Address, None] = {}
    if place is not None and place.kind.name == "goal":
        hierarchy = Hierarchy.of(tree)
        for above in hierarchy.parents.get(record, ()):
            if hierarchy.kinds[above].name == "problem":
                behind.update(dict.fromkeys(each for each in named_by.get(above, ()) if each not in own))
    every = (*own, *behind)
    word = _sure(tree, every)
    return Evidence(own, tuple(behind), word, _sentence(tree, own, tuple(behind), word))


def _sure(tree: Tree, insights: Sequence[Address]) -> str:
    """The strongest of what the insights are said to make it.

    Of one of which nobody says it: data is a sign; what people say is a hunch, from two sides a sign.
    """
    said = [words(tree.table(at), "confidence") for at in insights]
    known = [each for each in said if each in _SURE]
    quiet = [at for at, word in zip(insights, said, strict=True) if word not in _SURE]
    heard = sum(_from_people(tree, at) for at in quiet)
    if len(quiet) > heard or heard > 1:
        known.append("signs")
    return max(known, key=_SURE.index, default="hunch")


def _from_people(tree: Tree, insight: Address) -> bool:
    """Whether it was heard; of what nobody says where it was seen, no more is claimed."""
    return words(tree.table(insight), "kind") in ("", *_PEOPLE)


def _sentence(tree: Tree, own: Sequence[Address], behind: Sequence[Address], word: str) -> str:
    if not own and not behind:
        return "nothing was seen or heard yet: a hunch"
    kinds = {words(tree.table(at), "kind") for at in (*own, *behind)} - {""}
    sides = ("data" if kinds - set(_PEOPLE) else "", "people" if kinds & set(_PEOPLE) else "")
    where = " and ".join(each for each in sides if each)
    counts = [counted(len(own), "insight")] if own else []
    if behind:
        more = f"{len(behind)} more" if own else counted(len(behind), "insight")
        counts.append(f"{more} for its problem")
    return f"{', '.join([*counts, *([f'from {where}'] if where else [])])}: {_as_noun(word)}"


def _as_noun(word: str) -> str:
    return "a hunch" if word == "hunch" else word
