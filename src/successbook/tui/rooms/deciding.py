"""Where something can be decided or frozen: at a gate, in a phase of a schedule, of a benchmark.

The questions themselves are in `screens/deciding.py`, which is loaded when one is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.dom import DOMNode

from successbook.plan.baselines import baseline_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, kind_name
from successbook.plan.peek import day
from successbook.tree import Address, Tree
from successbook.tui.rooms.holders import around
from successbook.verdicts.benchmarks import freezable
from successbook.verdicts.gates import gates_of, launch_gates
from successbook.verdicts.schedule import to_decide

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["ask_decision", "ask_freeze", "decided_at", "frozen_at", "label_of", "why_not"]


def decided_at(tree: Tree, subject: Address | None) -> Address | None:
    """The gate or phase at which something can be decided here; of a release the first open gate."""
    found = around(subject, "gate") or around(subject, "phase")
    if found is not None or subject is None:
        return found
    kpi = around(subject, "release_kpi")
    if kpi is not None:
        return to_decide(tree, kpi)
    release = _release_at(subject)
    if release is None or kind_name(subject) != "release":
        return None
    gates = launch_gates(tree, release) or gates_of(tree, release)
    return next((each.at for each in gates if not each.decision), None)


def frozen_at(subject: Address | None) -> Address | None:
    """The KPI of a release whose benchmark is meant here; None where that of all of them is."""
    return around(subject, "release_kpi")


def _release_at(subject: Address | None) -> Address | None:
    """The release in whose file a record stands; its acceptance test has a file of its own."""
    at = Address(subject.file) if subject is not None else None
    return at if kind_name(at) == "release" else None


def why_not(workbook: Workbook, subject: Address | None, action_id: str) -> str | None:
    """Why nothing can be decided, or frozen, here; None when it can."""
    return (_why_not_freeze if action_id == "freeze" else _why_not_decide)(workbook, subject)


def _why_not_decide(workbook: Workbook, subject: Address | None) -> str | None:
    """Why nothing can be decided here."""
    if decided_at(workbook.tree, subject) is None:
        return "Put the cursor on a gate, or on a phase of a schedule"
    return None


def _why_not_freeze(workbook: Workbook, subject: Address | None) -> str | None:
    """Why nothing can be frozen here."""
    tree, kpi, release = workbook.tree, frozen_at(subject), _release_at(subject)
    if kpi is not None:
        known = "benchmark" in tree.table(kpi) or baseline_of(tree, kpi) is not None
        return (
            None if known else "There is neither a benchmark nor a baseline yet; Enter writes the benchmark"
        )
    if release is None:
        return "Put the cursor on a release, or on one of its KPIs"
    if not any(True for _ in records(tree, KINDS["release_kpi"], release)):
        return "This release has no KPI yet; A adds one"
    return None if freezable(tree, release) else "Every benchmark that there is, is frozen"


def label_of(workbook: Workbook, subject: Address | None, action_id: str) -> str:
    """What deciding or freezing is called here; empty for the usual words."""
    tree = workbook.tree
    if action_id == "decide":
        at = decided_at(tree, subject)
        return {"gate": "go or no-go", "phase": "go on or stay"}.get(kind_name(at), "")
    if action_id == "freeze":
        kpi = frozen_at(subject)
        if kpi is not None:
            if "benchmark" not in tree.table(kpi) and baseline_of(tree, kpi) is not None:
                return "take baseline"
            return "change benchmark" if day(tree.table(kpi), "frozen") else "freeze benchmark"
        return "freeze all benchmarks"
    return ""


def ask_decision(node: DOMNode, workbook: Workbook, subject: Address | None) -> None:
    """Ask what was decided, then by whom, when and why.

    Raises:
        Refused: nothing can be decided here.
    """
    from successbook.tui.screens.deciding import decide

    decide(node, workbook, decided_at(workbook.tree, subject))


def ask_freeze(node: DOMNode, workbook: Workbook, subject: Address | None) -> None:
    """Freeze the benchmark that is meant, or all of the release; of one that is frozen ask what it is now.

    Raises:
        Refused: there is none.
    """
    from successbook.tui.screens.deciding import ask_baseline, change_benchmark, freeze

    kpi, release = frozen_at(subject), _release_at(subject)
    if kpi is not None and day(workbook.tree.table(kpi), "frozen") is not None:
        change_benchmark(node, workbook, kpi)
    elif kpi is not None and "benchmark" not in workbook.tree.table(kpi):
        ask_baseline(node, workbook, kpi)
    elif kpi is not None:
        freeze(node, workbook, [kpi])
    else:
        freeze(node, workbook, freezable(workbook.tree, release) if release is not None else [])
