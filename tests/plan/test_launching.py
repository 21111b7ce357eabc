"""Writing a launch: steps, thanks, decisions and read-outs become records, each in one draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from successbook.errors import Refused
from successbook.plan.deciding import close, decide, note_moment, write_unexpected
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.launching import in_zone, launch_moment, log_step, thank
from successbook.plan.reading_out import hold_readout, verdict_word
from successbook.tree import Address
from successbook.verdicts.cases import WORDS
from tests.plans import METRIC, RELEASE, small_plan

INCIDENT = RELEASE.child("incidents", "it-hangs")
MOMENT = dt.datetime.combine(dt.date(2026, 6, 15), dt.time(9, 30, 12))


def test_the_first_step_that_goes_on_is_the_moment_the_release_ships() -> None:
    draft = Draft(small_plan())
    log_step(draft, RELEASE, "hold", MOMENT, {"by": "Mara"})
    assert draft.tree.get(RELEASE.child("actual")) is None
    at = log_step(draft, RELEASE, "advance", MOMENT, {"percent": 10, "because": None})
    assert at.key == "2026-06-15-advance"
    assert dict(draft.tree.table(at)) == {
        "date": MOMENT.date(), "time": dt.time(9, 30), "step": "advance", "percent": 10,
    }  # fmt: skip
    assert draft.tree.get(RELEASE.child("actual")) == MOMENT.date()
    assert draft.tree.get(RELEASE.child("time")) == dt.time(9, 30)
    again = log_step(draft, RELEASE, "advance", MOMENT + dt.timedelta(days=1), {})
    assert again.key == "2026-06-16-advance"
    assert draft.tree.get(RELEASE.child("actual")) == MOMENT.date()


@pytest.mark.parametrize(
    "write",
    [
        lambda draft: log_step(draft, RELEASE, "advance", MOMENT, {}),
        lambda draft: note_moment(draft, INCIDENT, MOMENT, "A call"),
    ],
)
def test_what_two_people_write_at_the_same_time_has_ids_of_its_own(write: Callable[[Draft], Address]) -> None:
    common = Draft(small_plan())
    common.add(KINDS["incident"], "It hangs", inside=RELEASE, id_=INCIDENT.key)
    first = write(common)
    one, other = Draft(common.tree, random=lambda: "aaaa"), Draft(common.tree, random=lambda: "bbbb")
    assert [write(each).key for each in (one, other)] == [f"{first.key}-aaaa", f"{first.key}-bbbb"]


def test_an_unknown_step_and_thanks_to_nobody_are_refused() -> None:
    with pytest.raises(Refused, match="no step of a launch"):
        log_step(Draft(small_plan()), RELEASE, "jump", MOMENT, {})
    with pytest.raises(Refused, match="nobody is named"):
        thank(Draft(small_plan()), RELEASE, " ", "everything", MOMENT.date())


@pytest.mark.parametrize(
    ("here", "there", "hour", "day"),
    [
        ("UTC", "Europe/Berlin", 11, 15),
        ("Europe/Berlin", "Europe/Berlin", 9, 15),
        ("Asia/Tokyo", "America/New_York", 20, 14),
        ("Mars/Base", "Europe/Berlin", 9, 15),
        ("", "", 9, 15),
    ],
)
def test_a_moment_is_told_by_the_clocks_of_the_release(here: str, there: str, hour: int, day: int) -> None:
    found = in_zone(MOMENT, here, there)
    assert (found.hour, found.day) == (hour, day)
    draft = Draft(small_plan())
    draft.put(RELEASE.child("zone"), there or None)
    moment, zone = launch_moment(draft.tree, RELEASE, MOMENT, here)
    assert (moment, zone) == (found, there or here)


def test_something_unexpected_is_seen_now_and_decided_with_a_moment_in_its_timeline() -> None:
    draft = Draft(small_plan())
    at = write_unexpected(draft, RELEASE, MOMENT, {"title": "They pay twice", "fix": None})
    assert at == RELEASE.child("incidents", "they-pay-twice")
    assert draft.tree.get(at.child("detected")) == MOMENT.date()
    decide(draft, at, MOMENT, "pause", "Mara", "Nobody knows yet.")
    decide(draft, at, MOMENT, "fix forward", "Mara", "It is small.")
    close(draft, at, MOMENT, "Two refunds")
    told = [draft.tree.get(each.child("title")) for each in records(draft.tree, KINDS["incident_event"], at)]
    assert told == ["Decided: pause, Mara", "Decided: fix forward, Mara", "Closed"]
    assert draft.tree.get(at.child("decision")) == "fix forward"
    assert draft.tree.get(at.child("residual")) == "Two refunds\n"
    with pytest.raises(Refused, match="no decision"):
        decide(draft, at, MOMENT, "panic", None, None)
    with pytest.raises(Refused, match="nothing is said"):
        note_moment(draft, at, MOMENT, " ")


def test_a_read_out_is_kept_as_it_stands_and_what_was_written_before_stays() -> None:
    draft = Draft(small_plan())
    readout = draft.add(KINDS["readout"], "After a week", inside=RELEASE)
    kpi = draft.add(KINDS["readout_kpi"], inside=readout, id_=METRIC.key, fields={"verdict": "flat"})
    success = ("Guests finish.", dt.date(2026, 5, 3))
    hold_readout(
        draft, readout, MOMENT.date(), success, [(METRIC.key, 71, "moving"), ("card-errors", 1, "n/a")]
    )
    assert draft.tree.get(readout.child("held")) == MOMENT.date()
    assert draft.tree.get(readout.child("success_was")) == "Guests finish.\n"
    assert draft.tree.get(readout.child("success_said")) == dt.date(2026, 5, 3)
    assert dict(draft.tree.table(kpi)) == {"now": 71, "verdict": "flat"}
    assert dict(draft.tree.table(readout.child("kpis", "card-errors"))) == {"now": 1}


def test_every_word_of_a_verdict_is_kept_as_one_that_a_read_out_knows_or_not_at_all() -> None:
    kept = {word: verdict_word(word) for word in WORDS}
    assert kept["met"] == "met"
    assert kept["too few to say"] == "too few readings"
    assert {word for word, each in kept.items() if each is None} == {
        "cannot say", "no baseline", "no target yet", "no limit yet", "on hold", "dropped", "n/a",
    }  # fmt: skip
