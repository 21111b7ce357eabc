"""What people decide before and after a launch, and what they freeze, as edits of a draft.

Everything here keeps name, day and reason; nothing is refused because it contradicts what the plan says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from successbook.errors import Refused
from successbook.plan.answers import expect_record
from successbook.plan.baselines import baseline_of
from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.peek import people
from successbook.tree import Address, Value, same

__all__ = [
    "agree",
    "change_benchmark",
    "decide_gate",
    "decide_phase",
    "freeze",
    "take_baseline",
    "tell",
]

_TAKEN: Final = {
    "baseline": "benchmark",
    "baseline_date": "benchmark_date",
    "baseline_from": "benchmark_from",
    "baseline_to": "benchmark_to",
}
"""What a benchmark has of the baseline from which it is taken, by the field of the metric."""


def decide_gate(
    draft: Draft, gate: Address, decision: str, *, by: str = "", on: dt.date | None = None, because: str = ""
) -> None:
    """Keep what was decided at a gate, by whom, when and why.

    Raises:
        AddressError: there is no such gate.
    """
    expect_record(draft.tree, gate, KINDS["gate"])
    for name, value in (("decision", decision), ("decided", on), ("decided_by", by), ("because", because)):
        draft.put(gate.child(name), value or None)


def decide_phase(
    draft: Draft, phase: Address, decision: str, *, on: dt.date | None = None, because: str = ""
) -> None:
    """Keep whether a schedule goes on to its next phase or stays, when and why.

    Raises:
        AddressError: there is no such phase.
    """
    expect_record(draft.tree, phase, KINDS["phase"])
    for name, value in (("decision", decision), ("decided", on), ("because", because)):
        draft.put(phase.child(name), value or None)


def freeze(draft: Draft, kpis: Iterable[Address], on: dt.date) -> int:
    """Freeze the benchmarks of KPIs of a release.

    Args:
        draft: what is being changed.
        kpis: the KPIs; those that are frozen stay as they are.
        on: the day.

    Returns:
        how many were frozen.

    Raises:
        Refused: one of them has no benchmark to freeze.
    """
    count = 0
    for at in kpis:
        expect_record(draft.tree, at, KINDS["release_kpi"])
        table = draft.tree.table(at)
        if "frozen" in table:
            continue
        if "benchmark" not in table:
            raise Refused("there is no benchmark to freeze", where=str(at), remedy="write it first")
        draft.put(at.child("frozen"), on)
        count += 1
    return count


def take_baseline(draft: Draft, kpi: Address) -> None:
    """Let the baseline of the metric be the benchmark of a KPI, with its days and its first source.

    Raises:
        AddressError: there is no such KPI.
        Refused: it has a benchmark, or its metric no baseline.
    """
    expect_record(draft.tree, kpi, KINDS["release_kpi"])
    at = kpi.child("benchmark")
    if draft.tree.has(at):
        raise Refused("there is a benchmark already", where=str(at))
    if baseline_of(draft.tree, kpi) is None:
        raise Refused("there is no baseline to take", where=str(at), remedy="write the benchmark")
    metric = draft.tree.table(KINDS["metric"].at(kpi.key))
    for name, to in _TAKEN.items():
        if name in metric:
            draft.put(kpi.child(to), metric[name])
    sources = people(metric, "baseline_sources")
    if sources:
        draft.put(kpi.child("benchmark_source"), sources[0])


def change_benchmark(draft: Draft, kpi: Address, new: Value, because: str, on: dt.date) -> Address:
    """Give a frozen benchmark another value, and keep the one it had, the day and the reason.

    Returns:
        the address of what is kept.

    Raises:
        AddressError: there is no such KPI.
        Refused: nobody says why, or it is what it was.
    """
    expect_record(draft.tree, kpi, KINDS["release_kpi"])
    at = kpi.child("benchmark")
    old = draft.tree.get(at)
    if not because.strip():
        raise Refused(
            "nobody says why",
            where=str(at),
            remedy="a frozen benchmark keeps its reason: say it in a sentence",
        )
    if old is not None and same(old, new):
        raise Refused("it is what it was", where=str(at), remedy="give a new value")
    draft.put(at, new)
    fields: dict[str, Value] = {"date": on, "because": because}
    if old is not None:
        fields["old"] = old
    return draft.add(KINDS["benchmark_change"], inside=kpi, fields=fields)


def tell(
    draft: Draft,
    stakeholders: Iterable[Address],
    said: str,
    *,
    step: str = "",
    on: dt.date,
    by: str = "",
    release: str = "",
) -> list[Address]:
    """Write down that several stakeholders were told the same.

    Args:
        draft: what is being changed.
        stakeholders: who was told.
        said: what.
        step: at which step.
        on: the day.
        by: who told them.
        release: the id of the release it was about, for those who hear of several.

    Returns:
        the addresses of what was written, one for each of them.

    Raises:
        AddressError: one of them is not there.
        Refused: nothing was said.
    """
    if not said.strip() and not step.strip():
        raise Refused("nothing was said", remedy="write what they were told")
    told = (("step", step.strip()), ("said", said), ("by", by.strip()), ("release", release))
    fields: dict[str, Value] = {"date": on, **{name: value for name, value in told if value}}
    return [draft.add(KINDS["update"], inside=at, fields=fields) for at in stakeholders]


def agree(draft: Draft, stakeholders: Iterable[Address], on: dt.date, release: str = "") -> None:
    """Write down that stakeholders agreed on a day.

    Args:
        draft: what is being changed.
        stakeholders: who.
        on: the day.
        release: the id of the release to which they agreed, where there are several; the day of an agreement
            to another one stays.

    Raises:
        AddressError: one of them is not there.
    """
    for at in stakeholders:
        expect_record(draft.tree, at, KINDS["stakeholder"])
        own = KINDS["agreement"].at(release, at) if release else at
        if release and not draft.tree.has(own):
            draft.add(KINDS["agreement"], inside=at, id_=release, fields={"date": on})
        else:
            draft.put(own.child("date" if release else "agreed"), on)
