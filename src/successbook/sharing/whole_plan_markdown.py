"""A whole plan as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.sharing.markdown import escaped, paragraphs
from successbook.sharing.whole_plan import Entry, Number, WholePlan
from successbook.text import capital

__all__ = ["whole_plan_markdown"]

_DEEPEST = 6


def whole_plan_markdown(plan: WholePlan) -> str:
    """The plan, with one final newline."""
    lines = [f"# {escaped(plan.title)}", "", f"As of {plan.day}.", ""]
    lines += [f"- **{fact.label}:** {escaped(fact.text)}" for fact in plan.facts]
    lines += [""] if plan.facts else []
    lines += [*_numbers(plan.numbers)] if plan.numbers else []
    for heading, entries in plan.sections:
        lines += [f"## {heading}", ""]
        for entry in entries:
            lines += _entry(entry)
    return "\n".join(lines).rstrip() + "\n"


def _numbers(numbers: tuple[Number, ...]) -> Iterator[str]:
    yield "## Are we getting there?"
    yield ""
    yield "| metric | role | start | now | target | by | verdict |"
    yield "| --- | --- | ---: | ---: | ---: | --- | --- |"
    for each in numbers:
        cells = (each.title, each.role, each.start, each.now, each.wanted, each.by, each.verdict)
        yield f"| {' | '.join(escaped(cell) for cell in cells)} |"
    yield ""


def _entry(entry: Entry) -> Iterator[str]:
    yield f"{'#' * min(entry.depth + 3, _DEEPEST)} {capital(entry.kind)}: {escaped(entry.title)}"
    yield ""
    for fact in entry.facts:
        if "\n" in fact.text:
            yield f"**{fact.label}:**"
            yield ""
            yield paragraphs(fact.text)
            yield ""
        else:
            yield f"**{fact.label}:** {escaped(fact.text)}  "
    if entry.facts and "\n" not in entry.facts[-1].text:
        yield ""
