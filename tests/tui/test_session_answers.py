"""What is written in the line of a session: which answer it is, and what stands there when it is asked."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.errors import Refused
from successbook.guides.session_prompts import Prompt
from successbook.tree import Value
from successbook.tui.screens.session_answers import Answer, answered, shown_in_line
from tests.guides.sessions import NOW, TODAY

YESTERDAY = dt.date(2026, 6, 14)


@pytest.mark.parametrize(
    ("shape", "written", "held", "wanted"),
    [
        ("words", "More", None, Answer("More", True)),
        ("words", "More", "More\n", Answer("More", False)),
        ("words", "", "More\n", Answer(None, True)),
        ("words", "", None, Answer(None, False)),
        ("words", "More", 7, Answer("More", True)),
        ("words", "More", "One\ntwo\n", Answer("More", True, appends=True)),
        ("words", "", "One\ntwo\n", Answer(None, False, appends=True)),
        ("day", "2026-06-15", None, Answer(TODAY, True)),
        ("day", "15 jun 2026", TODAY, Answer(TODAY, False)),
        ("day", "", TODAY, Answer(None, True)),
        ("day", "", None, Answer(None, False)),
    ],
)
def test_an_answer_is_told_from_what_was_held(
    shape: str, written: str, held: Value | None, wanted: Answer
) -> None:
    prompt = Prompt("x", "?", shape)  # type: ignore[arg-type]
    assert answered(prompt, written, held, NOW) == wanted


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(Refused):
        answered(Prompt("x", "?", "day"), "some day", None, NOW)


@pytest.mark.parametrize(
    ("held", "proposed", "shown"),
    [
        (None, None, ""),
        (" More\n", None, "More"),
        ("One\ntwo\n", None, ""),
        (TODAY, None, "15 Jun 2026"),
        (None, TODAY, "15 Jun 2026"),
        (YESTERDAY, TODAY, "14 Jun 2026"),
        (7, None, ""),
    ],
)
def test_in_the_line_stands_what_was_answered_or_is_proposed(
    held: Value | None, proposed: Value | None, shown: str
) -> None:
    prompt = Prompt("x", "?", "words", proposed=proposed)  # type: ignore[arg-type]
    assert shown_in_line(prompt, held) == shown
