"""Releases told line by line, and as data: whether they can ship comes first."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Value
from successbook.verdicts.linear_release import release_data, release_lines
from tests.plans import NOW, RELEASE
from tests.releases import KPI, ready_plan


def test_a_release_is_told_with_the_verdict_first_then_all_that_follows_then_its_fields() -> None:
    lines = list(release_lines(ready_plan(), NOW))
    heads = [line for line in lines if line and not line.startswith(" ")]
    assert (
        lines[0] == "Can we ship Guest checkout, in 12 days (27 Jun)? Yes, nothing known stands in the way."
    )
    assert [line for line in heads if line.endswith(" of Guest checkout")] == [
        f"{part} of Guest checkout" for part in ("Gates", "Benchmarks", "Dates", "Who has heard what")
    ]
    assert heads.index("Release: Guest checkout") > heads.index("Who has heard what of Guest checkout")
    assert "  Seconds to pay: 96 s, frozen 5 Jun" in lines
    assert "  27 Jun: Launch of Guest checkout, in 12 days" in lines
    assert "    Times" in lines


def test_programs_hear_whether_a_release_can_ship_and_why_not() -> None:
    def break_it(draft: Draft) -> None:
        draft.put(KPI.child("frozen"), None)

    (data,) = release_data(ready_plan(break_it), NOW)
    assert isinstance(data, dict)
    ready = data["ready"]
    assert isinstance(ready, dict)
    assert (ready["verdict"], ready["ready"]) == ("Not yet, 1 reason", False)
    reasons = ready["reasons"]
    assert isinstance(reasons, list)
    assert reasons[[each["weight"] for each in reasons].index("against")] == {  # type: ignore[index,call-overload]
        "weight": "against",
        "about": "kpis",
        "says": 'the benchmark of "Seconds to pay" is not frozen',
        "address": str(KPI),
        "field": "frozen",
    }


def test_a_release_that_is_out_is_told_where_it_stands_and_what_is_unexpected() -> None:
    def launch(draft: Draft) -> None:
        stage = draft.add(KINDS["stage"], "One in ten", inside=RELEASE, fields={"percent": 10})
        step: dict[str, Value] = {"date": dt.date(2026, 6, 12), "step": "advance", "stage": stage.key}
        draft.add(KINDS["level"], inside=RELEASE, fields=step)
        draft.put(RELEASE.child("actual"), dt.date(2026, 6, 12))
        draft.add(KINDS["incident"], "Paid twice", inside=RELEASE, fields={"severity": "high"})
        draft.add(KINDS["readout"], "After a week", inside=RELEASE, fields={"planned": dt.date(2026, 6, 19)})

    lines = list(release_lines(ready_plan(launch), NOW))
    assert lines[0] == "Guest checkout now"
    assert lines[1].startswith('  Unexpected: "Paid twice": Find out first: how many are affected')
    assert "  Rollout: stage 1 of 1: One in ten" in lines
    assert "  Unexpected, open: Paid twice" in lines
    assert "  Read-out: After a week, 19 Jun" in lines
    assert not any(line.startswith("Can we ship") for line in lines)
