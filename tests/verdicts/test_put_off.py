"""What is put off is not on the page, and everything else is; what is not known yet is asked once."""

from __future__ import annotations

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.tree import Tree
from successbook.verdicts.attention import attention
from successbook.verdicts.findings import findings
from successbook.verdicts.page import Need, page_of
from tests.plans import GOAL, INITIATIVE, METRIC, NOW, small_plan


def _gaps() -> Tree:
    """A plan with findings of several kinds, and questions."""
    draft = Draft(small_plan())
    for title in ("One", "Two"):
        draft.add(KINDS["goal"], title)
    draft.add(KINDS["initiative"], "Saved cards", under=GOAL)
    draft.put(METRIC.child("targets", "end-of-quarter", "value"), 96)
    return draft.tree


GAPS = _gaps()


def needs(tree: Tree, *hidden: str) -> list[Need]:
    return list(page_of(tree, NOW, put_off=hidden).needs)


def test_every_finding_and_question_can_be_put_off_and_no_task_can() -> None:
    for need in needs(GAPS):
        assert bool(need.id) == (need.day is None)
        if need.id:
            assert need.id not in [each.id for each in needs(GAPS, need.id)]
            others = [each.text for each in needs(GAPS) if each.id != need.id]
            assert set(others) <= {each.text for each in needs(GAPS, need.id)}


def test_at_most_three_findings_are_shown_and_the_next_takes_the_place_of_one_that_is_put_off() -> None:
    looks = [each for each in needs(GAPS) if each.when == "look at"]
    assert len(looks) == 3
    assert len(attention(GAPS)) > 4
    after = [each for each in needs(GAPS, looks[0].id) if each.when == "look at"]
    assert len(after) == 3
    assert looks[0].id not in [each.id for each in after]


def test_an_id_names_one_thing_and_does_not_change_with_its_words() -> None:
    ids = [each.id for each in needs(GAPS) if each.id]
    assert len(ids) == len(set(ids))
    draft = Draft(GAPS)
    draft.put(METRIC.child("title"), "Seconds until it is paid")
    assert [each.id for each in needs(draft.tree)] == [each.id for each in needs(GAPS)]


def test_only_what_is_put_off_can_be_asked_for() -> None:
    found = needs(GAPS)
    hidden = frozenset(each.id for each in found if each.id)
    assert {each.id for each in page_of(GAPS, NOW, only=hidden).needs} == hidden
    assert page_of(GAPS, NOW, only=frozenset()).needs == ()


def test_check_knows_nothing_of_what_is_put_off() -> None:
    before = findings(GAPS)
    needs(GAPS, *(each.id for each in needs(GAPS)))
    assert findings(GAPS) == before


def test_what_nobody_knows_yet_is_asked_once_and_not_as_something_missing() -> None:
    draft = Draft(small_plan())
    draft.remove(METRIC)
    asks = f"asks {INITIATIVE}"
    assert asks in [each.id for each in needs(draft.tree)]
    draft.dont_know(INITIATIVE, "metrics")
    found = [each for each in needs(draft.tree) if each.at == INITIATIVE]
    assert [(each.when, each.field) for each in found] == [("not known yet", "metrics")]
    assert not any(each.rule == "initiative-without-kpi" for each in attention(draft.tree))


def test_a_baseline_a_target_and_a_day_that_are_not_known_yet_are_asked_once() -> None:
    draft = Draft(small_plan())
    draft.put(METRIC.child("baseline"), None)
    draft.remove(METRIC.child("targets", "end-of-quarter"))
    before = {(each.when, each.field) for each in needs(draft.tree) if each.at == METRIC}
    assert {("next", "baseline"), ("next", "targets")} <= before
    for field in ("baseline", "targets", "instruments"):
        draft.dont_know(METRIC, field)
    after = {(each.when, each.field) for each in needs(draft.tree) if each.at == METRIC}
    assert not any(when in ("next", "look at") for when, _ in after)
    assert not any(each.rule == "nobody-tracks-it" and each.at == METRIC for each in attention(draft.tree))
