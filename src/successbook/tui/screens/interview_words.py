"""What stands around a question, in words: how far one is, what was said so far, and what was said in all."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from successbook.guides.finding import State
from successbook.guides.guide import Step
from successbook.guides.pages import Said, Told
from successbook.text import one_line
from successbook.tui.widgets.rows import Cell, Column, Row
from successbook.tui.widgets.wrapping import clip, width_of

__all__ = ["CLOSING_COLUMNS", "closing_rows", "example_lines", "so_far_line", "standing"]

CLOSING_COLUMNS = (Column(align="right", at_least=2), Column(grow=True))
_BETWEEN = " › "


def standing(states: Sequence[State]) -> str:
    """How far one is: ``3 answered · 1 not known yet``."""
    answered = sum(state is State.ANSWERED for state in states)
    unknown = sum(state is State.NOT_KNOWN for state in states)
    parts = [f"{answered} answered" if answered else "", f"{unknown} not known yet" if unknown else ""]
    return " · ".join(part for part in parts if part)


def so_far_line(told: Sequence[Told], width: int) -> Content:
    """What was said so far on one line; what was said first gives way."""
    lead, left_out = " so far  ", "… › "
    sizes = [width_of(f"{each.label} {each.title}{_BETWEEN}") for each in told]
    kept = len(told)
    while kept > 1 and sum(sizes[-kept:]) + width_of(lead + left_out) > width:
        kept -= 1
    if not told:
        return Content("")
    spans = [(lead, "muted"), (left_out if kept < len(told) else "", "muted")]
    for number, each in enumerate(told[-kept:]):
        spans += [(f"{_BETWEEN if number else ''}{each.label} ", "muted"), (each.title, "ink")]
    return Content.assemble(*(Content.styled(text, f"${role}") for text, role in clip(spans, width - 1)))


def example_lines(step: Step) -> Content:
    """An answer that works and one that fails, each with its word."""
    lines = [("works  ", "$good", step.works), ("fails  ", "$careful", step.fails)]
    shown = [
        Content.assemble(Content.styled(word, role), one_line(text)) for word, role, text in lines if text
    ]
    return Content("\n").join(shown)


def closing_rows(closing: str, said: Sequence[Said], on: str) -> list[Row]:
    """The page at the end: a line that leads on, what was said as a list, and what is still open.

    The line that leads on stands first, because there the cursor begins, and a long list would scroll.

    Args:
        closing: the sentence at the end.
        said: what was said; the key of its line ends with its number.
        on: where the first line leads.
    """
    answered = [each for each in said if each.state is State.ANSWERED]
    still_open = [each for each in said if each.state is not State.ANSWERED or each.missing]
    rows = [
        Row("closing", (Cell(""), Cell(closing, wrap=True)), selectable=False),
        Row("on", (Cell(""), Cell(f"Enter: {on}", "accent"))),
        Row("blank", (Cell(""),), selectable=False),
    ]
    rows += [
        Row(
            ("said", each.number),
            (Cell(str(each.number), "muted"), Cell(" · ".join(each.answers), wrap=True)),
        )
        for each in answered
    ]
    if still_open:
        rows.append(Row("blank below", (Cell(""),), selectable=False))
        rows.append(Row("open", (Cell(""), Cell("Still open", "heading")), selectable=False))
        rows += [_open_row(each) for each in still_open]
    return rows


def _open_row(said: Said) -> Row:
    if said.state is State.NOT_KNOWN:
        aside = ("  don't know yet", "unknown")
    elif said.state is State.ANSWERED:
        aside = (f"  {', '.join(label.lower() for label in said.missing)}", "muted")
    else:
        aside = ("", "")
    cells = (Cell(said.text, wrap=True), Cell(*aside, wrap=True))
    return Row(("open", said.number), (Cell(str(said.number), "muted"), cells))
