"""The rows of a session's pages. Nothing on them grades a person: lines are said, shown, or misses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from successbook.guides.session_guide import AS_A_TEAM, Facet, Page
from successbook.guides.session_prompts import Prompt
from successbook.guides.session_saying import MOST_ACTIONS
from successbook.guides.session_walk import SessionWalk
from successbook.plan.describe import field_named
from successbook.plan.dimensions import DIMENSIONS
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, locate
from successbook.plan.peek import day, people, words
from successbook.plan.titles import title_of
from successbook.text import capital, folded
from successbook.tree import Address, Value
from successbook.tui.screens.session_keys import (
    CaptureKey,
    CarriedKey,
    FacetKey,
    FactKey,
    LineKey,
    MatterKey,
    MetricKey,
    OpenKey,
    PromptKey,
    QuestionKey,
    StepKey,
    TextKey,
    TodoKey,
)
from successbook.tui.widgets.rows import Cell, Column, Row
from successbook.verdicts.board import MARKS, WORDS, standing_of
from successbook.verdicts.dated import until_in_words
from successbook.verdicts.line_details import DETAILS, details_of

__all__ = [
    "COLUMNS",
    "PAIR",
    "ahead_rows",
    "answer_rows",
    "arriving_rows",
    "before_rows",
    "both_definitions",
    "has_come",
    "line_rows",
    "matter_rows",
]

COLUMNS: Final = (Column(grow=True, at_least=24), Column(at_most=24, hide_below=44))
"""What is said, and what there is to say about it."""
PAIR: Final = (Column(grow=True), Column(grow=True))
"""Two sentences side by side."""
_STATES: Final = {"done": "good", "carried on": "accent", "dropped": "muted"}
_COUNTS: Final = {"yes": "counts", "no": "does not count", "thinking": "thinking"}


def _heading(text: str, aside: str = "") -> Iterator[Row]:
    yield Row(TextKey(f"blank {text}"), (Cell(""),), selectable=False)
    yield Row(TextKey(text), ((Cell(text, "heading"), Cell(f"  {aside}", "muted")),), selectable=False)


def _in_words(value: Value | None) -> str:
    if isinstance(value, dt.date):
        return f"{value.day} {value:%b %Y}"
    return value.strip() if isinstance(value, str) else ""


def answer_rows(walk: SessionWalk, prompts: Sequence[Prompt]) -> Iterator[Row]:
    """What was answered on a page, each with its question."""
    for prompt in prompts:
        said = _in_words(walk.tree.get(prompt.at)) if prompt.at is not None else ""
        if said:
            cells = (Cell(f"{_label(prompt)}  ", "muted", wrap=True), Cell(said, wrap=True))
            yield Row(PromptKey(prompt.name), (cells,))


def _label(prompt: Prompt) -> str:
    place = locate(prompt.at) if prompt.at is not None else None
    field = field_named(place.kind, prompt.at.key) if place is not None and prompt.at is not None else None
    return field.label if field is not None else prompt.asks


def arriving_rows(walk: SessionWalk) -> Iterator[Row]:
    """What came of last time's actions, and what would make this worthwhile."""
    yield from answer_rows(walk, walk.prompts())
    actions = walk.last_actions()
    if actions:
        yield from _heading("From last time", "d done, c carried on, x dropped")
    for at in actions:
        table = walk.tree.table(at)
        state, by = words(table, "state"), day(table, "by")
        open_ = state in ("", "open")
        when = until_in_words(by, walk.now) if by is not None and open_ else ""
        aside = when if open_ else state
        cells = [Cell(title_of(walk.tree, at), wrap=True)]
        if became := words(table, "became"):
            cells.append(Cell(f"  {became}", "muted", wrap=True))
        late = open_ and by is not None and by < walk.now.date
        yield Row(
            TodoKey(at), (tuple(cells), Cell(aside, "careful" if late else _STATES.get(state, "muted")))
        )


