"""Baselines that benchmarks can be taken from; read without the record models, for the first picture."""

from __future__ import annotations

from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure
from successbook.tree import Address, Tree, Value

__all__ = ["baseline_of"]


def baseline_of(tree: Tree, kpi: Address) -> Value | None:
    """The baseline that the benchmark of a KPI could be taken from; None where it has no number."""
    value = tree.table(KINDS["metric"].at(kpi.key)).get("baseline")
    found = measure(value)
    return value if found is not None and found.number is not None else None
