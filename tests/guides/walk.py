"""A plan and an interview, walked together as the interface walks them."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence

from successbook.guides.finding import State
from successbook.guides.guide import Guide
from successbook.guides.interview import Interview
from successbook.guides.pages import Question
from successbook.guides.reading import shipped_guide
from successbook.tree import Address, Change, History, Table, Tree, Value

TODAY = dt.date(2026, 6, 15)
STEPS = ["mission", "problem", "evidence", "goal", "metric", "target", "action", "next", "proof", "people"]
"""The steps of the ten questions."""
TEN: Sequence[Mapping[str, Value | None]] = (
    {"mission.title": "Shopping without second thoughts"},
    {"problem.title": "Guests give up at the address form", "problem.who": "People who buy once"},
    {"problem.how_we_know": "38 % instead of 61 % get past it since March."},
    {
        "goal.title": "Let a guest pay in under a minute",
        "goal.how_it_serves": "Every field is a second thought.",
    },
    {"metric.title": "Seconds to pay", "metric.baseline": 96, "metric.unit": "s"},
    {"target.value": 60, "target.by": dt.date(2026, 9, 30), "target.kind": "at most"},
    {"action.title": "Guests keep their card with us", "action.who": "Guests who come back"},
    {
        "initiative.title": "Guest checkout",
        "release.planned": dt.date(2026, 7, 6),
        "initiative.level": "MVP",
    },
    {
        "proof.title": "Calls about paying",
        "proof.baseline": 30,
        "proof.unit": "a week",
        "proof-target.value": 10,
    },
    {"stakeholder.title": "Jonas, Finance", "stakeholder.expects": "Fewer refunds."},
)


class Walk:
    """An interview over a plan, with its undo."""

    def __init__(self, tree: Tree | None = None, *, guide: Guide | None = None, position: str = "") -> None:
        self.tree = tree if tree is not None else Tree()
        self.history = History()
        count = itertools.count()
        self.interview = Interview(
            guide or shipped_guide("ten-questions"),
            self.tree,
            today=TODAY,
            position=position,
            random=lambda: f"r{next(count):03}",
        )

    @property
    def question(self) -> Question:
        question = self.interview.question
        assert question is not None
        return question

    def state(self, step: str) -> State:
        """Whether a step is answered, open or not known."""
        names = [each.name for each in self.interview.guide.steps]
        return self.interview.states()[names.index(step)]

    def do(self, change: Change) -> Change:
        if change:
            self.tree = self.history.do(self.tree, change)
            self.interview.see(self.tree)
        return change

    def say(self, **values: Value | None) -> Change:
        """Answer the present question; keys without their part belong to the part of the first field."""
        part = self.question.fields[0].ask.part
        return self.do(self.interview.answer({f"{part}.{name}": value for name, value in values.items()}))

    def answer(self, values: Mapping[str, Value | None]) -> Change:
        """Answer the present question and go on."""
        change = self.do(self.interview.answer(values))
        self.interview.next()
        return change

    def dont_know(self, *keys: str) -> Change:
        return self.do(self.interview.dont_know(keys))

    def undo(self) -> None:
        self.tree, _ = self.history.undo(self.tree)
        self.interview.see(self.tree)

    def to(self, step: str) -> Walk:
        self.interview.go(step)
        return self

    def table(self, *path: str, file: str = "plan.toml") -> Table:
        return self.tree.table(Address(file, path))

    def plain(self, *path: str, file: str = "plan.toml") -> dict[str, object]:
        """The plain values of a table."""
        return {
            key: value for key, value in self.table(*path, file=file).items() if not isinstance(value, Table)
        }


def ten_answers() -> Walk:
    """A plan after all ten questions."""
    walk = Walk()
    for values in TEN:
        walk.answer(values)
    return walk