def before_rows(walk: SessionWalk, *, choosing: bool) -> Iterator[Row]:
    """The first definition, how it is measured, the period, and what follows for judging.

    Args:
        walk: the session.
        choosing: whether it is asked now which metric success is measured by.
    """
    yield from answer_rows(walk, walk.prompts())
    if span := walk.period_in_words():
        yield Row(TextKey("span"), (Cell(span, "muted", wrap=True),), selectable=False)
    if stands := walk.metric_stands():
        yield Row(
            TextKey("stands"), (Cell(f"In your plan: {stands}.", "muted", wrap=True),), selectable=False
        )
    metrics = walk.metrics() if choosing else []
    if metrics:
        yield from _heading("Metrics of your plan", "Enter takes one")
        for title in dict.fromkeys(metrics):
            yield Row(MetricKey(title), (Cell(title),))


def matter_rows(walk: SessionWalk) -> Iterator[Row]:
    """Every facet of every dimension, and whether it matters most."""
    for page in walk.guide.pages:
        if page.kind != "lines":
            continue
        here = walk.matters(page.dimension)
        mark = "◆ " if here else "  "
        cells = (
            Cell(capital(page.dimension), "heading"),
            Cell("  matters most" if here else "", "accent"),
            Cell(f"  {_about(page)}", "muted", wrap=True),
        )
        yield Row(MatterKey(page.dimension, ""), (cells,), marker=mark)
        for facet in walk.facets(page):
            yield _matter_row(walk, page.dimension, facet)


def _about(page: Page) -> str:
    """What a dimension is about, in the words of its page: ``what matters to my team``."""
    return page.title.partition(", ")[2] or DIMENSIONS[page.dimension]


def _matter_row(walk: SessionWalk, dimension: str, facet: Facet) -> Row:
    most = walk.matters(facet.title)
    cells = (
        Cell(facet.title, "strong" if most else ""),
        Cell("  matters most" if most else "", "accent"),
        Cell(f"  {facet.about}", "muted", wrap=True),
    )
    return Row(MatterKey(dimension, facet.title), (cells,), indent=1, marker="◆ " if most else "  ")


def line_rows(walk: SessionWalk, dug: str, question: int) -> Iterator[Row]:
    """A dimension: its facets with their lines, then what could still be counted.

    Args:
        walk: the session.
        dug: the facet that is dug into, by title; empty for none.
        question: which of its questions is asked.
    """
    page = walk.page
    lines = walk.lines(page.dimension)
    own = [at for at in lines if words(walk.tree.table(at), "dimension") == page.dimension]
    for facet in walk.facets(page):
        open_ = facet.title == dug
        most = walk.matters(facet.title)
        cells = (
            Cell(facet.title, "strong" if most or open_ else "accent"),
            Cell("  ◆ matters most" if most else "", "accent"),
            Cell(f"  {facet.about}", "muted", wrap=True),
        )
        yield Row(FacetKey(facet.title), (cells,), marker="▾ " if open_ else "▸ ")
        yield from _questions(facet, question) if open_ else ()
        for at in own:
            if folded(words(walk.tree.table(at), "facet")) == folded(facet.title):
                yield from _line_rows(walk, at, indent=1)
    loose = [at for at in lines if at not in own or not words(walk.tree.table(at), "facet")]
    for at in loose:
        yield from _line_rows(walk, at)
    yield from _to_count(walk)


def _questions(facet: Facet, current: int) -> Iterator[Row]:
    for at, question in enumerate(facet.questions):
        role = "strong" if at == current else "muted"
        yield Row(
            QuestionKey(facet.title, at),
            (Cell(question, role, wrap=True),),
            indent=1,
            marker="› " if at == current else "  ",
        )


def _line_rows(walk: SessionWalk, at: Address, indent: int = 0) -> Iterator[Row]:
    """A line, and beneath it what was said of it.

    What was counted in from the plan has its readings in what it says of direction and amount.
    """
    yield _line_row(walk, at, indent)
    table = walk.tree.table(at)
    said = details_of(
        table, {*walk.page.details, "quote", "by", *(() if words(table, "from_plan") else ("example",))}
    )
    if said:
        parts = [
            cell
            for at_, (label, text) in enumerate(said)
            for cell in (Cell(_beside(label, first=not at_), "muted"), Cell(text, wrap=True))
        ]
        yield Row(TextKey(f"details {at}"), (tuple(parts),), indent=indent, marker="  ", selectable=False)


def _beside(label: str, *, first: bool) -> str:
    """What stands before a detail; an example speaks for itself."""
    gap = "" if first else "  "
    return gap if label == DETAILS["example"] else f"{gap}{label}: "


