"""What is shown of one question: its fields as they stand in a plan, and what was said to it."""

from __future__ import annotations

from successbook.guides.finding import Found
from successbook.guides.guide import Ask, Step
from successbook.guides.pages import Asked, Said, words_of
from successbook.plan.titles import title_of
from successbook.text import one_line
from successbook.tree import Address

__all__ = ["asked", "said"]


def asked(found: Found, ask: Ask, record: Address | None, *, told: bool = True) -> Asked:
    """An asked field as it stands.

    Args:
        found: the parts of the guide.
        ask: the field.
        record: the record of its part, None while there is none.
        told: whether "don't know yet" may be the answer to this page.
    """
    return Asked(
        ask=ask,
        value=found.value(ask, record),
        unit=found.unit(ask, record),
        not_known=told and found.unknown(ask, record),
        at=record.child(ask.field.name) if record is not None else None,
    )


def said(found: Found, step: Step, number: int, text: str) -> Said:
    """What was said to a question, and what is still missing.

    Args:
        found: the parts of the guide.
        step: the question.
        number: which one it is, from 1.
        text: the question with its slots filled.
    """
    state = found.state(step)
    if step.repeat:
        names = tuple(one_line(title_of(found.tree, at)) for at in found.all_of(step.parts[0]))
        return Said(number, text, state, names, ())
    pairs = [(ask, found.records.get(ask.part)) for ask in step.fields]
    units = {(ask.part, ask.field.unit.removeprefix("=")) for ask in step.fields}
    # a unit is shown with its number
    pairs = [(ask, at) for ask, at in pairs if (ask.part, ask.field.name) not in units]
    values = [(ask, found.value(ask, at), found.unit(ask, at)) for ask, at in pairs]
    answers = tuple(words_of(value, unit) for _, value, unit in values if value is not None)
    missing = tuple(ask.label for ask, value, _ in values if value is None)
    return Said(number, text, state, answers, missing)
