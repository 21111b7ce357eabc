"""The head of the plan on a page: why it is done, and how far it is. It is on the screen first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from successbook.plan.hierarchy import Hierarchy, records
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.verdicts.metrics import MetricView, look_at

__all__ = ["QUESTIONS", "Head", "Step", "head_of", "nothing_said"]

_ROLES: Final = ("north star", "KPI", "", "input", "proxy", "guardrail")

QUESTIONS: Final = {
    "mission": "What does your company exist for?",
    "problem": "Which users' problem should this product solve?",
    "goal": "What should the product achieve?",
    "metric": "What would show it, and where is it today?",
    "key_action": "What must people do differently?",
    "initiative": "What are you building?",
    "release": "What ships next, and when?",
    "stakeholder": "Who must not be surprised?",
}
"""What is asked for a kind of record of which there is none."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from the mission down to the goal.

    Attributes:
        kind: which kind of record belongs here.
        at: the record; None while there is none.
        title: what it is called, or the question to answer.
        known: whether there is an answer; False also for "don't know yet".
    """

    kind: Kind
    at: Address | None
    title: str
    known: bool


@dataclass(frozen=True, slots=True)
class Head:
    """The first two panels of the page.

    Attributes:
        why: the steps from mission to goal.
        metrics: the metrics, the most important first.
    """

    why: tuple[Step, ...]
    metrics: tuple[MetricView, ...]


def head_of(tree: Tree, now: Now, most: int | None = None) -> Head:
    """The head of the page, on a day.

    Args:
        tree: the plan.
        now: the day.
        most: how many metrics to look at; all unless told.
    """
    metrics = sorted(records(tree, KINDS["metric"]), key=lambda at: _rank(words(tree.table(at), "role")))
    views = tuple(look_at(tree, at, now) for at in metrics[:most])
    return Head(_why(tree, Hierarchy.of(tree)), views)


def _rank(role: str) -> int:
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def nothing_said(tree: Tree) -> bool:
    """Whether a plan has no record yet that its page would show."""
    return not any(True for name in QUESTIONS for _ in records(tree, KINDS[name]))


def _why(tree: Tree, hierarchy: Hierarchy) -> tuple[Step, ...]:
    goals = list(records(tree, KINDS["goal"]))
    chain = hierarchy.chain(goals[0]) if goals else []
    steps = []
    for name in ("mission", "problem", "goal"):
        kind = KINDS[name]
        here = [at for at in chain if hierarchy.kinds[at] is kind] or list(records(tree, kind))
        if here:
            steps.append(Step(kind, here[0], title_of(tree, here[0]), known=True))
        else:
            steps.append(Step(kind, None, QUESTIONS[name], known=False))
    return tuple(steps)
