"""A plan told in plain text, one thing a line, and the same as data."""

import datetime as dt
import json

import pytest

from successbook.plan.describe import fields_of
from successbook.plan.now import Now
from successbook.text import capital
from successbook.tree import Tree
from successbook.verdicts.linear import part_data, part_text
from tests.verdicts.texts import tree

NOW = Now(dt.date(2026, 6, 15))
PLAN = '''
title = "Checkout"
[missions.shopping]
title = "Shopping"
[problems.address]
title = "Address form"
serves = ["shopping"]
pain = """
Four minutes.

One in three leaves.
"""
[goals.guest-pays]
title = "Guests pay"
serves = ["problem:address", "mission:shopping"]
by = 2026-06-20
state = "done"
not_known = ["owners"]
[metrics.seconds]
title = "Seconds to pay"
measures = ["goal:guest-pays"]
unit = "s"
baseline = "~13000"
tolerance = nan
[metrics.seconds.targets.summer]
value = 60
by = 2026-09-30
[insights.seen]
title = "Guests leave"
supports = ["goal:gone"]
'''
READINGS = '[readings.seconds]\n2026-06-08 = 71\n[notes.seconds]\n2026-06-08 = "two\\nlines"\n'
RELEASE = 'title = "First"\nplanned = 2026-06-20\ntime = 09:30:00\n[milestones.open]\ntitle = "Open"\n'


WHOLE = tree({"plan.toml": PLAN, "readings.toml": READINGS, "releases/first/release.toml": RELEASE})


def test_the_goals_are_numbered_and_every_answer_stands_on_its_line() -> None:
    lines = part_text(WHOLE, "goals", NOW, "Checkout").splitlines()
    assert lines[0] == "Goals of Checkout"
    assert "1. Mission: Shopping" in lines
    assert "1.1. Problem: Address form" in lines
    assert "1.1.1. Goal: Guests pay" in lines
    assert "1.1.1.1. Metric: Seconds to pay" in lines
    assert "  By: 20 Jun (in 5 days)" in lines
    assert "  Baseline: about 13 000 s" in lines
    assert "  Target: 60 by 30 Sep 2026" in lines
    assert "    Value: 60 s" in lines
    assert "  Reading of 2026-06-08: 71 s (two lines)" in lines
    assert "Insight: Guests leave" in lines


def test_prose_keeps_its_lines() -> None:
    text = part_text(WHOLE, "goals", NOW, "Checkout")
    assert "  The pain:\n    Four minutes.\n\n    One in three leaves.\n" in text


def test_what_is_not_answered_not_known_or_does_not_fit_is_said() -> None:
    text = part_text(WHOLE, "goals", NOW, "Checkout")
    goal = text[text.index("Goal: Guests pay") : text.index("Metric:")]
    assert "How it serves: not answered" in goal
    assert "Owners: not known yet" in goal
    assert "State: done [it should be one of open, on hold, achieved, missed, dropped]" in goal
    assert "Because" not in goal, "a rare field that is not used stays out"
    assert "Speaks for: goal:gone [goal:gone: not in this plan]" in text


def test_a_record_that_serves_two_is_told_once() -> None:
    text = part_text(WHOLE, "goals", NOW, "Checkout")
    assert "1.2. Goal: Guests pay (also here; told elsewhere)" in text
    assert text.count("State: done") == 1


def test_every_field_with_a_value_is_told() -> None:
    text = part_text(WHOLE, "goals", NOW, "Checkout")
    for field in fields_of("metric"):
        told = f"  {field.label}:" in text
        assert told or field.folded or field.name == "title"


def test_releases_are_told_with_their_parts() -> None:
    lines = part_text(WHOLE, "release", NOW, "Checkout").splitlines()
    assert lines[0] == "Releases of Checkout"
    assert "Release: First" in lines
    assert "  At: 09:30" in lines
    assert "  Milestone: Open" in lines


def test_an_empty_plan_says_so() -> None:
    assert part_text(Tree(), "goals", NOW, "x") == "Goals of x\n\nNothing has been said yet."


def test_the_data_hold_every_value_as_it_stands() -> None:
    told = json.loads(json.dumps(part_data(WHOLE, "goals", NOW, "Checkout"), allow_nan=False))
    assert told["plan"] == {"title": "Checkout"}
    by_address = {each["address"]: each for each in told["records"] if not each.get("also")}
    metric = by_address["plan.toml:metrics.seconds"]
    assert metric["values"]["targets"]["summer"] == {"value": 60, "by": "2026-09-30"}
    assert metric["values"]["tolerance"] == "nan"
    assert metric["readings"] == {"2026-06-08": 71}
    assert metric["under"] == "plan.toml:goals.guest-pays"
    assert by_address["plan.toml:goals.guest-pays"]["number"] == "1.1.1"
    assert "plan.toml:insights.seen" in by_address


