"""The four dimensions of success, widest last, in the words of a session. Loads no pydantic."""

from __future__ import annotations

from typing import Final

__all__ = ["DIMENSIONS", "FACETS", "NOWHERE"]

DIMENSIONS: Final = {
    "personal": "What matters to me",
    "team": "What matters to my team",
    "company": "What matters to my company",
    "product": "What matters to my customers",
}
"""Each dimension as files name it, and as people read it."""

FACETS: Final = {
    "personal": ("learning", "wins and lessons", "recognition", "money"),
    "team": ("trust", "morale", "getting things done"),
    "company": ("stakeholders understand", "strategy", "sponsorship"),
    "product": ("top-level metrics", "quality", "customer feedback", "proxy metrics"),
}
"""The facets of each dimension that everybody begins with; a person adds facets of their own."""

NOWHERE: Final = "Not in a dimension yet"
"""Where a line stands that nobody has put anywhere."""
