"""The days of a release: planned, moved and actual side by side; risks with what is done about them."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Tree, Value
from successbook.verdicts.release_dates import dates_of, moves_of, risks_of, slip
from tests.plans import NOW, RELEASE, day
from tests.releases import UAT, ready_plan


def plan(**records: dict[str, Value]) -> Tree:
    """The plan that can ship, with one record more of some kinds."""

    def add(draft: Draft) -> None:
        for name, fields in records.items():
            title = str(fields.get("title", ""))
            rest = {key: value for key, value in fields.items() if key != "title"}
            draft.add(KINDS[name], title, inside=RELEASE, fields=rest)

    return ready_plan(add)


@pytest.mark.parametrize(
    ("planned", "actual", "says"),
    [
        ("2026-06-15", "2026-06-15", "as planned"),
        ("2026-06-15", "2026-06-16", "1 day late"),
        ("2026-06-15", "2026-06-13", "2 days early"),
        ("2024-02-28", "2024-03-01", "2 days late"),
    ],
)
def test_how_far_a_day_lies_from_the_planned_one(planned: str, actual: str, says: str) -> None:
    assert slip(day(planned), day(actual)) == says
    assert slip(None, day(actual)) == ""


def test_every_plan_for_the_launch_is_kept_with_its_reason() -> None:
    tree = plan(replan={"to": day("2026-07-11"), "decided": day("2026-06-10"), "because": "The provider"})
    assert [says for _, says in moves_of(tree, RELEASE, NOW)] == [
        "first planned for 27 Jun",
        "moved to 11 Jul on 10 Jun: The provider",
    ]
    launch = next(each for each in dates_of(tree, RELEASE, NOW) if each.at == RELEASE)
    assert (launch.day, launch.says) == (day("2026-07-11"), "11 Jul")


def test_a_move_without_a_reason_says_so() -> None:
    tree = plan(replan={"to": day("2026-07-11")})
    assert [says for _, says in moves_of(tree, RELEASE, NOW)][1] == (
        "moved to 11 Jul, no reason is written down"
    )


def test_a_milestone_has_its_role_its_time_here_and_how_late_it_was() -> None:
    fields: dict[str, Value] = {
        "title": "Go or no-go",
        "planned": day("2026-06-11"),
        "actual": day("2026-06-12"),
        "time": dt.time(9, 30),
        "zone": "America/New_York",
        "owner": "Release manager",
    }
    line = next(
        each for each in dates_of(plan(milestone=fields), RELEASE, NOW) if each.title == "Go or no-go"
    )
    assert line.says == "3 days ago, 09:30 in New York (15:30 here), 1 day late"
    assert (line.who, line.happened, line.tone) == ("Release manager", True, "careful")


def test_what_has_passed_without_a_word_asks_whether_it_happened() -> None:
    tree = plan(milestone={"title": "Frozen", "planned": day("2026-06-10")})
    line = next(each for each in dates_of(tree, RELEASE, NOW) if each.title == "Frozen")
    assert (line.says, line.field) == ("5 days ago, nobody has said whether it happened", "actual")


def test_the_days_stand_in_their_order_and_none_twice() -> None:
    def same_day(draft: Draft) -> None:
        draft.put(UAT.child("starts"), day("2026-06-16"))
        fields: dict[str, Value] = {"planned": day("2026-06-16")}
        draft.add(KINDS["milestone"], "Acceptance test begins", inside=RELEASE, fields=fields)

    found = [
        (f"{each.day}", each.title)
        for each in dates_of(ready_plan(same_day), RELEASE, Now(day("2026-06-15")))
    ]
    assert found == [
        ("2026-06-16", "Acceptance test begins"),
        ("2026-06-26", "Open it"),
        ("2026-06-27", "Guest checkout"),
    ]


def test_risks_that_are_open_come_first_with_what_is_done_about_them() -> None:
    def risks(draft: Draft) -> None:
        for title, state in (("Gone", "gone"), ("Here", "happened"), ("Maybe", "")):
            fields: dict[str, Value] = {"state": state} if state else {}
            draft.add(KINDS["risk"], title, inside=RELEASE, fields={**fields, "mitigation": "Look at\nit."})

    found = risks_of(ready_plan(risks), RELEASE)
    assert [(each.title, each.state, each.mitigation) for each in found] == [
        ("Here", "happened", "Look at it."),
        ("Maybe", "open", "Look at it."),
        ("Gone", "gone", "Look at it."),
    ]