ELSEWHERE = " (also here; told elsewhere)"
WAYS = ["Goal: A", f"Goal: B{ELSEWHERE}", "Goal: B", f"Goal: A{ELSEWHERE}"]


def test_a_circle_is_told_and_ends() -> None:
    text = '[goals.a]\ntitle="A"\nserves=["goal:b"]\n[goals.b]\ntitle="B"\nserves=["goal:a"]\n'
    lines = part_text(tree({"plan.toml": text}), "goals", NOW, "x").splitlines()
    assert [line.partition(" ")[2] for line in lines if "Goal:" in line] == WAYS


def told(part: str, **files: str) -> list[str]:
    return part_text(tree(files), part, NOW, "x").splitlines()


@pytest.mark.parametrize(
    ("part", "file", "text", "line"),
    [
        ("goals", "plan.toml", "mood = 'x'", "  mood: x [not known here]"),
        ("goals", "plan.toml", "product = 'Web shop'", "  Product: Web shop"),
        ("goals", "plan.toml", "not_known = ['insights']", "  Not known yet: insights"),
        ("goals", "plan.toml", "goals = 3", "  goals: 3 [not known here]"),
        ("goals", "plan.toml", "[goals]\na = 3", "  goals.a: 3 [not known here]"),
        ("goals", "plan.toml", "[goals.a]\ntitle = 3", "  Goal: 3 [it should be one line of text]"),
        ("goals", "plan.toml", "[goals.a.x.y]\nz = [1, 2]", "  x.y.z: 1, 2 [not known here]"),
        ("goals", "plan.toml", "[metrics.a]\ntargets = 1", "  targets: 1 [not known here]"),
        ("goals", "tracking.toml", "[x]\ny = 1", "  x.y: 1 [not known here]"),
        ("goals", "readings.toml", "[readings.gone]\n2026-06-08 = 1", "  Reading of 2026-06-08: 1"),
        (
            "goals",
            "readings.toml",
            "[notes.gone]\n2026-06-08 = 'why'",
            "  Reading of 2026-06-08: no reading (why)",
        ),
        ("goals", "plan.toml", "[goals.a]\nowners = ['A, product', 'Lin']", "  Owners: A, product; Lin"),
        ("uat", "releases/a/uat.toml", "[criteria.c]\ntitle = 'C'\nlist = 'x'", "Criteria in no list yet: 1"),
        ("uat", "releases/a/uat.toml", "[cases.c]\ntitle = 'C'", "    Nobody has run it."),
        ("uat", "releases/a/uat.toml", "", "Acceptance test of a"),
        (
            "uat",
            "releases/a/results/r--t.toml",
            "[results.c]\nstate = 'passed'",
            'Result in "c", which is no case of this test',
        ),
        ("uat", "releases/a/results/r--t.toml", "[results.c]\nstate = 'passed'", "    t in r: passed"),
        ("uat", "releases/a/results/r--t.toml", "[results.c]\nnote = 'x'", "    t in r: no result"),
        ("uat", "releases/a/results/r--t.toml", "results = 3", "    results: 3 [not known here]"),
        ("uat", "releases/a/defects/d.toml", "title = 'D'", "  Defect: D"),
        ("reflection", "notebook.toml", "next = 2026-06-20", "  Next session: 20 Jun (in 5 days)"),
        ("reflection", "reflections/2026-06-12.toml", "not_known = ['success_after']",
         "  Success, afterwards: not known yet"),
        ("reflection", "reflections/2026-06-12.toml", "[entries.e]\ntitle = 'E'",
         "  Not in a dimension yet:"),
        ("reflection", "reflections/2026-06-12.toml", "[entries.e]\ndimension = 'team'",
         "  What matters to my team:"),
        ("reflection", "notebook.toml", "format = 1", "Notebook: notebook without a name"),
        ("reflection", "plan.toml", "title = 'x'",
         "A plan holds none: what is said in a session stands in a notebook. successbook where names yours."),
        ("due", "plan.toml", "title = 'x'", "Nothing is late, and nothing that has a day is open."),
    ],
)  # fmt: skip
def test_whatever_stands_in_a_file_is_told(part: str, file: str, text: str, line: str) -> None:
    assert line in told(part, **{file: text})


