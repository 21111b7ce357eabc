"""Measured values side by side: the unit is said once, and what is too wide is said shorter, never cut."""

from __future__ import annotations

from successbook.tui.widgets.sheet import Cell
from successbook.verdicts.metrics import MetricView

__all__ = ["amount", "bare", "number", "unit_beside", "way"]

_NONE = "-"


def bare(text: str, unit: str) -> str:
    """A value without its unit, as it stands in a table: ``58`` for ``58 s``, ``~13 000`` for about that."""
    return text.removesuffix(f" {unit}").replace("about ", "~", 1) if unit else text.replace("about ", "~", 1)


def unit_beside(unit: str) -> str:
    """A unit that stands in a column of its own; a sign such as % stays with its number."""
    return unit if any(char.isalpha() for char in unit) else ""


def number(text: str, unit: str) -> str:
    """A value for a table in which words of a unit have a column of their own."""
    return bare(text, unit) if unit_beside(unit) else text.replace("about ", "~", 1)


def amount(text: str, unit: str, role: str = "") -> Cell:
    """A value in a table. A state in words weighs less than a number, and goes where there is no room."""
    said = number(text, unit)
    if not any(char.isdigit() for char in said) and said not in ("yes", "no"):
        return Cell(said, "muted", shorter=("…",) if said != _NONE else ())
    short = bare(text, unit)
    return Cell(said, role, shorter=(short, "…") if short != said else ("…",))


def way(view: MetricView) -> Cell:
    """Where a metric is and where it shall be, ``58 → ≤ 60 s``; in a narrow column only where it is."""
    here = view.now if view.now != _NONE else view.start
    if here == _NONE and view.wanted == _NONE:
        return Cell("")
    short = here.replace("about ", "~", 1)
    shorter = (short, bare(here, view.unit), "") if any(char.isdigit() for char in here) else ("",)
    if view.wanted == _NONE:
        return Cell(here, shorter=shorter)
    once = bare(here, view.unit) if view.wanted.endswith(f" {view.unit}") else short
    return Cell(f"{once} → {view.wanted}", shorter=shorter)
