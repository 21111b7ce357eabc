"""Releases told line by line, and as data: whether they can ship comes first."""

from __future__ import annotations

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Value
from successbook.verdicts.linear_release import release_data, release_lines
from tests.plans import NOW, RELEASE
from tests.releases import GATE, KPI, TRACKING, ready_plan


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
    at = lines.index("  Unexpected, open: Paid twice")
    assert lines[at + 1].startswith("    Find out first: how many are affected")
    assert "  Read-out: After a week, 19 Jun" in lines
    assert not any(line.startswith("Can we ship") for line in lines)


def test_what_is_told_keeps_its_abbreviations_and_months_and_says_nothing_twice() -> None:
    def odd(draft: Draft) -> None:
        draft.put(TRACKING.child("expires"), dt.date(2026, 12, 31))
        draft.put(KPI.child("benchmark"), "(establishing)")

    lines = list(release_lines(ready_plan(odd), NOW))
    assert "      Expires 31 Dec" in lines
    assert "  KPI of this release: Seconds to pay" in lines
    assert "  Seconds to pay: establishing, nothing to compare with" in lines


def test_a_decision_at_a_gate_is_told_with_day_name_and_reason_or_that_there_is_none() -> None:
    def decide(draft: Draft) -> None:
        draft.put(GATE.child("decision"), "go")

    lines = list(release_lines(ready_plan(decide), NOW))
    assert "    Decided on a day nobody wrote down by nobody who is named: no reason is written down" in lines

    def signed(draft: Draft) -> None:
        decide(draft)
        for name, value in (("decided", NOW.date), ("decided_by", "Mara"), ("because", "Calm\nweek.")):
            draft.put(GATE.child(name), value)

    lines = list(release_lines(ready_plan(signed), NOW))
    assert "    Decided on 15 Jun by Mara: Calm week." in lines


def test_programs_hear_in_sentences_what_people_hear() -> None:
    for actual in (None, dt.date(2026, 6, 12)):

        def out(draft: Draft, actual: dt.date | None = actual) -> None:
            draft.put(RELEASE.child("actual"), actual)

        tree = ready_plan(out)
        (data,) = release_data(tree, NOW)
        assert isinstance(data, dict)
        told = data["told"]
        assert isinstance(told, list)
        lines = [line for line in release_lines(tree, NOW) if line]
        assert told == lines[: len(told)]
        assert told[0] == lines[0]
        assert any("Who has heard what" in str(line) for line in told)


def test_whose_clocks_the_times_are_of_is_told_where_they_are_others() -> None:
    def launch(draft: Draft) -> None:
        step: dict[str, Value] = {"date": NOW.date, "time": dt.time(9, 30), "step": "advance"}
        draft.add(KINDS["level"], inside=RELEASE, fields={**step, "zone": "Europe/Berlin"})
        draft.put(RELEASE.child("actual"), NOW.date)
        draft.put(RELEASE.child("zone"), "Europe/Berlin")

    here = list(release_lines(ready_plan(launch), Now(NOW.date, "Europe/Berlin")))
    assert not any("clocks" in line for line in here)
    there = list(release_lines(ready_plan(launch), Now(NOW.date, "Asia/Tokyo")))
    assert "  Times: as the clocks in Berlin show them" in there
    assert any("today 09:30" in line for line in there)