def test_a_case_that_nobody_passed_says_so() -> None:
    files = {"releases/a/uat.toml": "[cases.c]\n[rounds.r]\n[testers.t]\n"}
    sheet = "releases/a/results/r--t.toml"
    for state, said in (("failed", True), ("blocked", True), ("passed with note", False)):
        lines = told("uat", **files, **{sheet: f"[results.c]\nstate = '{state}'"})
        assert ("    Nobody has passed it." in lines) == said


def test_rounds_are_told_in_their_order() -> None:
    files = {"releases/a/uat.toml": "[cases.c]\n[rounds.z]\n[rounds.b]\n[testers.t]\ntitle = 'T'\n"}
    for round_ in ("b", "z", "gone"):
        files[f"releases/a/results/{round_}--t.toml"] = "[results.c]\nstate = 'passed'"
    said = [line.strip() for line in told("uat", **files) if line.strip().startswith("T in ")]
    assert said == ["T in round without a name: passed"] * 2 + ["T in gone: passed"]


def test_what_is_due_is_told_with_its_day_and_its_place() -> None:
    text = "[checklist.a]\ntitle = 'A'\ndue = 2026-06-14\n[checklist.b]\ntitle = 'B'\ndue = 2026-06-16"
    at = "releases/a/release.toml:checklist"
    assert told("due", **{"releases/a/release.toml": text}) == [
        "What is due in x",
        "",
        "Late: 1",
        '  1 day late: "A"',
        f"    14 Jun, {at}.a",
        "",
        "To come: 1",
        '  "B", tomorrow',
        f"    16 Jun, {at}.b",
        "",
        "The next 5 weeks",
        "  This week",
        "    Tue 16 Jun, tomorrow",
        '      "B"',
        *(
            f"  {week}: nothing"
            for week in ("Next week", "Week of 29 Jun", "Week of 6 Jul", "Week of 13 Jul")
        ),
    ]


def test_what_is_due_is_data() -> None:
    text = "[checklist.a]\ntitle = 'A'\ndue = 2026-06-14"
    data = part_data(tree({"releases/a/release.toml": text}), "due", NOW, "x")
    assert isinstance(data, dict)
    assert data["records"] == [
        {
            "address": "releases/a/release.toml:checklist.a",
            "kind": "checklist_item",
            "field": "done",
            "day": "2026-06-14",
            "overdue": True,
            "text": '1 day late: "A"',
        }
    ]


IN_LIGHT = tree(
    {
        "plan.toml": PLAN
        + '[initiatives.form]\ntitle = "One page"\nlevel = "MVP"\nserves = ["goal:guest-pays"]\n'
        + '[initiatives.gone]\nstate = "dropped"\nserves = ["goal:guest-pays"]\n',
        "readings.toml": READINGS,
    }
)


def test_a_metric_says_how_it_stands_and_which_work_is_in_its_light() -> None:
    lines = part_text(IN_LIGHT, "goals", NOW, "x").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  Stands: "))
    assert lines[at].startswith("  Stands: too few to say. It stands at 71 s")
    assert lines[at + 1] == "  Work in its light: One page (MVP), through goal Guests pay"
    assert lines[at + 2] == ""
    data = part_data(IN_LIGHT, "goals", NOW, "x")
    assert isinstance(data, dict)
    records = data["records"]
    assert isinstance(records, list)
    (metric,) = [each for each in records if isinstance(each, dict) and each["kind"] == "metric"]
    assert metric["keeps"] == ["plan.toml:initiatives.form"]
    stands = metric["stands"]
    assert isinstance(stands, dict)
    assert stands["word"] == "too few to say"


def test_everything_that_deserves_a_look_is_told() -> None:
    lines = part_text(IN_LIGHT, "goals", NOW, "x").splitlines()
    data = part_data(IN_LIGHT, "goals", NOW, "x")
    assert isinstance(data, dict)
    looks = data["looks"]
    assert isinstance(looks, list)
    assert f"What deserves a look: {len(looks)}" in lines
    (bare,) = [
        each for each in looks if isinstance(each, dict) and each["address"] == "plan.toml:initiatives.form"
    ]
    assert bare["rule"] == "initiative-without-kpi"
    assert f"  {capital(str(bare['says']))}: {bare['fix']} [{bare['address']}]" in lines
    assert "looks" not in str(part_data(IN_LIGHT, "release", NOW, "x"))
