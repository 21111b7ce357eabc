"""What can be handed out of a plan, for whom and as what; the documents themselves as bytes with a name.

A *part* is what a document is about, an *audience* is who will read it. `DOCUMENTS` says which parts there
are in which format; a new export is a row there and a function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from successbook.errors import Refused, UsageError
from successbook.files.handing_out import Document, safe_name
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.titles import title_of
from successbook.sharing.audiences import AUDIENCES, Audience
from successbook.sharing.cases_given import cases_given
from successbook.sharing.cases_out import cases_rows
from successbook.sharing.handout import handout_of
from successbook.sharing.naming import find_named, latest_round, uat_of
from successbook.sharing.readings_out import readings_rows
from successbook.sharing.results_out import result_sheet_rows, results_rows
from successbook.sharing.tables import SEPARATORS, table_text
from successbook.tree import Address, Tree

__all__ = [
    "AUDIENCES",
    "DOCUMENTS",
    "FORMATS",
    "PARTS",
    "SEVERAL",
    "Audience",
    "Wish",
    "documents",
    "part_meant",
]

Format = Literal["markdown", "html", "csv", "ics", "json"]

FORMATS: Final[dict[Format, str]] = {
    "markdown": ".md",
    "html": ".html",
    "csv": ".csv",
    "ics": ".ics",
    "json": ".json",
}
"""The formats, with the ending of their files."""

PARTS: Final[dict[str, str]] = {
    "plan": "the whole plan; as ics its days that are still to come",
    "handouts": "for each tester the cases on paper",
    "sheets": "for each tester a result sheet to fill in",
    "cases": "the cases of an acceptance test, every field",
    "results": "what all testers saw, in all rounds",
    "readings": "the dated values of all metrics",
}
"""What can be handed out."""

SEVERAL: Final = frozenset({"handouts", "sheets"})
"""The parts of which there may be several documents."""

_FOR: Final[dict[Audience, tuple[str, ...]]] = {
    "stakeholders": ("plan", "readings"),
    "testers": ("handouts", "sheets"),
}
"""What an audience may have; the team may have everything."""

_MARK: Final = "\ufeff"  # spreadsheets take a file without it for Windows-1252


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to have.

    Attributes:
        to: the format.
        audience: who reads it.
        part: what it is about; empty for what the audience and the format suggest.
        release: the release, by id or title; empty for the only one that can be meant.
        round: the round; empty for the latest.
        testers: the testers; empty for all of them.
        separator: what stands between the cells of a table.
        retest: whether testers are given only what they try again.
    """

    to: Format
    audience: Audience = "team"
    part: str = ""
    release: str = ""
    round: str = ""
    testers: tuple[str, ...] = ()
    separator: str = "comma"
    retest: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    """The plan that is shared."""

    tree: Tree
    title: str
    now: Now


class _Part(NamedTuple):
    """The acceptance test, the round, a tester, and the cases that they are given."""

    uat: Address
    round: Address
    tester: Address
    cases: tuple[Address, ...]


Maker = Callable[[_Source, Wish], Iterator[tuple[tuple[str, ...], str]]]
"""Gives the documents of a part: the words of a name, and the text."""


def part_meant(wish: Wish) -> str:
    """The part that somebody wants who did not name one.

    Raises:
        UsageError: it is not clear, or there is no such part in this format for this audience.
    """
    part = wish.part or _suggested(wish)
    maker = DOCUMENTS.get((part, wish.to))
    if maker is None:
        formats = [to for known, to in DOCUMENTS if known == part]
        parts = [known for known, to in DOCUMENTS if to == wish.to]
        remedy = (
            f"it can be had as {' or '.join(formats)}" if formats else f"as {wish.to}: {', '.join(parts)}"
        )
        raise UsageError(f"there is no {wish.to} of {part or 'that'}", where="export", remedy=remedy)
    if part not in _FOR.get(wish.audience, (part,)):
        remedy = f"leave --for {wish.audience} out"
        raise UsageError(f"{part} are not for {wish.audience}", where="export", remedy=remedy)
    return part


def _suggested(wish: Wish) -> str:
    if wish.audience == "testers":
        return "sheets" if wish.to == "csv" else "handouts"
    if wish.to == "csv":
        parts = [part for part, to in DOCUMENTS if to == "csv"]
        raise UsageError("it is not clear which table", where="export", remedy=f"--part {' | '.join(parts)}")
    return "plan"