def _line_row(walk: SessionWalk, at: Address, indent: int = 0) -> Row:
    table = walk.tree.table(at)
    standing = standing_of(table)
    said = [Cell(title_of(walk.tree, at), wrap=True)]
    dimension = words(table, "dimension")
    if dimension != walk.page.dimension:
        said.append(Cell(f"  from {dimension}", "muted", wrap=True))
    elif also := [each for each in people(table, "also") if each in DIMENSIONS]:
        said.append(Cell(f"  also {', '.join(also)}", "muted", wrap=True))
    counts = words(table, "counts")
    asked = _COUNTS.get(counts, "asked, open" if table.get("asked") is not None else "")
    seen = day(table, "seen")
    parts = [
        words(table, "kind"),
        WORDS[standing],
        asked,
        f"seen {walk.now.relative(seen)}" if seen is not None else "",
    ]
    aside = " · ".join(part for part in parts if part)
    cells = (tuple(said), Cell(aside, "muted", wrap=True))
    return Row(LineKey(at), cells, indent=indent, marker=f"{MARKS[standing]} ")


def _to_count(walk: SessionWalk) -> Iterator[Row]:
    waiting = walk.waiting()
    if waiting:
        yield from _heading("Waiting for this session", "Enter takes it up here")
    for at in waiting:
        table = walk.tree.table(at)
        on = day(table, "date")
        aside = " · ".join(
            each for each in (words(table, "kind"), walk.now.relative(on) if on else "") if each
        )
        yield Row(CaptureKey(at), (Cell(title_of(walk.tree, at), wrap=True), Cell(aside, "muted", wrap=True)))
    facts = walk.uncounted() if walk.page.dimension == "product" else []
    if facts:
        yield from _heading("In your plan, not counted yet", "Enter counts it in")
    for fact in facts:
        yield Row(FactKey(fact.source), (Cell(fact.title, wrap=True), Cell(fact.direction, "muted")))


def both_definitions(walk: SessionWalk) -> Iterator[Row]:
    """The two sentences side by side, and what matters most between them."""
    before, after = words(walk.table, "success_before"), words(walk.table, "success_after")
    heads = (Cell("At first", "heading"), Cell("Now", "heading"))
    yield Row(TextKey("heads"), heads, selectable=False)
    cells = (
        Cell(before or "not said", "" if before else "muted", wrap=True),
        Cell(after or "…", "strong" if after else "muted", wrap=True),
    )
    yield Row(PromptKey("success_after"), cells)


def has_come(walk: SessionWalk, prompt: Prompt) -> bool:
    """Whether a prompt is about the next session, and what is held is the day of this one, or gone by."""
    held = walk.tree.get(prompt.at) if prompt.name == "next" and prompt.at is not None else None
    return isinstance(held, dt.date) and held <= walk.now.date


def ahead_rows(walk: SessionWalk) -> Iterator[Row]:
    """The actions with their days, the definition ahead, what stays open; what was carried on."""
    steps = list(records(walk.tree, KINDS["next_step"], walk.session))
    if steps:
        heading = "What we will do" if words(walk.table, "together") == AS_A_TEAM else "What you will do"
        yield Row(TextKey("steps"), (Cell(heading, "heading"),), selectable=False)
    for at in steps:
        by = day(walk.tree.table(at), "by")
        aside = walk.now.relative(by) if by is not None else "no day yet"
        cells = (Cell(title_of(walk.tree, at), wrap=True), Cell(aside, "muted" if by else "careful"))
        yield Row(StepKey(at), cells)
    carried = walk.carried_on()
    if carried and len(steps) < MOST_ACTIONS:
        yield from _heading("Carried on from last time", "Enter takes it, with a new day")
        for at in carried:
            yield Row(CarriedKey(at), (Cell(title_of(walk.tree, at), wrap=True),))
    questions = list(records(walk.tree, KINDS["session_question"], walk.session))
    answers = list(answer_rows(walk, [each for each in walk.prompts() if not has_come(walk, each)]))
    if answers:
        yield Row(TextKey("blank"), (Cell(""),), selectable=False)
        yield from answers
    if questions:
        yield from _heading("What stays open")
    for at in questions:
        yield Row(OpenKey(at), (Cell(title_of(walk.tree, at), wrap=True),))
