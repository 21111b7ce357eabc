"""Read-outs: what was called success, each KPI against benchmark and target, and when it cannot be said."""

from __future__ import annotations

import datetime as dt

import pytest

from successbook.plan.drafts import Draft
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.tree import Address, Tree, Value
from successbook.verdicts.readout_kpis import KpiLine
from successbook.verdicts.readouts import ReadoutView, opening, readout_lines, readout_of
from tests.plans import METRIC, RELEASE, small_plan

LAUNCH = dt.date(2026, 6, 15)
LATER = Now(dt.date(2026, 7, 15))
READOUT = RELEASE.child("readouts", "after-a-month")


def launched(kpi: dict[str, Value] | None = None, readings: dict[str, Value] | None = None) -> Draft:
    """The small plan, launched on 15 June, with a KPI, readings since, and a read-out planned for a month."""
    draft = Draft(small_plan())
    draft.put(RELEASE.child("actual"), LAUNCH)
    fields: dict[str, Value] = {"benchmark": 96, "target": 60, "by": dt.date(2026, 7, 13), **(kpi or {})}
    draft.add(KINDS["release_kpi"], inside=RELEASE, id_=METRIC.key, fields=fields)
    for day, value in (readings or {}).items():
        draft.put(Address("readings.toml", ("readings", METRIC.key, day)), value)
    draft.put(METRIC.child("direction"), "decrease")
    draft.add(KINDS["readout"], "After a month", inside=RELEASE, fields={"planned": dt.date(2026, 7, 13)})
    return draft


def view(tree: Tree, now: Now = LATER) -> ReadoutView:
    return readout_of(tree, READOUT, now)


def line(readings: dict[str, Value], now: Now = LATER, **kpi: Value) -> KpiLine:
    return view(launched(dict(kpi), readings).tree, now).kpis[0]


def test_it_opens_with_what_was_called_success_and_when() -> None:
    draft = launched()
    assert opening(draft.tree, READOUT, LATER) == (
        "Nobody said in a sentence what success is; the targets were: Seconds to pay 60 s by 13 Jul"
    )
    draft.put(RELEASE.child("success"), 'Guests "finish".')
    assert opening(draft.tree, READOUT, LATER) == (
        "On a day nobody wrote down you said success is: \"Guests 'finish'.\""
    )
    draft.put(RELEASE.child("success_said"), dt.date(2026, 5, 3))
    assert opening(draft.tree, READOUT, LATER).startswith("On 3 May you said success is: ")
    assert opening(draft.tree, READOUT, Now(dt.date(2027, 1, 1))).startswith("On 3 May 2026 you said")


def test_a_read_out_keeps_the_sentence_of_then() -> None:
    draft = launched()
    draft.put(RELEASE.child("success"), "The new sentence.")
    draft.put(READOUT.child("success_was"), "The old sentence.")
    assert '"The old sentence."' in opening(draft.tree, READOUT, LATER)


def test_without_any_success_or_target_that_is_said() -> None:
    draft = launched()
    draft.put(RELEASE.child("kpis", METRIC.key, "target"), None)
    assert opening(draft.tree, READOUT, LATER) == "Nobody wrote down what success is before the launch"


THREE: dict[str, Value] = {"2026-06-22": 80, "2026-06-29": 75, "2026-07-06": 70}


