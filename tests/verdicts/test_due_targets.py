"""Targets that come or were missed, baselines apart, and the readings that a release's schedule asks for."""

import datetime as dt

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan.now import Now
from successbook.resources import resource
from successbook.verdicts.due import due_of
from tests.verdicts.texts import OPEN, PLAN, RELEASE, due, said

METRIC = (
    '[metrics.m]\ntitle = "Pay"\nunit = "{unit}"\nbaseline = 40\n{more}\n[metrics.m.targets.t]\n{target}\n'
)


def target(
    target: str,
    readings: str = "",
    *,
    unit: str = "%",
    more: str = "",
    today: str = "2026-06-15",
    **files: str,
) -> list[str]:
    text = METRIC.format(unit=unit, more=more, target=target)
    return said({PLAN: text, "readings.toml": f"[readings.m]\n{readings}", **files}, today)


@pytest.mark.parametrize(
    ("aim", "readings", "wanted"),
    [
        # what was missed, and by how much
        ("value = 55\nby = 2026-06-13", "2026-06-14 = 52", "55 % was missed by 3 points, 2 days ago"),
        ("value = 55\nby = 2026-06-14", "2026-06-14 = 54", "55 % was missed by 1 point, yesterday"),
        ("value = 55\nby = 2026-06-14", "2026-06-14 = 54.7", "55 % was missed by 0.3 points, yesterday"),
        ("value = 55\nby = 2026-06-14", '2026-06-14 = "~52"', "55 % was missed by about 3 points, yesterday"),
        ("value = 55\nby = 2026-06-14", "2026-06-14 = 54.666", "55 % was missed by 0.33 points, yesterday"),
        ("value = 55\nby = 2026-06-14", "2026-06-14 = 54.999", "55 % was missed by 0.001 points, yesterday"),
        ("value = 55\nby = 2026-06-07", "2026-06-07 = 50\n2026-06-10 = 53",
         "55 % was missed by 5 points, 8 days ago"),
        ("value = 55\nby = 2026-05-31", "2026-05-28 = 50\n2026-06-10 = 53",
         "55 % was missed by 5 points, 15 days ago"),
        ("value = 55\nby = 2026-06-07", "2026-05-28 = 50\n2026-06-10 = 53",
         "55 % was missed by 2 points, 8 days ago"),
        ("kind = 'at least'\nvalue = 55\nby = 2026-06-14", "2026-06-01 = 52",
         "at least 55 % was missed by 3 points, yesterday"),
        ("kind = 'at most'\nvalue = 20\nby = 2026-06-14", "2026-06-01 = 25",
         "at most 20 % was missed by 5 points, yesterday"),
        ("kind = 'change by points'\nvalue = 12\nby = 2026-06-14", "2026-06-01 = 45",
         "+12 points was missed by 7 points, yesterday"),
        ("kind = 'change by percent'\nvalue = -20\nby = 2026-06-14", "2026-06-01 = 35",
         "-20 % was missed by 3 points, yesterday"),
        ("kind = 'down to zero'\nby = 2026-06-14", "2026-06-01 = 2", "0 was missed by 2 points, yesterday"),
        # what nobody can tell
        ("value = 55\nby = 2026-06-14", "", "55 % was due, yesterday; no reading says whether it was met"),
        ("value = 55\nby = 2026-06-14", '2026-06-14 = "(blocked)"',
         "55 % was due, yesterday; the reading, blocked, does not say that it was met"),
        ("kind = 'yes'\nby = 2026-06-14", '2026-06-14 = "nearly"',
         '"yes" was due, yesterday; the reading, nearly, does not say that it was met'),
        # what was met, in time or late
        ("value = 55\nby = 2026-06-13", "2026-06-12 = 55", ""),
        ("value = 55\nby = 2026-06-01", "2026-06-01 = 52\n2026-06-14 = 56", ""),
        ("value = 55\nby = 2026-06-01", "2026-06-01 = 56\n2026-06-14 = 50", ""),
        ("kind = 'yes'\nby = 2026-06-14", '2026-06-14 = "yes"', ""),
        ("kind = 'down to zero'\nby = 2026-06-14", "2026-06-14 = 0", ""),
        # what comes
        ("value = 55\nby = 2026-06-18", "2026-06-14 = 52", "55 % (now 52 %), in 3 days"),
        ("value = 55\nby = 2026-06-15", "", "55 % (no reading yet), today"),
        ("value = 55\nby = 2026-06-29", "2026-06-16 = 60", "55 % (no reading yet), in 14 days"),
        ("value = 55\nby = 2026-06-30", "2026-06-14 = 52", ""),
        ("value = 55\nby = 2026-06-18", "2026-06-14 = 57", ""),
        ("value = 55", "2026-06-14 = 52", ""),
    ],
)  # fmt: skip
def test_a_target_is_told_when_it_comes_and_when_it_was_missed(aim: str, readings: str, wanted: str) -> None:
    found = target(aim, readings)
    mark = " was " if " was " in wanted else " ("
    text = wanted.replace(mark, f' of "Pay"{mark}', 1)
    assert found == ([f"Target {text}"] if wanted else [])


