"""What the page says somebody is needed for: the most urgent tasks, then the open questions."""

import datetime as dt

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree, Value
from successbook.verdicts.page import page_of
from successbook.verdicts.page_head import Head, head_of
from tests.plans import NOW, RELEASE, small_plan


def with_tasks(*days: str) -> Tree:
    draft = Draft(small_plan(), today=NOW.date)
    for on in days:
        fields: dict[str, Value] = {"due": dt.date.fromisoformat(on), "owner": "Tomas"}
        draft.add(KINDS["checklist_item"], on, inside=RELEASE, fields=fields)
    return draft.tree


def test_three_tasks_come_before_the_questions() -> None:
    page = page_of(with_tasks("2026-06-20", "2026-06-15", "2026-06-14", "2026-06-10"), NOW)
    assert [(need.when, need.text) for need in page.needs[:3]] == [
        ("late", '1 day late: "2026-06-14" (Tomas)'),
        ("late", '5 days late: "2026-06-10" (Tomas)'),
        ("today", '"2026-06-15" (Tomas), today'),
    ]
    assert page.late == 2
    questions = page_of(small_plan(), NOW).needs[1:]
    assert page.needs[3:] == questions
    assert questions
    assert all(need.day is None for need in questions)


def test_a_task_leads_to_its_record_and_the_field_that_ends_it() -> None:
    need = page_of(with_tasks("2026-06-14"), NOW).needs[0]
    assert need.at == RELEASE.child("checklist", "2026-06-14")
    assert (need.field, need.kind, need.day) == ("done", "checklist_item", dt.date(2026, 6, 14))


def test_what_is_far_away_does_not_need_anybody_yet() -> None:
    tasks = [need.text for need in page_of(with_tasks("2026-06-29", "2026-06-30"), NOW).needs if need.day]
    assert tasks == ['Release "Guest checkout", in 12 days', '"2026-06-29" (Tomas), in 14 days']


def test_the_first_metrics_of_a_page_are_the_first_of_all() -> None:
    tree = small_plan()
    whole = head_of(tree, NOW)
    assert len(whole.metrics) == 2
    assert head_of(tree, NOW, most=1) == Head(whole.why, whole.metrics[:1])
