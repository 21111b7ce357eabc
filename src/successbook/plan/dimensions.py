"""The four dimensions of success, widest last, and its definitions, in the words of a session.

Loads no pydantic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.tree import Address, Table, Tree

__all__ = ["DEFINITIONS", "DIMENSIONS", "FACETS", "NOWHERE", "headings", "lines_by_dimension", "of_a_team"]

DIMENSIONS: Final = {
    "personal": "What matters to me",
    "team": "What matters to my team",
    "company": "What matters to my company",
    "product": "What matters to my customers",
}
"""Each dimension as files name it, and as people read it."""

_OF_A_TEAM: Final = {
    "personal": "What matters to each of us",
    "team": "What matters to us",
    "company": "What matters to our company",
    "product": "What matters to our customers",
}

FACETS: Final = {
    "personal": ("learning", "wins and lessons", "recognition", "money"),
    "team": ("trust", "morale", "getting things done"),
    "company": ("stakeholders understand", "strategy", "sponsorship"),
    "product": ("top-level metrics", "quality", "customer feedback", "proxy metrics"),
}
"""The facets of each dimension that everybody begins with; a person adds facets of their own."""

DEFINITIONS: Final = {
    "success_before": "at first",
    "success_after": "afterwards",
    "success_ahead": "ahead",
}
"""The sentences in which a session defines success, by field, and which of them it is."""

NOWHERE: Final = "Not in a dimension yet"
"""Where a line stands that nobody has put anywhere."""


def of_a_team(session: Table) -> bool:
    """Whether a team held a session."""
    return words(session, "together") == "as a team"


def headings(*, team: bool = False) -> Mapping[str, str]:
    """Each dimension as people read it, in the words of one person or of a team."""
    return _OF_A_TEAM if team else DIMENSIONS


def lines_by_dimension(tree: Tree, session: Address) -> Iterator[tuple[str, str, list[Address]]]:
    """The lines of a session where they count: each dimension that has some, as read, and they in order.

    Yields:
        the dimension's name, which is empty where nobody has put the lines anywhere, its heading, the lines.
    """
    found: dict[str, list[Address]] = {name: [] for name in (*DIMENSIONS, "")}
    for at in records(tree, KINDS["entry"], session):
        said = words(tree.table(at), "dimension")
        found[said if said in DIMENSIONS else ""].append(at)
    titles = headings(team=of_a_team(tree.table(session)))
    for name, lines in found.items():
        if lines:
            yield name, titles.get(name, NOWHERE), lines
