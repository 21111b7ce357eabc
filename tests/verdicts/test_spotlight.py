"""Purpose cards and spotlights: what stands behind a piece of work, and which work stands on a metric."""

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.sharing.cards import purpose_markdown, spotlight_markdown, trace_markdown
from successbook.tree import Tree
from successbook.verdicts.spotlight import purpose_of, spotlight_of
from successbook.verdicts.traces import trace_of
from tests.plans import ACTION, GOAL, GUARDRAIL, INITIATIVE, METRIC, MISSION, NOW, PROBLEM, small_plan


def with_work(**fields: str) -> Tree:
    """The small plan with another piece of work that no metric measures."""
    draft = Draft(small_plan(), today=NOW.date)
    draft.put(INITIATIVE.child("why"), "The form is the <wall>.\n")
    draft.add(KINDS["initiative"], "Retry bug", under=GOAL, fields={"level": "bug fix", **fields})
    return draft.tree


def test_a_purpose_card_says_what_why_measured_by_and_what_it_serves() -> None:
    card = purpose_of(with_work(), INITIATIVE, NOW)
    assert (card.title, card.level, card.why, card.for_whom) == (
        "Guest checkout",
        "MVP",
        "The form is the <wall>.",
        "",
    )
    assert [view.at for view in card.metrics] == [METRIC]
    assert [each.at for each in card.serves] == [ACTION, GOAL, PROBLEM, MISSION]


def test_a_metric_keeps_the_work_it_measures_and_shows_the_work_without_a_metric() -> None:
    draft = Draft(with_work(), today=NOW.date)
    other = draft.add(KINDS["initiative"], "Saved cards", under=ACTION)
    draft.add(KINDS["metric"], "Guests who come back", under=other)
    light = spotlight_of(draft.tree, METRIC, NOW)
    assert [(work.title, work.through) for work in light.keeps] == [("Guest checkout", None)]
    assert [work.title for work in light.bare] == ["Retry bug"]
    assert light.problem is not None
    assert light.problem.at == PROBLEM


def test_a_metric_of_a_goal_keeps_the_work_below_the_goal() -> None:
    light = spotlight_of(with_work(), GUARDRAIL, NOW)
    kept = {work.title: work for work in light.keeps}
    assert set(kept) == {"Guest checkout", "Retry bug"}
    assert kept["Guest checkout"].others == ("Seconds to pay",)
    assert {work.through.at for work in light.keeps if work.through} == {GOAL}
    assert light.bare == ()


def test_dropped_work_is_neither_kept_nor_missing_a_metric() -> None:
    assert spotlight_of(with_work(state="dropped"), METRIC, NOW).bare == ()
    assert len(spotlight_of(with_work(state="dropped"), GUARDRAIL, NOW).keeps) == 1


def test_the_purpose_card_as_markdown_asks_for_what_is_missing_and_stays_inert() -> None:
    text = purpose_markdown(purpose_of(with_work(), INITIATIVE, NOW), NOW)
    assert "- **Why:** The form is the \\<wall\\>." in text
    assert "- **For whom:** *Who will notice?*" in text
    assert "  - Seconds to pay: 96 s, now 71 s, target 60 s by 30 Sep: " in text
    assert text.endswith("  - mission Shopping without second thoughts\n")


def test_the_spotlight_as_markdown_names_what_it_keeps_and_what_has_no_metric() -> None:
    text = spotlight_markdown(spotlight_of(with_work(), METRIC, NOW), NOW)
    assert "## Keeps\n\n- **Guest checkout**: MVP, nothing else measures it\n" in text
    assert text.endswith("## No KPI behind it\n\n- **Retry bug**: bug fix\n")


def test_the_trace_as_markdown_is_a_nested_list_with_the_asked_record_strong() -> None:
    text = trace_markdown(trace_of(small_plan(), METRIC, NOW))
    assert text.startswith(
        "# Trace of Seconds to pay\n\n- mission Shopping without second thoughts\n  - problem "
    )
    assert "          - KPI **Seconds to pay**: 71 s, 7 days ago: " in text
    assert text.endswith("\n*Nobody tracks it.*\n")
