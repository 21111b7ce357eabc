"""A tester's handout as Markdown, for a wiki, a ticket or a mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from successbook.sharing.handout import ANSWERS, Fact, Handout, HandoutCase
from successbook.sharing.markdown import escaped, paragraphs

__all__ = ["handout_markdown"]


def handout_markdown(handout: Handout) -> str:
    """The handout, with one final newline."""
    lines = [f"# {escaped(handout.release)}: {escaped(handout.round)}, for {escaped(handout.tester)}", ""]
    lines += [f"- **{fact.label}:** {escaped(fact.text)}" for fact in handout.facts]
    lines += [""] if handout.facts else []
    for fact in handout.about:
        lines += [f"## {fact.label}", "", paragraphs(fact.text), ""]
    lines += [
        "## Your answers",
        "",
        "Choose one for each case, and add a sentence whenever you stopped to think.",
    ]
    lines += ["", *(f"- **{word}**: {means}" for word, means in ANSWERS), ""]
    for section, cases in handout.sections:
        lines += [f"## {escaped(section)}" if section else "## Cases", ""]
        for case in cases:
            lines += _case(case)
    lines += ["## All in all", "", "What was it like, as a whole?", "", "Started: ____  Done: ____"]
    return "\n".join(lines).rstrip() + "\n"


def _case(case: HandoutCase) -> Iterator[str]:
    priority = f" ({escaped(case.priority)})" if case.priority else ""
    yield f"### {case.number}. {escaped(case.title)}{priority}"
    yield ""
    yield from _facts(case.facts)
    for number, step in enumerate(case.steps, 1):
        yield f"{number}. {escaped(step.do) or '-'}"
        if step.expect:
            yield f"   - then: {escaped(step.expect)}"
    if case.steps:
        yield ""
    yield from _facts(case.judged)
    boxes = " ".join(f"{'☑' if case.answer == word else '☐'} {word}" for word, _ in ANSWERS)
    yield f"{boxes}  "
    yield f"Note: {escaped(case.note) if case.note else '____'}  "
    yield "Defect: ____"
    yield ""


def _facts(facts: Iterable[Fact]) -> Iterator[str]:
    found = [f"**{fact.label}:** {paragraphs(fact.text)}  " for fact in facts]
    if found:
        yield from found
        yield ""
