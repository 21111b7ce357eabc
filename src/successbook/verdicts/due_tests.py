"""What is due in acceptance tests, and what expires: test data, and access to what tracks a metric."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.peek import day, references, words
from successbook.tree import Address, Table, Tree
from successbook.verdicts.dated import Dated, named, near, quoted, who
from successbook.verdicts.judging import stopped
from successbook.verdicts.results import round_and_tester

__all__ = ["of_tests", "of_tracking"]


def of_tests(tree: Tree, now: Now) -> Iterator[Dated]:
    """Until a release ships: when its tests begin and end, whom they wait for, what they use expires."""
    for release in records(tree, KINDS["release"]):
        uat = KINDS["uat"].at("", release)
        if not tree.has(uat) or "actual" in tree.table(release):
            continue
        title = named(tree, release)
        sheets = [round_and_tester(at) for at in records(tree, KINDS["sheet"], uat)]
        signed = bool(tree.table(uat.child("sign_offs")))
        starts, ends = (day(tree.table(uat), name) for name in ("starts", "ends"))
        if starts is not None and not sheets:
            yield Dated(uat, "starts", starts, f"start of the acceptance test of {title}")
        if ends is not None and not signed:
            yield Dated(uat, "ends", ends, f"end of the acceptance test of {title}")
        rounds = {at: tree.table(at) for at in records(tree, KINDS["round"], uat)}
        yield from _rounds(tree, rounds, title, {starts, ends}, {name for name, _ in sheets}, now)
        yield from _testers(tree, uat, title, {name for _, name in sheets})
        yield from _data(tree, uat, title, now)


def _rounds(
    tree: Tree,
    rounds: Mapping[Address, Table],
    title: str,
    told: set[dt.date | None],
    begun: set[str],
    now: Now,
) -> Iterator[Dated]:
    """Rounds that have not begun, and ends of rounds to come; days of the test itself are told once."""
    for at, table in rounds.items():
        starts, ends = day(table, "starts"), day(table, "ends")
        if starts is not None and at.key not in begun and starts not in told:
            yield Dated(at, "starts", starts, f"start of {quoted(tree, at)} of {title}")
        if ends is not None and ends >= now.date and ends not in told:
            yield Dated(at, "ends", ends, f"end of {quoted(tree, at)} of {title}")


def _testers(tree: Tree, uat: Address, title: str, seen: set[str]) -> Iterator[Dated]:
    for at in records(tree, KINDS["tester"], uat):
        table = tree.table(at)
        booked = day(table, "booked")
        if booked is not None and "showed_up" not in table and at.key not in seen:
            tester = f"tester {quoted(tree, at)} of {title}"
            past, rest = f"{tester} was booked", "; did they come?"
            yield Dated(at, "showed_up", booked, f"{tester} is booked", past=past, rest=rest)


def _data(tree: Tree, uat: Address, title: str, now: Now) -> Iterator[Dated]:
    """Test data that expire soon or have expired; cases whose data expire on one day are told together."""
    expires = day(tree.table(uat), "data_expires")
    if expires is not None and near(expires, now):
        yield _expiring(uat, expires, f"test data of {title}")
    cases: dict[dt.date, list[Address]] = {}
    for at in records(tree, KINDS["case"], uat):
        on = day(tree.table(at), "data_expires")
        if on is not None and near(on, now):
            cases.setdefault(on, []).append(at)
    for on, several in cases.items():
        of = f"case {quoted(tree, several[0])}" if len(several) == 1 else f"{len(several)} cases"
        yield _expiring(several[0], on, f"test data of {of} of {title}")


def _expiring(at: Address, on: dt.date, what: str) -> Dated:
    return Dated(at, "data_expires", on, f"{what} expire", past=f"{what} have expired")


def of_tracking(tree: Tree, now: Now) -> Iterator[Dated]:
    """Tracking that can soon be used no longer, where somebody still waits for what it tells."""
    for at in records(tree, KINDS["instrument"]):
        table = tree.table(at)
        expires = day(table, "expires")
        if expires is None or not near(expires, now) or words(table, "state") == "cannot be collected":
            continue
        metrics = references(tree, table, "metrics", ("metric",))
        if metrics and all(stopped(tree.table(each)) for each in metrics):
            continue
        what = f"tracking {quoted(tree, at)}"
        yield Dated(at, "expires", expires, f"{what} expires", who(table), f"{what} has expired")
