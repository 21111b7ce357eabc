"""Every rule of `check` finds what it is for, once, at its place, and nothing in a plan that is fine."""

from pathlib import Path

import pytest

from successbook.errors import NotReadable
from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Table, Tree
from successbook.verdicts.findings import RULES, Finding, findings, unreadable
from successbook.verdicts.findings_links import NAMED_TOGETHER
from tests.verdicts.texts import tree

FINE = {
    "plan.toml": """
format = 1
title = "Checkout"
not_known = ["insights", "releases"]
[missions.shopping]
title = "Shopping"
[problems.address]
title = "Address"
serves = ["shopping"]
[goals.guest-pays]
serves = ["problem:address"]
not_known = ["by"]
[goals.deeper]
serves = ["goal:guest-pays", "mission:shopping"]
[metrics.seconds]
measures = ["goal:guest-pays"]
baseline = "~96"
[metrics.seconds.targets.summer]
value = 60
by = 2026-09-30
""",
    "readings.toml": '[readings.seconds]\n2026-06-08 = "(blocked)"\n[notes.seconds]\n2026-06-08 = "why"\n',
    "stakeholders.toml": 'format = 1\n[stakeholders.finance]\nreleases = ["first"]\n',
    "releases/first/release.toml": "format = 1\nplanned = 2026-06-15\n[milestones.open]\ntime = 09:30:00\n",
}  # fmt: skip


_PHASES = """
[kpis.seconds.schedule.a]
every = "day"
days = 7
starts = 2026-06-15
[kpis.seconds.schedule.b]
every = "week"
starts = 2026-06-20
"""
_MARKED = '"""\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"""'


def found(file: str, text: str) -> list[tuple[str, str]]:
    """What is found in a plan that is fine but for `text` at the end of one file."""
    whole = tree({**FINE, file: FINE.get(file, "") + text})
    return [(each.rule, str(each.at)) for each in findings(whole)]


def test_nothing_is_found_in_a_plan_that_is_fine() -> None:
    assert findings(tree(FINE)) == ()
    assert findings(Tree()) == ()


