"""What is written in the line of a session, as the value that is kept, and back again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from successbook.guides.session_prompts import Prompt
from successbook.plan.now import Now
from successbook.tree import Change, Value
from successbook.tui.widgets.editors.dates import parse_day

__all__ = ["Answer", "Asking", "answered", "shown_in_line"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer.

    Attributes:
        value: what was said; None for nothing.
        changed: whether that differs from what is held.
        appends: whether it is one more line of a text that is longer than the line can show.
    """

    value: Value | None
    changed: bool
    appends: bool = False


@dataclass
class Asking:
    """Something that a command asks for, before the page goes on.

    Attributes:
        prompt: what is asked.
        keep: turns the answer into a change; None when it was emptied.
        then: called when it has been answered.
    """

    prompt: Prompt
    keep: Callable[[Value | None], Change]
    then: Callable[[], None] = field(default=lambda: None)


def shown_in_line(prompt: Prompt, held: Value | None) -> str:
    """What stands in the line when something is asked: the answer so far, or a day that is proposed.

    A text of several lines stays above; what is written then is added to it.
    """
    value = held if held is not None else prompt.proposed
    if isinstance(value, dt.date):
        return f"{value.day} {value:%b %Y}"
    said = value.strip() if isinstance(value, str) else ""
    return "" if "\n" in said else said


def answered(prompt: Prompt, text: str, held: Value | None, now: Now) -> Answer:
    """The answer that was written.

    Raises:
        Refused: it is no day, where a day is asked.
    """
    if prompt.shape == "day":
        said = parse_day(text, now, past=prompt.past) if text else None
        return Answer(said, said != held)
    longer = isinstance(held, str) and "\n" in held.strip()
    if longer:
        return Answer(text or None, bool(text), appends=True)
    before = held.strip() if isinstance(held, str) else ""
    return Answer(text or None, text != before)
