"""The whole plan for others: everything for the team, what is listed for stakeholders, inert everywhere."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from icalendar import Calendar

from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.plan.fields import Control
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.sharing.audiences import may_read
from successbook.sharing.dates_ics import planned_dates
from successbook.sharing.documents import Wish, documents
from successbook.tree import Address, Tree
from tests.full import PLACES, full_plan
from tests.plans import METRIC, NOW, RELEASE, STAKEHOLDER, TARGET
from tests.sharing.suites import UAT, small_suite

NOTEBOOK = {"notebook", "facet", "todo", "open_question", "capture", "session", "entry", "next_step",
            "session_question"}  # fmt: skip
FORMATS = ("markdown", "html", "json", "ics")


def text(tree: Tree, to: str, audience: str = "team") -> str:
    wish = Wish(to, audience, "plan")  # type: ignore[arg-type]
    (found,) = documents(tree, str(tree.get(Address("plan.toml", ("title",)))), NOW, wish)
    return found.data.decode()


def marked() -> tuple[Tree, dict[str, str]]:
    """A plan with a record of every kind, each with a word of its own."""
    draft = Draft(full_plan())
    words: dict[str, str] = {}
    for kind in KINDS.values():
        line = next(
            (
                field
                for field in fields_of(kind.name)
                if field.control in (Control.LINE, Control.PROSE) and field.name != "notes"
            ),
            None,
        )
        if line is not None:
            words[kind.name] = f"word-of-{kind.name}-it-is"
            draft.put(PLACES[kind.name].child(line.name), words[kind.name])
    return draft.tree, words


@pytest.mark.parametrize("to", ["markdown", "html", "json"])
def test_the_team_is_shown_every_kind_of_record_but_a_notebooks(to: str) -> None:
    tree, words = marked()
    made = text(tree, to).replace("\\", "")
    for kind, word in words.items():
        assert (word in made) == (kind not in NOTEBOOK), kind


@pytest.mark.parametrize("to", FORMATS)
def test_stakeholders_are_shown_what_is_on_the_list(to: str) -> None:
    tree, words = marked()
    draft = Draft(tree)
    for at in (METRIC, RELEASE, STAKEHOLDER):
        draft.put(at.child("notes"), "told in confidence")
    made = text(draft.tree, to, "stakeholders").replace("\\", "")
    assert "told in confidence" not in made
    for kind, word in words.items():
        if not may_read("stakeholders", kind):
            assert word not in made, kind
        elif to != "ics":
            assert word in made, kind


def test_nobody_reads_a_notebook() -> None:
    for audience in ("team", "stakeholders", "testers"):
        assert not any(may_read(audience, kind) for kind in NOTEBOOK)


@pytest.mark.parametrize("to", FORMATS)
def test_what_people_wrote_is_inert(to: str) -> None:
    draft = Draft(small_suite())
    hostile = "<script>alert(1)</script> [x](javascript:y) | \x1b]52;c;x\x07 \u202eabc # END:VEVENT"
    for at in (METRIC, RELEASE, UAT.child("cases", "refund"), Address("plan.toml")):
        draft.put(at.child("title"), hostile)
    draft.put(METRIC.child("tells"), f"{hostile}\n\n# heading\n\n{hostile}")
    made = text(draft.tree, to)
    assert "\x1b" not in made
    if to != "json":
        assert "\u202e" not in made
        assert "<script>" not in made.replace("\\<script\\>", "") or to == "ics"
    if to == "markdown":
        assert "\n# heading" not in made
        assert "[x](javascript" not in made
    if to == "ics":
        assert len(Calendar.from_ical(made).walk("VEVENT")) == len(list(planned_dates(draft.tree, "team")))


def test_the_days_that_are_still_to_come_are_whole_days_known_by_their_record() -> None:
    draft = Draft(small_suite())
    draft.put(UAT.child("rounds", "round-2", "starts"), dt.date(2026, 6, 16))
    draft.put(UAT.child("rounds", "round-2", "ends"), dt.date(2026, 6, 18))
    draft.add(KINDS["replan"], inside=RELEASE, fields={"to": dt.date(2026, 7, 4), "because": "Late"})
    draft.add(
        KINDS["readout"], "After a week", inside=RELEASE,
        fields={"planned": dt.date(2026, 6, 1), "held": dt.date(2026, 6, 2)},
    )  # fmt: skip
    events = {str(each["UID"]): each for each in Calendar.from_ical(text(draft.tree, "ics")).walk("VEVENT")}
    target = events[f"{TARGET.child('by')}@successbook"]
    assert (str(target["SUMMARY"]), target.decoded("DTSTART")) == (
        "Target of Seconds to pay: reach 60 by 30 Sep 2026", dt.date(2026, 9, 30)
    )  # fmt: skip
    assert events[f"{RELEASE.child('planned')}@successbook"].decoded("DTSTART") == dt.date(2026, 7, 4)
    round_ = events[f"{UAT.child('rounds', 'round-2', 'starts')}@successbook"]
    assert (round_.decoded("DTSTART"), round_.decoded("DTEND")) == (
        dt.date(2026, 6, 16),
        dt.date(2026, 6, 19),
    )
    assert not any("readouts" in uid for uid in events)
    assert text(draft.tree, "ics") == text(draft.tree, "ics")


def test_json_is_whole_and_in_order() -> None:
    told = json.loads(text(small_suite(), "json"))
    places = [record["address"] for record in told["records"]]
    assert [at for at in places if ":cases." in at and "steps" not in at] == [
        str(at) for at in records(small_suite(), KINDS["case"], UAT)
    ]
    assert told["readings"]["readings"]["seconds-to-pay"]["2026-06-08"] == 71
    metric = next(record for record in told["records"] if record["address"] == str(METRIC))
    assert metric["fields"]["baseline"] == 96


def test_the_verdict_on_the_acceptance_test_is_told_with_its_release() -> None:
    assert "**Acceptance test:** not accepted" in text(small_suite(), "markdown", "stakeholders")
