"""What a launch asks for: a decision on the unexpected, and nothing twice that was carried on."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Value
from successbook.verdicts.due import due_of
from tests.plans import NOW, RELEASE, small_plan


def texts(fields: dict[str, Value], now: Now = NOW) -> list[str]:
    draft = Draft(small_plan())
    draft.add(KINDS["incident"], "Paid twice", inside=RELEASE, fields=fields)
    return [each.text for each in due_of(draft.tree, now) if "Paid twice" in each.text]


def test_something_unexpected_asks_for_a_decision_until_there_is_one() -> None:
    seen: dict[str, Value] = {"detected": NOW.date, "fixed_by": "Tomas"}
    assert texts(seen) == ['Decide on "Paid twice" of Guest checkout (Tomas), today']
    assert texts(seen, Now(dt.date(2026, 6, 17))) == [
        '"Paid twice" of Guest checkout is unexpected, and nobody has decided what to do (Tomas), 2 days ago'
    ]


@pytest.mark.parametrize("also", [{"decision": "monitor"}, {"closed": NOW.date}, {"detected": None}])
def test_what_is_decided_closed_or_without_a_day_asks_for_nothing(also: dict[str, Value | None]) -> None:
    fields = {"detected": NOW.date, **also}
    assert texts({name: value for name, value in fields.items() if value is not None}) == []