def test_a_distance_that_is_no_share_is_told_in_its_unit() -> None:
    for direction in ("decrease", "increase"):
        missed = "missed" if direction == "decrease" else ""
        found = target(
            "value = 30\nby = 2026-06-14", "2026-06-14 = 32.5", unit="s", more=f"direction = '{direction}'"
        )
        assert found == ([f'Target 30 s of "Pay" was {missed} by 2.5 s, yesterday'] if missed else [])


def test_a_target_that_is_none_yet_waits_to_be_set() -> None:
    assert target("kind = 'none yet'\nby = 2026-06-18") == ['Target of "Pay" to be set, in 3 days']
    assert target("kind = 'none yet'\nby = 2026-06-14") == ['1 day late: target of "Pay" to be set']


@pytest.mark.parametrize("state", ["on hold", "dropped"])
def test_nobody_waits_for_a_metric_that_is_held_or_dropped(state: str) -> None:
    more = f"state = '{state}'\nbaseline_to = 2026-06-14"
    kpi = '[kpis.m]\ntarget = 60\nby = 2026-06-14\n[kpis.m.schedule.a]\nevery = "day"\nstarts = 2026-06-14'
    track = '[instruments.a]\nmetrics = ["m"]\nexpires = 2026-06-14'
    files = {RELEASE: OPEN + kpi, "tracking.toml": track}
    assert target("value = 55\nby = 2026-06-14", more=more, **files) == []
    assert len(target("value = 55\nby = 2026-06-14", **files)) == 4


@pytest.mark.parametrize(
    "judged",
    [
        "[metrics.m.scores.s]\nkind = 'final'\ndate = 2026-06-02",
        "[metrics.m.revisions.r]\ndate = 2026-06-02",
        "",
    ],
)
def test_a_miss_stays_for_two_weeks_and_then_until_somebody_has_said_what_follows(judged: str) -> None:
    readout = "" if judged else "[readouts.r]\nheld = 2026-06-02\n[readouts.r.kpis.m]\nverdict = 'missed'"
    aim, readings = f"value = 55\nby = 2026-06-01\n{judged}", "2026-06-01 = 52"
    miss = ['Target 55 % of "Pay" was missed by 3 points, 14 days ago']
    assert target(aim, readings, **{RELEASE: OPEN + readout}) == miss
    assert target(aim, readings, today="2026-06-16", **{RELEASE: OPEN + readout}) == []
    mid = aim.replace("final", "mid").replace("revisions.r]\ndate = 2026-06-02", "revisions.r]")
    too_early = readout.replace("missed", "too early to say")
    assert len(target(mid, readings, today="2026-06-16", **{RELEASE: OPEN + too_early})) == 1


