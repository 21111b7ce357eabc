"""Findings about launches: a go without answers, stages without criteria, unexplained steps, odd days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure
from successbook.plan.peek import day, people, words
from successbook.tree import Address, Tree
from successbook.verdicts.dated import quoted
from successbook.verdicts.findings import Finding
from successbook.verdicts.gates import gates_of

__all__ = ["of_launches"]

_EXPLAINED: Final = ("hold", "pause", "back", "override")


def of_launches(tree: Tree) -> Iterator[Finding]:
    """What is at odds in rollouts, unexpected results and read-outs, whatever day it is."""
    for release in records(tree, KINDS["release"]):
        yield from _gates(tree, release)
        yield from _stages(tree, release)
        yield from _steps(tree, release)
        yield from _incidents(tree, release)
        yield from _readouts(tree, release)


def _gates(tree: Tree, release: Address) -> Iterator[Finding]:
    """Gates at which it goes without a single answer; some that are left open are people's to weigh."""
    for gate in gates_of(tree, release):
        left = len(gate.unanswered)
        if gate.decision in ("go", "go with conditions") and left and left == len(gate.questions):
            none = (
                "its question is not answered" if left == 1 else f"none of its {left} questions is answered"
            )
            says = f"{quoted(tree, gate.at)} was decided {gate.decision}, and {none}"
            yield Finding("go-without-answer", gate.at.child("decision"), says, "answer them")


def _stages(tree: Tree, release: Address) -> Iterator[Finding]:
    """Stages without criteria; with only one stage there is nothing to go on to."""
    for at in records(tree, KINDS["stage"], release):
        table = tree.table(at)
        if not people(table, "advance_when") and not people(table, "back_when"):
            says = f"{quoted(tree, at)} says neither when it goes on nor when it goes back"
            yield Finding("stage-without-criteria", at, says, "say when it advances, and when it goes back")


def _steps(tree: Tree, release: Address) -> Iterator[Finding]:
    for at in records(tree, KINDS["level"], release):
        table = tree.table(at)
        step = words(table, "step")
        if step in _EXPLAINED or words(table, "breached"):
            yield from _unexplained(tree, at, "by", f"a {step or 'step'} in the launch log")


def _unexplained(tree: Tree, at: Address, by: str, what: str) -> Iterator[Finding]:
    table = tree.table(at)
    missing = [word for name, word in ((by, "by whom"), ("because", "why")) if not words(table, name)]
    if missing:
        fix = "say who decided, and why"
        yield Finding("unexplained-step", at, f"{what} does not say {' and '.join(missing)}", fix)


def _incidents(tree: Tree, release: Address) -> Iterator[Finding]:
    for at in records(tree, KINDS["incident"], release):
        table = tree.table(at)
        if words(table, "decision"):
            yield from _unexplained(tree, at, "decided_by", f"the decision on {quoted(tree, at)}")
        length = measure(table.get("time_to_fix"))
        if length is not None and length.number is not None and not words(table, "fix_unit"):
            says = f"a fix takes {table.get('time_to_fix')}, and nobody said whether hours or days"
            yield Finding("fix-without-unit", at.child("time_to_fix"), says, "say hours or days")


def _readouts(tree: Tree, release: Address) -> Iterator[Finding]:
    launched = day(tree.table(release), "actual")
    for at in records(tree, KINDS["readout"], release):
        table = tree.table(at)
        held, following = day(table, "held"), day(table, "next")
        if held is not None and launched is not None and held < launched:
            says = f"it was held on {held}, before the launch on {launched}"
            yield Finding("read-out-days", at.child("held"), says, "correct one of the two days")
        if held is not None and following is not None and following <= held:
            says = f"the next one is on {following}, and it was held on {held}"
            yield Finding("read-out-days", at.child("next"), says, "correct one of the two days")
