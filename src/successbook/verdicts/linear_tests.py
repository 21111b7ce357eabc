"""Acceptance tests told line by line: documentation, each case with what every tester saw, sign-offs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, ids_in
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address, Plain, Table, Tree
from successbook.verdicts.linear_acceptance import acceptance_data, acceptance_lines
from successbook.verdicts.results import PASSED, round_and_tester
from successbook.verdicts.telling import INDENT, answers, flat, head, record_data, table_data, told

__all__ = ["tests_data", "tests_lines"]

_CRITERIA: Final = {"entry": "Criteria to begin", "exit": "Criteria to end", "": "Criteria in no list yet"}
_REST: Final = ("round", "tester", "sheet", "quota", "defect", "waiver", "sign_off")
_PARTS: Final = ("case", "criterion", *_REST)

Seen = tuple[str, Address]
"""Who saw it and when, in words, and the result."""


def tests_lines(tree: Tree, now: Now) -> Iterator[str]:
    """The acceptance tests of all releases."""
    for release in _tested(tree):
        uat = KINDS["uat"].at("", release)
        of = title_of(tree, release) if tree.has(release) else id_of(release)
        yield f"Acceptance test of {flat(of)}"
        yield from acceptance_lines(tree, release, now)
        yield from told(tree, KINDS["uat"], uat, now, but=_PARTS)
        yield ""
        criteria = [(at, _list(tree, at)) for at in records(tree, KINDS["criterion"], uat)]
        for name, title in _CRITERIA.items():
            yield from _part(
                tree, KINDS["criterion"], [at for at, its in criteria if its == name], title, now
            )
        yield from _cases(tree, uat, now)
        for name in _REST:
            kind = KINDS[name]
            found = list(records(tree, kind, uat))
            yield from _part(tree, kind, found, capital(kind.plural), now)
            if name == "sheet":
                yield from _lost(tree, uat, found, now)


def tests_data(tree: Tree, _now: Now) -> list[Plain]:
    """The acceptance tests with their result sheets and defects, each with its whole table."""
    found: list[Plain] = []
    for release in _tested(tree):
        uat = KINDS["uat"].at("", release)
        judged = {"acceptance": acceptance_data(tree, release)}
        found.append({**record_data(tree, KINDS["uat"], uat), **judged})
        found += [*table_data(tree, KINDS["sheet"], uat), *table_data(tree, KINDS["defect"], uat)]
    return found


def _tested(tree: Tree) -> list[Address]:
    """The releases that have anything of an acceptance test, be it only results."""
    kinds = [KINDS[name] for name in ("uat", "sheet", "defect")]
    found: dict[Address, None] = {}
    for name in tree.files:
        ids = next((ids for kind in kinds if (ids := ids_in(kind.file, name))), None)
        if ids:
            found[KINDS["release"].at(ids[0])] = None
    return list(found)


def _list(tree: Tree, criterion: Address) -> str:
    said = words(tree.table(criterion), "list")
    return said if said in _CRITERIA else ""


def _part(tree: Tree, kind: Kind, found: list[Address], title: str, now: Now) -> Iterator[str]:
    """Records of one kind, under a heading that counts them."""
    if found:
        yield f"{title}: {len(found)}"
        for at in found:
            yield f"{INDENT}{head(tree, kind, at)}"
            yield from told(tree, kind, at, now, INDENT * 2, but=("result",))
        yield ""


def _cases(tree: Tree, uat: Address, now: Now) -> Iterator[str]:
    seen = _seen(tree, uat)
    cases = list(records(tree, KINDS["case"], uat))
    if cases:
        yield f"Cases: {len(cases)}"
    for number, at in enumerate(cases, 1):
        yield f"{INDENT}{number}. {head(tree, KINDS['case'], at)}"
        yield from told(tree, KINDS["case"], at, now, INDENT * 2)
        here = seen.get(at.key, [])
        for who, result in here:
            yield from _result(tree, who, result, now)
        states = [words(tree.table(result), "state") for _, result in here]
        if not here:
            yield f"{INDENT * 2}Nobody has run it."
        elif not any(state in PASSED for state in states):
            yield f"{INDENT * 2}Nobody has passed it."
        yield ""


def _seen(tree: Tree, uat: Address) -> dict[str, list[Seen]]:
    """What the testers saw, by the id of the case: round by round, as the rounds are listed."""
    order = {at.key: number for number, at in enumerate(records(tree, KINDS["round"], uat))}
    rank = {at: order.get(round_and_tester(at)[0], len(order)) for at in records(tree, KINDS["sheet"], uat)}
    found: dict[str, list[Seen]] = {}
    for sheet in sorted(rank, key=rank.__getitem__):
        who = _who(tree, uat, sheet)
        for case, table in tree.table(sheet.child("results")).items():
            if isinstance(table, Table):
                found.setdefault(case, []).append((who, sheet.child("results", case)))
    return found


def _who(tree: Tree, uat: Address, sheet: Address) -> str:
    round_, tester = (
        flat(title_of(tree, at)) if tree.has(at := uat.child(table, id_)) else id_
        for table, id_ in zip(("rounds", "testers"), round_and_tester(sheet), strict=True)
    )
    return f"{tester} in {round_}"


def _result(tree: Tree, who: str, at: Address, now: Now) -> Iterator[str]:
    """One line for what a tester saw, then what else was written down."""
    said = tree.table(at).get("state")
    state = "no result" if said is None else flat(str(said))
    yield f"{INDENT * 2}{who}: {state}"
    but = ("state",) if not isinstance(said, Table) else ()
    yield from answers(tree, KINDS["result"], at, now, INDENT * 3, but=but, open_too=False)


def _lost(tree: Tree, uat: Address, sheets: list[Address], now: Now) -> Iterator[str]:
    """Results in cases that are not there."""
    lost = [
        (sheet, at)
        for sheet in sheets
        for at in records(tree, KINDS["result"], sheet)
        if not isinstance(tree.get(uat.child("cases", at.key)), Table)
    ]
    for sheet, at in lost:
        yield f'Result in "{flat(at.key)}", which is no case of this test'
        yield from _result(tree, _who(tree, uat, sheet), at, now)
    if lost:
        yield ""
