"""What one tester is given on paper: why they are here, how it goes, and every case with room for an answer.

It holds what a tester needs and nothing else: no notes, no traces, nothing of what others saw.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from successbook.plan.belonging import release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import day, people, words
from successbook.plan.recording import sheet_at
from successbook.plan.titles import title_of, title_of_table
from successbook.tree import Address, Table, Tree
from successbook.verdicts.results import Seen, evidence_of

__all__ = ["ANSWERS", "Fact", "Handout", "HandoutCase", "Step", "handout_of"]

_ABOUT = {
    "scope": "What is tested",
    "how_to_test": "How to test",
    "access": "How to get in",
    "test_data": "Test data",
    "how_to_report": "How to report",
}
"""Fields of an acceptance test that a tester is told, with what they are called on paper."""
_OF_A_CASE = {
    "role": "Who you are",
    "preconditions": "Before",
    "test_data": "Test data",
    "environment": "Where",
}
"""The same of a case."""

ANSWERS = (
    ("passed", "It went as described."),
    ("passed with note", "It went, and something made me stop and think."),
    ("failed", "It did not go as described."),
    ("blocked", "I could not try: something outside stopped me."),
    ("not observed", "I tried, and could not tell."),
    ("not applicable", "It is not for me."),
)
"""The answers to choose from, with what each of them means."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know: what it is called, and what it says; the latter may have several lines."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, and what should happen then."""

    do: str
    expect: str


@dataclass(frozen=True, slots=True)
class HandoutCase:
    """A case as a tester sees it.

    Attributes:
        number: counted through the whole handout, from 1.
        title: what is tried.
        priority: must, should, could, or nothing.
        facts: as whom, what must be there before, with which data, where; what they saw when it did not pass.
        steps: what to do.
        judged: what passes and what fails.
        answer: what this tester has answered already in this round; empty when nothing.
        note: what they noted.
    """

    number: int
    title: str
    priority: str
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    judged: tuple[Fact, ...]
    answer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Handout:
    """All that one tester is given.

    Attributes:
        plan: what the plan is called.
        release: what the release is called.
        round: what the round is called.
        tester: the tester's name or code.
        facts: when, where, with which version.
        about: what is tested, how, with what, and how to report; longer texts.
        sections: the cases, by section in order; a section may have no name.
    """

    plan: str
    release: str
    round: str
    tester: str
    facts: tuple[Fact, ...]
    about: tuple[Fact, ...]
    sections: tuple[tuple[str, tuple[HandoutCase, ...]], ...]

    @property
    def count(self) -> int:
        """How many cases there are."""
        return sum(len(cases) for _, cases in self.sections)


def _long_date(on: dt.date) -> str:
    """A day as it stands on paper, where "tomorrow" means nothing: ``20 July 2026``."""
    return f"{on.day} {on:%B} {on.year}"


def handout_of(
    tree: Tree, uat: Address, round_: Address, tester: Address, plan: str, cases: Iterable[Address]
) -> Handout:
    """The handout of a tester for a round.

    Args:
        tree: the plan.
        uat: the acceptance test.
        round_: the round.
        tester: the tester.
        plan: what the plan is called.
        cases: the cases that the tester is given, in their order.
    """
    sheet = sheet_at(uat, round_.key, tester.key)
    seen = evidence_of(tree, uat).seen
    told = (
        (
            words(tree.table(at), "section"),
            _case(
                tree,
                at,
                number,
                tree.table(sheet.child("results", at.key)),
                tuple(_before(tree, uat, seen.get(at.key, {}).get(tester.key), at, round_.key)),
            ),
        )
        for number, at in enumerate(cases, 1)
    )
    sections = groupby(told, key=lambda pair: pair[0])
    return Handout(
        plan=plan,
        release=title_of(tree, release_of(uat) or uat),
        round=title_of_table(KINDS["round"], tree.table(round_)) or round_.key,
        tester=title_of_table(KINDS["tester"], tree.table(tester)) or tester.key,
        facts=tuple(_facts(tree.table(uat), tree.table(round_), tree.table(tester))),
        about=tuple(_told(tree.table(uat), _ABOUT, "\nThey are good until {}.")),
        sections=tuple((section, tuple(case for _, case in held)) for section, held in sections),
    )


def _facts(uat: Table, round_: Table, tester: Table) -> Iterator[Fact]:
    if booked := day(tester, "booked"):
        yield Fact("Your day", _long_date(booked))
    starts, ends = (day(round_, name) or day(uat, name) for name in ("starts", "ends"))
    if starts or ends:
        spans = [_long_date(each) for each in (starts, ends) if each]
        yield Fact("When", " to ".join(dict.fromkeys(spans)))
    where = words(round_, "environment") or ", ".join(people(uat, "environments"))
    if where:
        yield Fact("Where", where)
    if build := words(round_, "build"):
        yield Fact("Version", build)


def _told(table: Table, labels: Mapping[str, str], expiry: str) -> Iterator[Fact]:
    """What fields of a record say; after its test data until when they are good, in the words `expiry`."""
    for name, label in labels.items():
        text = words(table, name)
        expires = day(table, "data_expires") if name == "test_data" else None
        if expires:
            text = f"{text}{expiry.format(_long_date(expires))}".strip()
        if text:
            yield Fact(label, text)


def _before(tree: Tree, uat: Address, seen: Seen | None, case: Address, round_: str) -> Iterator[Fact]:
    """What this tester saw in an earlier round, if it did not pass: why it is tried again."""
    if seen is None or seen.round == round_ or seen.state not in _AGAIN:
        return
    note = words(tree.table(seen.at(case.key)), "note")
    which = title_of(tree, uat.child("rounds", seen.round)).partition(",")[0]
    yield Fact(f"In {which}", f"{seen.state}{f': {note}' if note else ''}")


_AGAIN = ("failed", "blocked", "not observed")


def _case(tree: Tree, at: Address, number: int, result: Table, before: tuple[Fact, ...]) -> HandoutCase:
    table = tree.table(at)
    steps = (tree.table(each) for each in records(tree, KINDS["case_step"], at))
    state = words(result, "state")
    return HandoutCase(
        number=number,
        title=title_of(tree, at),
        priority=words(table, "priority"),
        facts=(*_told(table, _OF_A_CASE, " (good until {})"), *before),
        steps=tuple(Step(words(each, "title"), words(each, "expect")) for each in steps),
        judged=tuple(
            Fact(label, words(table, name))
            for label, name in (("Passes when", "pass_when"), ("Fails when", "fail_when"))
            if words(table, name)
        ),
        answer="" if state in ("not run", "did not show") else state,
        note=words(result, "note"),
    )