@pytest.mark.parametrize(
    ("readings", "kpi", "short", "sentence"),
    [
        ({**THREE, "2026-07-13": 60}, {}, "met",
         "After the release it stands at 60 s, 96 s before; the target is 60 s by 13 Jul: met."),
        ({**THREE, "2026-07-13": 63}, {}, "missed by 3 s",
         "After the release it stands at 63 s, 96 s before; the target is 60 s by 13 Jul: missed by 3 s."),
        ({**THREE, "2026-07-13": 59, "2026-07-14": 66}, {}, "met on its day, with 59 s",
         "After the release it stands at 66 s, 96 s before; the target is 60 s by 13 Jul: met on its day, "
         "with 59 s."),
        (THREE, {"by": dt.date(2026, 9, 1)}, "moving, 10 s to go",
         "After the release it stands at 70 s, 96 s before; the target is 60 s by 1 Sep: moving, 10 s to "
         "go."),
        ({**THREE, "2026-07-13": 97}, {"by": dt.date(2026, 9, 1)}, "wrong way",
         "After the release it stands at 97 s, 96 s before; the target is 60 s by 1 Sep: wrong way."),
        ({**THREE, "2026-07-13": 96}, {"by": dt.date(2026, 9, 1)}, "not moved",
         "After the release it stands at 96 s, 96 s before; the target is 60 s by 1 Sep: not moved."),
        ({"2026-06-22": 80, "2026-06-29": 59}, {}, "too few to say, 2 readings",
         "After the release it stands at 59 s, 96 s before; the target is 60 s by 13 Jul: too few to say, 2 "
         "readings."),
        ({**THREE, "2026-07-13": "(blocked)"}, {}, "blocked",
         'After the release it says "blocked", 96 s before; the target is 60 s by 13 Jul: blocked.'),
        ({**THREE, "2026-07-13": 99}, {"at_most": 98}, "above limit",
         "After the release it stands at 99 s, 96 s before; the target is 60 s by 13 Jul: above limit."),
        ({**THREE, "2026-07-13": 63}, {"target": "no more than before", "at_most": 98}, "within",
         "After the release it stands at 63 s, 96 s before; the target is no more than before by 13 Jul: "
         "within."),
    ],
)  # fmt: skip
def test_each_kpi_has_its_word_and_a_sentence_that_says_after(
    readings: dict[str, Value], kpi: dict[str, Value], short: str, sentence: str
) -> None:
    found = view(launched(kpi, readings).tree).kpis[0]
    assert (found.short, found.sentence) == (short, sentence)
    assert "because" not in found.sentence


def test_flat_needs_a_stated_tolerance() -> None:
    draft = launched({"by": dt.date(2026, 9, 1)}, {**THREE, "2026-07-13": 94})
    assert view(draft.tree).kpis[0].word == "moving"
    draft.put(METRIC.child("tolerance"), 2)
    assert view(draft.tree).kpis[0].word == "flat"


def test_before_the_launch_it_is_too_early() -> None:
    assert line(THREE, Now(dt.date(2026, 6, 14))).short == "too early, it is not out yet"


def test_what_was_written_down_counts_on_the_day_it_was_held() -> None:
    draft = launched({}, {**THREE, "2026-07-13": 66, "2026-08-01": 50})
    draft.put(READOUT.child("held"), dt.date(2026, 7, 14))
    at = draft.add(KINDS["readout_kpi"], inside=READOUT, id_=METRIC.key, fields={"verdict": "missed"})
    found = view(draft.tree, Now(dt.date(2026, 8, 2)))
    assert (found.day, found.held) == (dt.date(2026, 7, 14), True)
    assert (found.kpis[0].now, found.kpis[0].short, found.kpis[0].said) == ("66 s", "missed by 6 s", "missed")
    draft.put(at.child("now"), 61)
    assert view(draft.tree).kpis[0].short == "missed by 1 s"


def test_read_outs_are_listed_the_nearest_first_then_the_last_that_was_held() -> None:
    draft = launched()
    draft.add(KINDS["readout"], "After a week", inside=RELEASE, fields={"held": dt.date(2026, 6, 22)})
    draft.put(RELEASE.child("readouts", "after-a-week", "next"), dt.date(2026, 7, 13))
    found = readout_lines(draft.tree, RELEASE, Now(dt.date(2026, 7, 1)))
    assert [text for _, _, text in found] == [
        "read-out: After a month",
        "read-out: After a week, 9 days ago; the next one in 12 days",
    ]
    draft.put(READOUT.child("carried_to"), "another")
    assert len(readout_lines(draft.tree, RELEASE, LATER)) == 1