@pytest.mark.parametrize(
    ("rule", "file", "text", "at"),
    [
        ("empty-file", "tracking.toml", "", "tracking.toml"),
        ("misfit", "plan.toml", "[goals.a]\nby = 'soon'", "plan.toml:goals.a.by"),
        ("misfit", "plan.toml", "[goals.a]\nby = 2026-09-30T10:00:00", "plan.toml:goals.a.by"),
        ("misfit", "plan.toml", "[goals.a]\ntitle = 1", "plan.toml:goals.a.title"),
        ("misfit", "plan.toml", "[goals.a]\nowners = ['a', 1]", "plan.toml:goals.a.owners"),
        ("misfit", "plan.toml", "[goals.a]\nstate = 'done'", "plan.toml:goals.a.state"),
        ("misfit", "plan.toml", "[metrics.a]\ntolerance = nan", "plan.toml:metrics.a.tolerance"),
        ("misfit", "plan.toml", "[metrics.a]\nbaseline = true", "plan.toml:metrics.a.baseline"),
        ("misfit", "plan.toml", "[metrics.m.targets.a]\nvalue = inf", "plan.toml:metrics.m.targets.a.value"),
        ("misfit", "plan.toml", "[goals.a.title]", "plan.toml:goals.a.title"),
        ("misfit", "releases/a/release.toml", "format = 0", "releases/a/release.toml:format"),
        ("misfit", "readings.toml", "summer = 'x'", "readings.toml:notes.seconds.summer"),
        ("misfit", "readings.toml", "2026-06-09 = 1", "readings.toml:notes.seconds.2026-06-09"),
        ("misplaced", "plan.toml", "[goals]\na = 'x'", "plan.toml:goals.a"),
        ("misplaced", "plan.toml", "[metrics.a]\ntargets = 3", "plan.toml:metrics.a.targets"),
        ("misspelt-key", "plan.toml", "[goals.a]\ntilte = 'x'", "plan.toml:goals.a.tilte"),
        ("misspelt-key", "plan.toml", "[goal.a]\ntitle = 'x'", "plan.toml:goal"),
        ("misspelt-key", "plan.toml", "[metrics.a.target.b]", "plan.toml:metrics.a.target"),
        ("misspelt-key", "stakeholders.toml", "[stakeholder.a]", "stakeholders.toml:stakeholder"),
        ("unknown-key", "plan.toml", "[goals.a]\nmood = 'x'", "plan.toml:goals.a.mood"),
        ("unknown-key", "plan.toml", "[stakeholders.a]", "plan.toml:stakeholders"),
        ("odd-id", "plan.toml", "[goals.'a b']", "plan.toml:goals.a%20b"),
        ("same-id", "plan.toml", "[goals.seconds]", "plan.toml:metrics.seconds"),
        ("broken-reference", "plan.toml", "[goals.a]\nserves = ['goal:gone']", "plan.toml:goals.a.serves"),
        ("broken-reference", "plan.toml", "[goals.a]\nserves = ['target:x']", "plan.toml:goals.a.serves"),
        ("broken-reference", "plan.toml", "[goals.a]\nnot_known = ['who']", "plan.toml:goals.a.not_known"),
        ("broken-reference", "readings.toml", "[readings.no]\n2026-06-08 = 1", "readings.toml:readings.no"),
        ("broken-reference", "releases/a/release.toml", "[kpis.no]", "releases/a/release.toml:kpis.no"),
        ("odd-id", "releases/a b/release.toml", "format = 1", "releases/a%20b/release.toml"),
        ("file-name", "reflections/2026-06-12.toml", "held = 2026-06-13",
         "reflections/2026-06-12.toml:held"),
        ("file-name", "reflections/arrival.toml", "held = 2026-06-13", "reflections/arrival.toml"),
        ("file-name", "reflections/2026-06-31.toml", "title = 'x'", "reflections/2026-06-31.toml"),
        ("wrong-kind", "plan.toml", "[goals.a]\nserves = ['metric:seconds']", "plan.toml:goals.a.serves"),
        ("cycle", "plan.toml", "[goals.a]\nserves = ['goal:a']", "plan.toml:goals.a.serves"),
        ("challenged-sign-off", "releases/a/uat.toml", "[sign_offs.s]", "releases/a/uat.toml:sign_offs.s"),
        (
            "stale-sign-off",
            "releases/a/uat.toml",
            "[cases.c]\n[waivers.w]\ncase = 'c'\nby = 'M'\nwhy = 'W'\n[sign_offs.s]\nfingerprint = '1-x'",
            "releases/a/uat.toml:sign_offs.s",
        ),
        ("days-crossed", "releases/a/uat.toml", "starts = 2026-06-15\nends = 2026-06-12",
         "releases/a/uat.toml:ends"),
        ("days-crossed", "releases/first/release.toml", _PHASES,
         "releases/first/release.toml:kpis.seconds.schedule.b.starts"),
        ("days-crossed", "releases/first/release.toml",
         "[incidents.a]\ndetected = 2026-06-16\nclosed = 2026-06-15",
         "releases/first/release.toml:incidents.a.closed"),
        ("days-crossed", "plan.toml", "[metrics.a]\nbaseline_from = 2026-06-16\nbaseline_to = 2026-06-15",
         "plan.toml:metrics.a.baseline_to"),
        ("days-crossed", "reflections/2026-06-12.toml", "period_from = 2026-06-16\nperiod_to = 2026-06-15",
         "reflections/2026-06-12.toml:period_to"),
        ("test-after-launch", "releases/first/uat.toml", "ends = 2026-06-16", "releases/first/uat.toml:ends"),
        ("benchmark-days", "releases/first/release.toml",
         "[kpis.seconds]\nbenchmark_date = 2026-06-10\nfrozen = 2026-06-09",
         "releases/first/release.toml:kpis.seconds.frozen"),
        ("benchmark-days", "releases/b/release.toml",
         "actual = 2026-06-10\n[kpis.seconds]\nfrozen = 2026-06-11",
         "releases/b/release.toml:kpis.seconds.frozen"),
        ("benchmark-days", "releases/b/release.toml",
         "actual = 2026-06-10\n[kpis.seconds]\nbenchmark_date = 2026-06-11",
         "releases/b/release.toml:kpis.seconds.benchmark_date"),
        ("benchmark-days", "releases/b/release.toml",
         "planned = 2026-06-10\n[kpis.seconds]\nbenchmark_from = 2026-06-01\nbenchmark_to = 2026-06-11",
         "releases/b/release.toml:kpis.seconds.benchmark_to"),
        ("nothing-decided", "releases/first/release.toml", "[gates.a]\ndecided_by = 'Mara'",
         "releases/first/release.toml:gates.a.decided_by"),
        ("nothing-decided", "releases/first/release.toml",
         "[kpis.seconds.schedule.a]\ndecided = 2026-06-12",
         "releases/first/release.toml:kpis.seconds.schedule.a.decided"),
        ("go-without-answer", "releases/b/release.toml",
         "[gates.a]\ndecision = 'go'\n[gates.a.questions.q]\ntitle = 'Is it?'",
         "releases/b/release.toml:gates.a.decision"),
        ("stage-without-criteria", "releases/b/release.toml", "[stages.a]\npercent = 10",
         "releases/b/release.toml:stages.a"),
        ("unexplained-step", "releases/b/release.toml", "[log.a]\nstep = 'pause'",
         "releases/b/release.toml:log.a"),
        ("fix-without-unit", "releases/b/release.toml", "[incidents.a]\ntime_to_fix = 4",
         "releases/b/release.toml:incidents.a.time_to_fix"),
        ("read-out-days", "releases/b/release.toml", "[readouts.a]\nheld = 2026-06-12\nnext = 2026-06-12",
         "releases/b/release.toml:readouts.a.next"),
        ("nothing-decided", "releases/b/release.toml", "kill_switch_tried = 2026-06-12",
         "releases/b/release.toml:kill_switch_tried"),
        ("unknown-zone", "releases/b/release.toml", "zone = 'Mars/Base'", "releases/b/release.toml:zone"),
        ("conflict-marker", "plan.toml", f"[goals.a]\nnotes = {_MARKED}", "plan.toml:goals.a.notes"),
        ("future-format", "releases/a/release.toml", "format = 2\nx = 1", "releases/a/release.toml:format"),
    ],
)  # fmt: skip
def test_a_rule_finds_what_it_is_for_and_where(rule: str, file: str, text: str, at: str) -> None:
    assert found(file, text) == [(rule, at)]


