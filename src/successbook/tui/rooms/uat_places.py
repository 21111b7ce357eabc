"""Which case, tester and round a record of an acceptance test belongs to, and which test is shown first."""

from __future__ import annotations

from successbook.plan.belonging import acceptance_test_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.peek import day
from successbook.tree import Address, Tree
from successbook.tui.rooms.holders import around
from successbook.verdicts.results import round_and_tester

__all__ = ["case_of", "release_to_show", "round_of", "tester_of"]


def case_of(at: Address) -> Address | None:
    """The case that a record is, stands in, or is a result of."""
    place = locate(at)
    if place is None:
        return None
    if place.kind.name == "result":
        test = acceptance_test_of(at)
        return KINDS["case"].at(place.id, test) if test is not None else None
    return around(at, "case")


def tester_of(at: Address) -> str | None:
    """The tester that a record is, or of whose sheet it is a part."""
    place = locate(at)
    if place is None:
        return None
    if place.kind.name == "tester":
        return place.id
    return round_and_tester(at)[1] if "/results/" in at.file else None


def round_of(at: Address | None) -> str:
    """The id of the round that a record is, or of whose sheet it is a part; empty for anything else."""
    place = locate(at) if at is not None else None
    if place is None or at is None:
        return ""
    if place.kind.name == "round":
        return place.id
    return round_and_tester(at)[0] if "/results/" in at.file else ""


def release_to_show(tree: Tree) -> Address | None:
    """The release whose test is shown first: the next one that has cases, else the last one that has."""
    releases = list(records(tree, KINDS["release"]))
    tested = [at for at in releases if tree.table(KINDS["uat"].at("", at).child("cases"))]
    ahead = [at for at in tested if day(tree.table(at), "actual") is None]
    return next(iter([*ahead, *reversed(tested), *releases]), None)
