"""A whole plan as one HTML page."""

from __future__ import annotations

from successbook.sharing.pages import rendered
from successbook.sharing.whole_plan import WholePlan

__all__ = ["whole_plan_html"]


def whole_plan_html(plan: WholePlan) -> str:
    """The page."""
    return rendered("plan.html", plan=plan)