def test_every_rule_has_a_test() -> None:
    marks = test_a_rule_finds_what_it_is_for_and_where.pytestmark  # type: ignore[attr-defined]
    tried = {case[0] for case in marks[0].args[1]}
    assert tried | {"unreadable-file", "missing-file", "misspelt-file"} == set(RULES)


def test_a_file_named_after_others_names_each_that_is_missing() -> None:
    sheet = {
        "releases/a/results/r1--t1.toml": "format = 1\n[results.pay]",
        "releases/a/uat.toml": "[rounds.r1]",
    }
    missing = findings(tree(sheet))
    assert {each.rule for each in missing} == {"file-name"}
    says = [each.says for each in missing]
    assert [each.partition(", ")[0] for each in says] == ['there is no tester "t1"', 'there is no case "pay"']


def test_a_sheet_whose_name_has_no_tester_says_how_it_is_called() -> None:
    first, second = findings(
        tree({"releases/a/results/r1.toml": "format = 1", "releases/a/uat.toml": "format = 1"})
    )
    assert (first.rule, first.fix) == ("file-name", "call it <round>--<tester>.toml")
    assert second.says == 'there is no round "r1", after which this file is named'


def test_two_sessions_of_one_day_may_have_more_in_their_names() -> None:
    names = ("reflections/2026-06-12.toml", "reflections/2026-06-12-b7k2.toml")
    assert findings(tree(dict.fromkeys(names, "held = 2026-06-12"))) == ()
    (only,) = findings(tree({"reflections/2026-06-12.toml": "held = 2026-06-13"}))
    assert only.says == "the session was held on 2026-06-13, and the file is named after 2026-06-12"
    assert only.fix == "correct the day, or rename the file"


