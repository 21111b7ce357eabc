"""Who has heard what at which step, who has not heard for too long, and the gap said in words."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value
from successbook.verdicts.expectations import HEAR_EVERY, hearing_of
from successbook.verdicts.gaps import gap_in_words
from successbook.verdicts.stakeholder_grid import grid_lines, grid_of, release_for
from tests.plans import NOW, RELEASE, STAKEHOLDER, day, small_plan
from tests.releases import ready_plan


def plan(*updates: tuple[str, str], **fields: Value) -> Tree:
    """The small plan in which Jonas was told something on some days, at some steps."""
    draft = Draft(small_plan())
    for name, value in fields.items():
        draft.put(STAKEHOLDER.child(name), value)
    for on, step in updates:
        draft.add(KINDS["update"], inside=STAKEHOLDER, fields={"date": day(on), "step": step})
    return draft.tree


def cells(tree: Tree, now: Now = NOW) -> dict[str, str]:
    """What is shown of Jonas at each step."""
    grid = grid_of(tree, RELEASE, now)
    (row,) = grid.rows
    return {step.title: cell.shown(now)[0] for step, cell in zip(grid.steps, row.cells, strict=True)}


def test_the_launch_itself_is_a_step_of_which_everybody_must_hear() -> None:
    assert cells(plan()) == {"Launch": "due"}
    assert cells(plan(("2026-06-14", "Launch"))) == {"Launch": "✓ 14 Jun"}
    assert cells(plan(), Now(day("2026-07-05"))) == {"Launch": "✗"}
    assert cells(plan(), Now(day("2026-05-05"))) == {"Launch": "·"}


@pytest.mark.parametrize("said", ["Launch", "launch", "Before the launch", "Guest checkout", "First stage"])
def test_a_step_is_known_by_its_other_names(said: str) -> None:
    assert cells(plan(("2026-06-14", said)))["Launch"] == "✓ 14 Jun"


def test_a_step_that_only_an_update_names_has_a_column_of_its_own() -> None:
    assert cells(plan(("2026-06-10", "Pause"))) == {"Pause": "✓ 10 Jun", "Launch": "due"}


def test_who_agreed_on_the_day_is_marked_so() -> None:
    assert cells(plan(("2026-06-10", "Terms"), agreed=day("2026-06-10")))["Terms"] == "★ 10 Jun"


def test_hearing_of_something_else_around_the_day_is_not_being_told() -> None:
    told = plan(("2026-06-28", "Call"))
    assert cells(told, Now(day("2026-07-10"))) == {"Launch": "~ 28 Jun", "Call": "✓ 28 Jun"}


def test_whoever_came_later_need_not_have_heard() -> None:
    assert cells(plan(since=day("2026-07-01")), Now(day("2026-07-05"))) == {"Launch": "·"}


def test_milestones_new_dates_and_readouts_are_steps_in_the_order_of_their_days() -> None:
    draft = Draft(plan())
    draft.add(KINDS["milestone"], "No more changes", inside=RELEASE, fields={"planned": day("2026-06-24")})
    draft.add(KINDS["milestone"], "Doors open", inside=RELEASE, fields={"planned": day("2026-06-27")})
    draft.add(KINDS["replan"], inside=RELEASE, fields={"to": day("2026-06-27"), "decided": day("2026-06-01")})
    draft.add(KINDS["readout"], "After a week", inside=RELEASE, fields={"planned": day("2026-07-04")})
    steps = [step.title for step in grid_of(draft.tree, RELEASE, NOW).steps]
    assert steps == ["New date", "No more changes", "Launch", "Read-out after a week"]


def test_an_update_is_about_the_release_it_names_else_the_first_that_was_not_over() -> None:
    draft = Draft(plan(("2026-06-14", "Launch")))
    second = draft.add(KINDS["release"], "Saved cards", fields={"planned": day("2026-09-01")})
    named: dict[str, Value] = {"date": day("2026-06-15"), "step": "Launch", "release": "saved-cards"}
    draft.add(KINDS["update"], inside=STAKEHOLDER, fields=named)
    draft.add(KINDS["update"], inside=STAKEHOLDER, fields={"date": day("2026-08-20"), "step": "Sketch"})
    assert cells(draft.tree)["Launch"] == "✓ 14 Jun"
    later = Now(day("2026-08-25"))
    (row,) = grid_of(draft.tree, second, later).rows
    assert [cell.shown(later)[0] for cell in row.cells] == ["✓ 20 Aug", "✓ 15 Jun"]
    assert release_for(draft.tree, STAKEHOLDER, NOW) == RELEASE
    assert release_for(draft.tree, STAKEHOLDER, later) in (RELEASE, second)


def test_deciding_stakeholders_come_first() -> None:
    draft = Draft(plan())
    draft.add(KINDS["stakeholder"], "Lin", fields={"role": "informed"})
    draft.add(KINDS["stakeholder"], "Henrik", fields={"role": "approver"})
    assert [row.name for row in grid_of(draft.tree, RELEASE, NOW).rows] == ["Henrik", "Finance, Jonas", "Lin"]


@pytest.mark.parametrize(
    ("own", "plans", "limit"), [(7, 14, 7), (None, 14, 14), (None, None, HEAR_EVERY), (0, 14, 14)]
)
def test_too_long_is_what_the_person_says_else_the_plan_else_a_month(
    own: int | None, plans: int | None, limit: int
) -> None:
    draft = Draft(plan(("2026-06-01", "Start")))
    draft.put(STAKEHOLDER.child("hear_every"), own)
    draft.put(Address("plan.toml", ("hear_every",)), plans)
    at_most = Now(day("2026-06-01") + dt.timedelta(days=limit))
    too_long = Now(at_most.date + dt.timedelta(days=1))
    assert not hearing_of(draft.tree, STAKEHOLDER, at_most).too_long
    assert hearing_of(draft.tree, STAKEHOLDER, too_long).too_long
    assert hearing_of(draft.tree, STAKEHOLDER, too_long).says(too_long) == (
        f"has not heard for {limit + 1} days; {limit} are the most"
    )


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "nobody has asked what they expect, and nobody has told them what to expect"),
        ({"expects": "Half"}, "they expect something, and were not told what to expect"),
        ({"told": "A fifth"}, "they were told what to expect, and nobody asked what they do"),
        (
            {"expects": "Half", "told": "A fifth"},
            "both are written down, and nobody has said what lies between them",
        ),
        (
            {"expects": "Half", "told": "A fifth", "agreed": day("2026-06-02")},
            "both are written down, and they agreed",
        ),
        ({"expects": "Half", "told": "A fifth", "gap": "Three\ntenths.\n"}, "Three tenths"),
    ],
)
def test_the_gap_is_said_in_words(fields: dict[str, Value], says: str) -> None:
    assert gap_in_words(plan(**fields), STAKEHOLDER, RELEASE, NOW) == says


def test_an_agreement_to_something_else_closes_no_gap() -> None:
    draft = Draft(plan(expects="Half", told="A fifth", agreed=day("2026-05-02")))
    draft.put(RELEASE.child("success_said"), day("2026-06-01"))
    assert gap_in_words(draft.tree, STAKEHOLDER, RELEASE, NOW) == (
        "both are written down, and nobody has said what lies between them"
    )


def test_whoever_has_not_heard_of_the_new_date_is_told_so_about() -> None:
    draft = Draft(plan(("2026-06-01", "Start"), expects="Half", told="A fifth"))
    fields: dict[str, Value] = {"to": day("2026-06-30"), "decided": day("2026-06-10")}
    draft.add(KINDS["replan"], inside=RELEASE, fields=fields)
    says = "they have not heard since the release was moved to 30 Jun"
    assert gap_in_words(draft.tree, STAKEHOLDER, RELEASE, NOW) == says
    draft.add(KINDS["update"], inside=STAKEHOLDER, fields={"date": day("2026-06-11")})
    assert gap_in_words(draft.tree, STAKEHOLDER, RELEASE, NOW) != says


def test_the_grid_is_told_line_by_line() -> None:
    assert list(grid_lines(ready_plan(), RELEASE, NOW)) == [
        "Finance, Jonas, approver: has not heard anything yet",
        "  Between what they expect and what they were told: "
        "nobody has asked what they expect, and nobody has told them what to expect",
        "  Agreement: agreed on 2 Jun",
        "  Launch, 27 Jun: to be told in 12 days",
    ]
