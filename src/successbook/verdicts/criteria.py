"""Criteria to begin and to end an acceptance test: worked out where possible, else answered by a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import show
from successbook.plan.peek import words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.attendance import QuotaView
from successbook.verdicts.case_views import CaseView, several
from successbook.verdicts.dated import named, quoted
from successbook.verdicts.defects import DefectView

__all__ = ["CriterionView", "Grounds", "criteria_of"]


@dataclass(frozen=True, slots=True)
class Grounds:
    """What criteria are worked out from.

    Attributes:
        cases: the cases as they stand.
        quotas: the quotas.
        defects: the defects.
        passed: how many definite results passed.
        definite: how many results are definite.
    """

    cases: Sequence[CaseView]
    quotas: Sequence[QuotaView]
    defects: Sequence[DefectView]
    passed: int
    definite: int


_COMPUTED: Final = ("share passed", "no open blocker", "must-cases passed by", "quota met")


@dataclass(frozen=True, slots=True)
class CriterionView:
    """A criterion as it stands.

    Attributes:
        at: the criterion.
        list: ``entry`` or ``exit``; empty if it stands in neither list.
        title: what must hold.
        holds: whether it does; None while that cannot be said.
        says: what it follows from, a clause.
        kind: how it is known, in its own word.
    """

    at: Address
    list: str
    title: str
    holds: bool | None
    says: str
    kind: str

    @property
    def asked(self) -> bool:
        """Whether a person answers it; else it is worked out."""
        return self.kind not in _COMPUTED

    @property
    def sentence(self) -> str:
        """What keeps the test from beginning or ending, without a full stop."""
        do = "begin" if self.list == "entry" else "end"
        state = "does not hold" if self.holds is False else "is not known to hold"
        return f'to {do}, "{self.title.replace(chr(34), chr(39))}" {state}: {self.says}'


Held = tuple[bool | None, str]


def criteria_of(tree: Tree, uat: Address, grounds: Grounds) -> tuple[CriterionView, ...]:
    """The criteria, in order."""
    found = []
    for at in records(tree, KINDS["criterion"], uat):
        table = tree.table(at)
        kind = words(table, "kind")
        holds, says = _held(tree, table, kind, grounds)
        found.append(CriterionView(at, words(table, "list"), named(tree, at), holds, says, kind))
    return tuple(found)


def _held(tree: Tree, table: Table, kind: str, grounds: Grounds) -> Held:
    number = table.get("number")
    wanted = number if isinstance(number, int | float) and not isinstance(number, bool) else None
    match kind:
        case "share passed":
            return _share(grounds, wanted)
        case "no open blocker":
            return _blockers(tree, grounds)
        case "must-cases passed by":
            return _passers(tree, grounds, 1 if wanted is None else wanted)
        case "quota met":
            return _quotas(tree, grounds)
    answer = table.get("answer")
    if isinstance(answer, bool):
        by = words(table, "by")
        return answer, f"{'yes' if answer else 'no'}, says {by}" if by else "nobody says who answered"
    return None, "nobody has answered it yet"


def _share(grounds: Grounds, wanted: float | None) -> Held:
    if not grounds.definite:
        return None, "nothing has been run yet"
    if wanted is None:
        return None, "it does not say how many percent"
    says = f"{grounds.passed} of {grounds.definite} definite results passed"
    share = grounds.passed * 100
    return share >= wanted * grounds.definite, f"{says}, {_percent(grounds)} %, wanted {show(wanted)} %"


def _percent(grounds: Grounds) -> str:
    """A share that is never rounded up to one that it does not reach."""
    tenths = 1000 * grounds.passed // grounds.definite
    return show(tenths // 10 if tenths % 10 == 0 else tenths / 10)


def _blockers(tree: Tree, grounds: Grounds) -> Held:
    blockers = [each for each in grounds.defects if each.stops or each.waits]
    if not blockers:
        return True, "no open defect blocks the release"
    are = "blocks" if len(blockers) == 1 else "block"
    return False, f"{several([quoted(tree, each.at) for each in blockers])} {are} the release"


def _passers(tree: Tree, grounds: Grounds, wanted: float) -> Held:
    musts = [each for each in grounds.cases if each.must and not each.exempt]
    if not musts:
        return True, "there is no must-case"
    short = [each for each in musts if each.passed_by < wanted]
    testers = f"{show(wanted)} {'tester' if wanted == 1 else 'testers'}"
    if not short:
        return True, f"each of {len(musts)} must-cases is passed by {testers}"
    titles = several([quoted(tree, each.at) for each in short])
    return False, f"{len(short)} of {len(musts)} must-cases lack it, to be passed by {testers}: {titles}"


def _quotas(tree: Tree, grounds: Grounds) -> Held:
    if all(each.wanted is None for each in grounds.quotas):
        return None, "no quota says how many testers are wanted"
    short = [each for each in grounds.quotas if not each.met]
    if not short:
        return True, f"{'the quota is' if len(grounds.quotas) == 1 else 'all quotas are'} met"
    return False, "; ".join(each.short(tree) for each in short)
