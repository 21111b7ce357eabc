"""What a plan knows of a period and a session may count: told as it was read, never counted by itself."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS, READINGS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value
from successbook.verdicts.uncounted import PlanFact, facts_of, where_it_stands

NOW = Now(dt.date(2026, 6, 15))
MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 15)


def plan(readings: dict[str, Value], **fields: Value) -> Tree:
    """One metric with readings."""
    draft = Draft(Tree(), today=NOW.date)
    metric = draft.add(
        KINDS["metric"], "Data gaps", fields={"unit": "gaps", "direction": "decrease", **fields}
    )
    for day, value in readings.items():
        draft.put(Address(READINGS, ("readings", metric.key, day)), value)
    return draft.tree


def fact(tree: Tree, since: dt.date | None = MAY, until: dt.date | None = JUNE) -> PlanFact:
    (found,) = facts_of(tree, since, until, NOW)
    return found


def test_a_metric_is_told_from_the_last_reading_before_the_period() -> None:
    tree = plan({"2026-04-01": 7, "2026-04-20": 5, "2026-05-10": 4, "2026-06-10": 0})
    found = fact(tree)
    assert (found.title, found.source, found.metric) == (
        "Data gaps 5 → 0 gaps",
        "metric:data-gaps",
        "Data gaps",
    )
    assert found.example == "5 gaps on 20 Apr, 0 gaps on 10 Jun."
    assert found.direction == "right direction"


def test_without_an_earlier_reading_the_baseline_is_where_it_stood() -> None:
    assert fact(plan({"2026-05-10": 4}, baseline=9)).title == "Data gaps 9 → 4 gaps"
    assert fact(plan({"2026-05-10": 4, "2026-06-01": 6})).title == "Data gaps 4 → 6 gaps"


def test_one_reading_and_nothing_before_tells_nothing() -> None:
    assert facts_of(plan({"2026-05-10": 4}), MAY, JUNE, NOW) == []


@pytest.mark.parametrize(
    "readings", [{}, {"2026-04-20": 5}, {"2026-04-20": 5, "2026-06-16": 1}, {"2026-05-10": "(blocked)"}]
)
def test_what_was_not_read_in_the_period_is_not_offered(readings: dict[str, Value]) -> None:
    assert facts_of(plan(readings, baseline=9), MAY, JUNE, NOW) == []


def test_the_wrong_way_and_no_way_are_offered_like_the_right_one() -> None:
    assert fact(plan({"2026-04-20": 5, "2026-05-10": 8})).direction == "wrong direction"
    assert fact(plan({"2026-04-20": 5, "2026-05-10": 5})).direction == "no movement"


def test_what_stands_still_where_it_should_be_is_not_called_unmoved() -> None:
    tree = plan({"2026-04-20": 0, "2026-05-10": 0}, at_most=1, role="guardrail")
    assert (fact(tree).direction, fact(tree).facet) == ("", "quality")


def test_the_amount_says_what_was_wanted() -> None:
    draft = Draft(plan({"2026-04-20": 5, "2026-05-01": 4, "2026-05-10": 3}, baseline=7), today=NOW.date)
    wanted: dict[str, Value] = {"kind": "at most", "value": 2, "by": dt.date(2026, 9, 30)}
    metric = Address("plan.toml", ("metrics", "data-gaps"))
    draft.add(KINDS["target"], inside=metric, fields=wanted, id_="autumn")
    assert fact(draft.tree).amount == "from 5 to 3 gaps; wanted: at most 2 gaps by 30 Sep"


def test_a_proxy_metric_belongs_to_its_own_facet() -> None:
    assert fact(plan({"2026-04-20": 5, "2026-05-10": 4}, role="proxy")).facet == "proxy metrics"


def test_a_release_that_shipped_in_the_period_is_offered_and_a_planned_one_is_not() -> None:
    draft = Draft(Tree(), today=NOW.date)
    draft.add(KINDS["release"], "Night run", fields={"actual": dt.date(2026, 5, 20)})
    draft.add(KINDS["release"], "Page", fields={"planned": dt.date(2026, 5, 30)})
    draft.add(KINDS["release"], "Older", fields={"actual": dt.date(2026, 4, 30)})
    found = fact(draft.tree)
    assert (found.source, found.title) == ("release:night-run", "Night run shipped")


def test_a_period_in_the_future_or_turned_round_offers_nothing() -> None:
    tree = plan({"2026-05-10": 4, "2026-06-10": 3})
    assert facts_of(tree, JUNE, MAY, NOW) == []
    assert facts_of(tree, dt.date(2027, 1, 1), dt.date(2028, 1, 1), NOW) == []


def test_a_metric_is_found_by_its_title_and_its_verdict_is_told() -> None:
    tree = plan({"2026-04-20": 5}, baseline=7)
    assert "5 gaps" in where_it_stands(tree, " data  GAPS ", NOW)
    assert where_it_stands(tree, "", NOW) == where_it_stands(tree, "Something else", NOW) == ""
