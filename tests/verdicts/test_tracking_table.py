"""Tracking as a table: every line in its groups, what needs somebody first."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Value
from successbook.verdicts.benchmarks import benchmarks_of
from successbook.verdicts.tracking_table import grouped, summary, tracking_lines, tracking_of
from tests.plans import METRIC, NOW, RELEASE
from tests.releases import KPI, ready_plan


def more(draft: Draft) -> None:
    """Tracking that is broken, and tracking that has expired and feeds two metrics."""
    draft.add(KINDS["instrument"], "Funnel", fields={"state": "broken", "team": "data", "owner": "Ines"})
    fields: dict[str, Value] = {
        "state": "verified",
        "expires": dt.date(2026, 6, 1),
        "metrics": ("seconds-to-pay", "card-errors"),
        "flaws": "Counts\ntwice.",
    }
    draft.add(KINDS["instrument"], "Report", fields=fields)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("state", {"broken": ["Funnel"], "verified": ["Times", "Report"]}),
        ("team", {"data": ["Funnel"], "no team named": ["Times", "Report"]}),
        ("owner", {"Ines": ["Funnel"], "nobody answers for it": ["Times", "Report"]}),
        (
            "metric",
            {"Card errors": ["Report"], "Seconds to pay": ["Times", "Report"], "feeds no metric": ["Funnel"]},
        ),
        ("expiry", {"expired": ["Report"], "does not expire": ["Times", "Funnel"]}),
    ],
)
def test_one_table_in_five_orders(by: str, groups: dict[str, list[str]]) -> None:
    found = grouped(tracking_of(ready_plan(more), NOW), by, NOW)
    assert [(heading, [each.title for each in lines]) for heading, lines in found] == list(groups.items())


def test_a_metric_that_nothing_tracks_has_a_line_of_its_own_unless_it_is_on_hold() -> None:
    def on_hold(draft: Draft) -> None:
        draft.put(METRIC.parent.child("card-errors", "state"), "on hold")

    found = tracking_of(ready_plan(), NOW)
    assert [(each.title, each.state) for each in found] == [
        ("Times", "verified"),
        ("Card errors", "nobody tracks it"),
    ]
    assert summary(found) == "1 of 2 lines verified"
    assert [each.title for each in tracking_of(ready_plan(on_hold), NOW)] == ["Times"]


def test_what_has_expired_is_not_counted_as_verified() -> None:
    assert summary(tracking_of(ready_plan(more), NOW)) == "1 of 3 lines verified"


def test_it_is_told_with_where_to_look_and_what_is_wrong() -> None:
    told = list(tracking_lines(ready_plan(more), NOW))
    assert told[told.index("  Report") + 1 :] == [
        "    For: Seconds to pay, Card errors",
        "    Where to look: nobody has said",
        "    Known flaws: Counts twice.",
        "    Expired 14 days ago",
    ]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "frozen 5 Jun"),
        ({"frozen": None}, "not frozen"),
        ({"frozen": dt.date(2026, 6, 20)}, "to be frozen in 5 days"),
        ({"benchmark": None}, "no benchmark yet"),
        ({"benchmark": "(establishing)"}, "establishing, nothing to compare with"),
        ({"frozen": None, "benchmark_date": dt.date(2026, 6, 30)}, "not frozen, taken after the launch"),
    ],
)
def test_a_benchmark_says_how_it_stands(fields: dict[str, Value | None], says: str) -> None:
    def put(draft: Draft) -> None:
        for name, value in fields.items():
            draft.put(KPI.child(name), value)

    (found,) = benchmarks_of(ready_plan(put), RELEASE)
    assert found.says(NOW)[0] == says