def test_a_table_that_is_one_value_is_misplaced() -> None:
    assert [each.rule for each in findings(tree({"plan.toml": "goals = 3"}))] == ["misplaced"]
    readings = findings(tree({"readings.toml": "readings = 3\n[notes]\nseconds = 'x'"}))
    assert {each.rule for each in readings} == {"misplaced", "broken-reference"}


def test_a_kind_is_named_with_the_article_that_belongs_to_it() -> None:
    (misplaced,) = findings(tree({"plan.toml": "[initiatives]\na = 'x'"}))
    assert misplaced.says == 'a is "x", not an initiative'
    assert misplaced.fix == "an initiative is a table of its own, such as [initiatives.its-id]"
    text = "[initiatives.a]\n[metrics.m]\nmeasures = ['mission:x']\n[missions.x]\nserves = []"
    found = findings(tree({"plan.toml": f"{text}\n[problems.p]\nserves = ['initiative:a']"}))
    assert '"initiative:a" is an initiative, which cannot stand here' in [each.says for each in found]


def test_a_long_circle_is_named_once_from_its_first_record() -> None:
    text = "".join(f'[goals.g{n}]\ntitle = "G{n}"\nserves = ["goal:g{(n + 1) % 3}"]\n' for n in range(3))
    circles = [each for each in findings(tree({"plan.toml": text})) if each.rule == "cycle"]
    assert [str(each.at) for each in circles] == ["plan.toml:goals.g0.serves"]
    assert '"G0" serves "G1" serves "G2" serves "G0"' in circles[0].says


def test_a_circle_is_named_from_its_first_record_wherever_one_enters_it() -> None:
    text = "".join(
        f'[goals.{one}]\nserves = ["goal:{other}"]\n' for one, other in ("xc", "yx", "bd", "cb", "dc")
    )
    circles = [str(each.at) for each in findings(tree({"plan.toml": text})) if each.rule == "cycle"]
    assert circles == ["plan.toml:goals.b.serves"]


def test_two_circles_are_both_named_and_what_hangs_on_them_is_not() -> None:
    text = """
[goals.a]
serves = ["goal:b"]
[goals.b]
serves = ["goal:a"]
[goals.c]
serves = ["goal:d", "goal:a"]
[goals.d]
serves = ["goal:c"]
[goals.on-it]
serves = ["goal:a"]
"""
    circles = [str(each.at) for each in findings(tree({"plan.toml": text})) if each.rule == "cycle"]
    assert circles == ["plan.toml:goals.a.serves", "plan.toml:goals.c.serves"]


def test_the_nearest_known_key_and_id_are_named() -> None:
    whole = tree({"plan.toml": FINE["plan.toml"] + "[goals.a]\nTITEL = 'x'\nserves = ['goal:guest-pay']"})
    assert [each.fix for each in findings(whole)] == [
        'did you mean "title"?',
        'did you mean "goal:guest-pays"?',
    ]