def test_the_target_of_a_release_is_told_unless_the_metric_says_the_same() -> None:
    kpi = OPEN + "[kpis.m]\nbenchmark = 40\ntarget = {}\nby = 2026-06-14"
    aim = "kind = 'change by percent'\nvalue = 37\nby = 2026-06-14"
    same = target(aim, "2026-06-14 = 52", **{RELEASE: kpi.format(55)})
    assert same == ['Target +37 % of "Pay" was missed by 2.8 points, yesterday']
    other = due({PLAN: METRIC.format(unit="%", more="", target=aim), RELEASE: kpi.format(60)})
    assert [str(each.at) for each in other] == [f"{RELEASE}:kpis.m", "plan.toml:metrics.m.targets.t"]
    words = {RELEASE: kpi.format("'no more than before'")}
    assert target("value = 1", "2026-06-14 = 52", **words) == [
        'Target "no more than before" of "Pay" was due, yesterday; '
        "the reading, 52 %, does not say that it was met"
    ]
    judged = "\n[readouts.r]\nheld = 2026-06-14\n[readouts.r.kpis.m]\nverdict = 'flat'"
    assert target("value = 1", "2026-06-14 = 52", **{RELEASE: words[RELEASE] + judged}) == []


def test_a_release_may_want_a_state() -> None:
    kpi = {RELEASE: OPEN + "[kpis.m]\ntarget = 'yes'\nby = 2026-06-14"}
    assert target("value = 1", '2026-06-14 = "yes"', **kpi) == []
    assert len(target("value = 1", '2026-06-14 = "no"', **kpi)) == 1


def test_a_target_that_nobody_gave_a_direction_is_not_called_missed() -> None:
    plan = {
        PLAN: '[metrics.m]\ntitle = "Pay"\nunit = "%"\n[metrics.m.targets.t]\nvalue = 55\nby = 2026-06-14\n'
    }
    readings = {"readings.toml": "[readings.m]\n2026-06-14 = 60\n"}
    assert said({**plan, **readings}) == [
        'Target 55 % of "Pay" was due, yesterday; the reading is 60 %, and nobody said which way is good'
    ]


SCHEDULE = (
    '[kpis.m.schedule.a]\nevery = "day"\ndays = 7\nstarts = 2026-06-08\n[kpis.m.schedule.b]\nevery = "week"'
)


@pytest.mark.parametrize(
    ("taken", "wanted"),
    [
        ("", '7 days late: reading of "Pay" (every day)'),
        ("2026-05-31 = 41", '7 days late: reading of "Pay" (every day)'),
        ("2026-06-12 = 41", '2 days late: reading of "Pay" (every day)'),
        ("2026-06-14 = 41", 'Reading of "Pay" (every week), today'),
        ("2026-06-15 = 41", 'Reading of "Pay" (every week), in 7 days'),
        ("2026-06-14 = 41\n2026-06-16 = 41", 'Reading of "Pay" (every week), today'),
    ],
)
def test_a_reading_is_due_as_the_schedule_says(taken: str, wanted: str) -> None:
    assert target("value = 1", taken, **{RELEASE: OPEN + SCHEDULE}) == [wanted]


def test_no_reading_is_late_before_the_launch() -> None:
    planned = 'title = "First"\nplanned = 2026-09-01\n'
    assert target("value = 1", "", **{RELEASE: planned + SCHEDULE}) == ['Release "First", 1 Sep']
    early = {RELEASE: planned + SCHEDULE}
    assert target("value = 1", "", today="2026-06-07", **early)[0] == 'Reading of "Pay" (every day), tomorrow'


def test_a_reading_that_two_releases_want_is_told_once_with_the_earlier_day() -> None:
    other = OPEN + '[kpis.m.schedule.a]\nevery = "month"\nstarts = 2026-06-10'
    files = {RELEASE: OPEN + SCHEDULE, "releases/other/release.toml": other}
    assert target("value = 1", "2026-06-14 = 41", **files) == ['Reading of "Pay" (every week), today']
    swapped = {RELEASE: other, "releases/other/release.toml": OPEN + SCHEDULE}
    assert target("value = 1", "2026-06-14 = 41", **swapped) == ['Reading of "Pay" (every week), today']


def test_the_missed_target_of_the_sample_is_told_in_points() -> None:
    whole = PlanFolder.open(resource("sample_plans") / "checkout-mvp").tree
    first = due_of(whole, Now(dt.date(2026, 9, 14)))[0]
    assert first.text == 'Target 55 % of "Guests who finish paying" was missed by 3 points, yesterday'