def documents(tree: Tree, title: str, now: Now, wish: Wish) -> list[Document]:
    """The documents that somebody wants, each with a name of its own.

    Raises:
        Refused: what they are about is not in the plan.
        UsageError: there is no such document.
    """
    part = part_meant(wish)
    found: dict[str, Document] = {}
    for names, text in DOCUMENTS[part, wish.to](_Source(tree, title, now), wish):
        start, number = safe_name(*names), 1
        name = start
        while name in found:
            number += 1
            name = f"{start}-{number}"
        data = f"{_MARK if wish.to == 'csv' else ''}{text}".encode(errors="replace")
        found[name] = Document(f"{name}{FORMATS[wish.to]}", data)
    return list(found.values())


def _testers(source: _Source, uat: Address, wish: Wish) -> list[Address]:
    kind = KINDS["tester"]
    if wish.testers:
        return [find_named(source.tree, kind, each, uat) for each in wish.testers]
    found = list(records(source.tree, kind, uat))
    if not found:
        raise Refused(
            "there are no testers yet", where=title_of(source.tree, uat), remedy="add a tester first"
        )
    return found


def _round(source: _Source, uat: Address, wish: Wish) -> Address:
    if wish.round:
        return find_named(source.tree, KINDS["round"], wish.round, uat)
    return latest_round(source.tree, uat)


def _of_testers(source: _Source, wish: Wish) -> Iterator[_Part]:
    """What each tester is given; in a retest only those who have something to try again."""
    uat = uat_of(source.tree, wish.release)
    round_ = _round(source, uat, wish)
    if next(records(source.tree, KINDS["case"], uat), None) is None:
        raise Refused("there are no cases yet", where=title_of(source.tree, uat), remedy="add a case first")
    found = [
        _Part(uat, round_, at, cases_given(source.tree, uat, round_.key, at.key, retest=wish.retest))
        for at in _testers(source, uat, wish)
    ]
    given = [each for each in found if each.cases or not wish.retest]
    if not given:
        where = title_of(source.tree, round_)
        raise Refused("nothing is to be tried again", where=where, remedy="leave --retest out")
    yield from given


def _handouts(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    for uat, round_, tester, cases in _of_testers(source, wish):
        handout = handout_of(source.tree, uat, round_, tester, source.title, cases)
        if wish.to == "html":
            from successbook.sharing.handout_html import handout_html as written
        else:
            from successbook.sharing.handout_markdown import handout_markdown as written
        yield (round_.key, tester.key), written(handout)


def _sheets(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    for uat, round_, tester, cases in _of_testers(source, wish):
        rows = result_sheet_rows(source.tree, uat, round_.key, tester.key, cases)
        yield (round_.key, tester.key), table_text(rows, SEPARATORS[wish.separator])


def _cases(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    uat = uat_of(source.tree, wish.release)
    yield ("cases",), table_text(cases_rows(source.tree, uat), SEPARATORS[wish.separator])


def _results(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    uat = uat_of(source.tree, wish.release)
    yield ("results",), table_text(results_rows(source.tree, uat), SEPARATORS[wish.separator])


def _readings(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    yield ("readings",), table_text(readings_rows(source.tree), SEPARATORS[wish.separator])


def _plan(source: _Source, wish: Wish) -> Iterator[tuple[tuple[str, ...], str]]:
    told = (source.tree, source.title, source.now, wish.audience)
    if wish.to == "ics":
        from successbook.sharing.dates_ics import dates_ics

        text = dates_ics(*told)
    elif wish.to == "json":
        from successbook.sharing.whole_plan_json import whole_plan_json

        text = whole_plan_json(*told)
    else:
        from successbook.sharing.whole_plan import whole_plan
        from successbook.sharing.whole_plan_html import whole_plan_html
        from successbook.sharing.whole_plan_markdown import whole_plan_markdown

        written = whole_plan_html if wish.to == "html" else whole_plan_markdown
        text = written(whole_plan(*told))
    yield ("plan",), text


DOCUMENTS: Final[dict[tuple[str, Format], Maker]] = {
    ("plan", "markdown"): _plan,
    ("plan", "html"): _plan,
    ("plan", "ics"): _plan,
    ("plan", "json"): _plan,
    ("handouts", "html"): _handouts,
    ("handouts", "markdown"): _handouts,
    ("sheets", "csv"): _sheets,
    ("cases", "csv"): _cases,
    ("results", "csv"): _results,
    ("readings", "csv"): _readings,
}
"""The parts there are, each with its formats, and who makes them."""