def test_ids_are_compared_without_their_kinds() -> None:
    text = FINE["plan.toml"] + "[initiatives.big]\nserves = ['goal:deep', 'goal:zz', 'gaol:deeper', 'zz']"
    whole = findings(tree({"plan.toml": text}))
    assert [(each.says, each.fix) for each in whole] == [
        ('there is no goal "deep"', 'did you mean "goal:deeper"?'),
        ('there is no goal "zz"', "add it, or take the reference away"),
        ('there is no key action or goal "gaol:deeper"', 'did you mean "goal:deeper"?'),
        ('there is no key action or goal "zz"', "add it, or take the reference away"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("releases/a/uat.toml", "[rounds.r]\nstarts = 2026-06-15\nends = 2026-06-12",
         "it ends on 2026-06-12, before it starts on 2026-06-15"),
        ("releases/a/release.toml", "[incidents.a]\ntime_to_fix = 4",
         "a fix takes 4, and nobody said whether hours or days"),
        ("releases/a/uat.toml",
         "[cases.c]\n[waivers.w]\ncase = 'c'\nby = 'M'\nwhy = 'W'\n"
         "[sign_offs.s]\ntitle = 'Jonas'\nfingerprint = '1-x'",
         "Jonas signed, and this has changed since: something that was signed"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_as_a_sentence(file: str, text: str, says: str) -> None:
    (only,) = [each for each in findings(tree({file: text})) if each.rule != "file-name"]
    assert only.says == says


def test_a_key_of_another_file_is_sent_there() -> None:
    (only,) = findings(tree({"plan.toml": "[stakeholders.a]"}))
    assert only.fix == "it belongs into stakeholders.toml"


def test_a_misfit_says_what_stands_there_and_what_the_field_holds() -> None:
    (only,) = findings(tree({"plan.toml": f"[goals.a]\nby = '{'x' * 99}'"}))
    assert only.says == f'by is "{"x" * 40}..."'
    assert only.fix == "it holds a date such as 2026-09-30"


def test_a_file_of_a_future_format_is_not_looked_into() -> None:
    text = "format = 7\n[goals.a]\nby = 'soon'\nmood = 1"
    assert [each.rule for each in findings(tree({"plan.toml": text}))] == ["future-format"]


def test_files_no_kind_stands_in_are_left_alone() -> None:
    assert findings(tree({"tracking.toml": "format = 1\n[instruments.a]\nwhere = 'x'"})) == ()


def test_comments_are_never_a_finding() -> None:
    from successbook.tree import Note

    whole = tree(FINE)
    noted = Table(whole.files["plan.toml"], {"": Note(above=("# tilte = 1",)), "title": Note(beside="# x")})
    assert findings(Tree({**whole.files, "plan.toml": noted})) == ()


def test_an_unreadable_file_is_a_finding_with_its_line() -> None:
    error = NotReadable("is no TOML", path=Path("x/plan.toml"), line=3, remedy="correct it")
    assert unreadable("plan.toml", error) == Finding(
        "unreadable-file", Address("plan.toml"), "is no TOML", "correct it", 3
    )


@pytest.mark.parametrize("days", [-(10**9), -1, 10**9])
def test_a_phase_of_no_possible_length_crosses_no_other(days: int) -> None:
    text = _PHASES.replace("days = 7", f"days = {days}")
    assert "days-crossed" not in [rule for rule, _ in found("releases/first/release.toml", text)]


def test_findings_come_file_by_file() -> None:
    whole = tree({**FINE, "plan.toml": "[goals.a]\nmood = 1", "releases/first/release.toml": "mood = 1"})
    files = [each.at.file for each in findings(whole)]
    assert files == sorted(files)


def test_the_kinds_that_one_field_may_name_are_those_that_the_fields_declare() -> None:
    declared = {frozenset(field.refers_to) for kind in KINDS for field in fields_of(kind)}
    several = {kinds for kinds in declared if len(kinds) > 1}
    covered = {kinds for kinds in several if any(kinds <= stated for stated in NAMED_TOGETHER)}
    assert covered == several
    assert all(any(stated <= kinds for kinds in several) for stated in NAMED_TOGETHER)
