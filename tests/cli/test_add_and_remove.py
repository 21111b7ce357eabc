"""`add` and `remove`: records come and go whole, and what they leave behind is named."""

from pathlib import Path

import pytest

from successbook.plan.kinds import KINDS
from tests.cli.conftest import Run

BASELINE = "plan.toml:metrics.seconds-to-pay.baseline"
GOAL = "plan.toml:goals.guests-pay-quickly"


def test_add_prints_the_new_address(run: Run, plan: Path) -> None:
    words = ("Pay later", "--under", "guests-give-up", "--field", "owners=Mara", "--field", "owners=Jonas")
    done = run("add", plan, "goal", *words)
    assert (done.code, done.out, done.err) == (0, "plan.toml:goals.pay-later\n", 'added goal "Pay later"\n')
    text = (plan / "plan.toml").read_text(encoding="utf-8")
    assert '[goals.pay-later]\ntitle = "Pay later"\nserves = [\n    "problem:guests-give-up",\n]\n' in text
    assert run("add", plan, "goal", "Pay later").out != done.out


def test_a_number_is_read_in_the_unit_given_beside_it(run: Run, plan: Path) -> None:
    done = run("add", plan, "metric", "Size", "--field", "baseline=12 MB", "--field", "unit=MB")
    assert done.code == 0
    assert "baseline = 12\n" in (plan / "plan.toml").read_text(encoding="utf-8")


def test_a_part_is_added_inside_its_record(run: Run, plan: Path) -> None:
    for inside in ("metric:seconds-to-pay", "seconds-to-pay", "plan.toml:metrics.seconds-to-pay"):
        done = run("add", plan, "target", "Later", "--inside", inside, "--field", "value=50 s")
        assert done.code == 0
        assert done.out.startswith("plan.toml:metrics.seconds-to-pay.targets.later")
    score = run("add", plan, "score", "--inside", "metric:seconds-to-pay", "--field", "value=0.7")
    assert score.code == 0


def test_a_release_gets_a_file_of_its_own(run: Run, plan: Path) -> None:
    assert run("add", plan, "release", "Second stage").out == "releases/second-stage/release.toml\n"
    text = (plan / "releases/second-stage/release.toml").read_text(encoding="utf-8")
    assert text == 'format = 1\ntitle = "Second stage"\n'


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("cat", "Tom"), 'no kind of record called "cat"'),
        (("plan", "x"), "use successbook new DIR"),
        (("goal",), "nothing is said of the goal"),
        (("goal", "x", "--under", "metric:seconds-to-pay"), "name a problem or a mission or a goal"),
        (("goal", "x", "--under", "guests-give-in"), 'did you mean "guests-give-up"?'),
        (("goal", "x", "--inside", "seconds-to-pay"), "is no part of another record"),
        (("target", "x"), "name it with --inside"),
        (("target", "x", "--inside", "metric:no"), 'there is no metric "metric:no"'),
        (("target", "x", "--inside", "plan.toml:goals.guests-pay-quickly"), "is a goal; name a metric"),
        (("target", "x", "--inside", "plan.toml:metrics.seconds-to-pay.unit"), "there is no metric"),
        (("score", "x", "--inside", "metric:seconds-to-pay"), "has no title"),
        (
            ("release_kpi", "no", "--inside", "guest-checkout"),
            'there is no metric "no"; give the id of its metric',
        ),
        (("sheet", "r1", "--inside", "guest-checkout"), "give the id of its round--tester"),
        (("todo", "x", "--inside", "notebook.toml"), "is kept in a notebook, not in a plan"),
        (("goal", "x", "--field", "owners"), "write it as NAME=VALUE"),
        (("goal", "x", "--field", "mood=good"), 'has no field "mood"'),
        (("goal", "x", "--field", "by=soon"), "is no date"),
        (("release", "x", "--field", "format=2"), "successbook keeps this itself"),
        (("goal", "x", "--field", "not_known=by"), "successbook keeps this itself"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_is_written(
    run: Run, plan: Path, words: tuple[str, ...], says: str
) -> None:
    before = {path: path.read_bytes() for path in plan.rglob("*.toml")}
    done = run("add", plan, *words)
    assert done.code == 2
    assert says in done.err
    assert {path: path.read_bytes() for path in plan.rglob("*.toml")} == before


def test_every_kind_is_listed_where_one_is_not_known(run: Run, plan: Path) -> None:
    text = run("add", plan, "cat", "Tom").err
    assert all(f" {name}" in text for name in KINDS)


def test_what_is_named_after_others_takes_their_ids(run: Run, plan: Path) -> None:
    release = "releases/guest-checkout"
    done = run("add", plan, "release_kpi", "seconds-to-pay", "--inside", "release:guest-checkout")
    assert (done.code, done.out) == (0, f"{release}/release.toml:kpis.seconds-to-pay\n")
    assert (
        run("add", plan, "round", "Round 1", "--inside", "guest-checkout").out
        == f"{release}/uat.toml:rounds.round-1\n"
    )
    assert (
        run("add", plan, "tester", "C1", "--inside", f"{release}/uat.toml").out
        == f"{release}/uat.toml:testers.c1\n"
    )
    sheet = run("add", plan, "sheet", "round-1--c1", "--inside", "guest-checkout")
    assert (sheet.code, sheet.out) == (0, f"{release}/results/round-1--c1.toml\n")
    assert run("check", "--strict", plan).code == 0


def test_remove_names_the_references_that_break(run: Run, plan: Path) -> None:
    done = run("remove", plan, "plan.toml:problems.guests-give-up")
    assert (done.code, done.out) == (0, "plan.toml:problems.guests-give-up\n")
    assert done.err.startswith('removed problem "Guests give up"\n')
    assert f'note: {GOAL}.serves: there is no problem "guests-give-up" any more' in done.err
    assert "[problems" not in (plan / "plan.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "gone"),
    [
        (BASELINE, "baseline = 96"),
        ("plan.toml:metrics.seconds-to-pay.targets.end-of-quarter", "end-of-quarter"),
        ("plan.toml:mood", "mood"),
        ("plan.toml:extra", "[extra]"),
        (f"{GOAL}.odd", ".odd]"),
    ],
)
def test_a_value_a_part_and_an_unknown_key_can_be_removed(
    run: Run, plan: Path, address: str, gone: str
) -> None:
    path = plan / "plan.toml"
    text = path.read_text(encoding="utf-8").replace("format = 1\n", 'format = 1\nmood = "x"\n')
    path.write_text(f"{text}\n[extra]\na = 1\n\n[goals.guests-pay-quickly.odd]\nb = 1\n", encoding="utf-8")
    assert gone in path.read_text(encoding="utf-8")
    assert run("remove", plan, address).code == 0
    assert gone not in path.read_text(encoding="utf-8")


def test_a_reading_and_a_release_can_be_removed(run: Run, plan: Path) -> None:
    assert run("remove", plan, "readings.toml:readings.seconds-to-pay.2026-06-08").code == 0
    assert "2026-06-08" not in (plan / "readings.toml").read_text(encoding="utf-8")
    assert run("remove", plan, "releases/guest-checkout/release.toml").code == 0
    assert not (plan / "releases/guest-checkout/release.toml").exists()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("plan.toml", "this is the plan itself"),
        ("plan.toml:goals", "this is more than one record"),
        ("plan.toml:metrics.seconds-to-pay.targets", "this is more than one record"),
        ("readings.toml", "this is more than one record"),
        ("readings.toml:readings.seconds-to-pay", "this is more than one record"),
        ("plan.toml:goals.guests-pay-quicky", 'did you mean "guests-pay-quickly"?'),
        ("plan.tom", 'did you mean "plan.toml"?'),
        ("plan.toml:goals.guests-pay-quickly.because", "there is nothing here"),
    ],
)
def test_what_cannot_be_removed_is_refused(run: Run, plan: Path, address: str, says: str) -> None:
    done = run("remove", plan, address)
    assert done.code == 2
    assert says in done.err


def test_a_notebook_is_written_like_a_plan_and_a_session_is_named_after_its_day(
    run: Run, tmp_path: Path
) -> None:
    notebook = tmp_path / "mine"
    notebook.mkdir()
    (notebook / "notebook.toml").write_text("format = 1\n", encoding="utf-8")
    added = run("add", notebook, "session", "Arrival", "--inside", "notebook.toml")
    assert (added.code, added.out) == (0, "reflections/2026-06-15.toml\n")
    late = run("add", notebook, "session", "--inside", "notebook.toml", "--field", "held=2026-06-12")
    assert late.out == "reflections/2026-06-12.toml\n"
    todo = run("add", notebook, "todo", "Ask Ravi", "--inside", "notebook.toml", "--field", "by=2026-06-20")
    assert todo.out == "notebook.toml:actions.ask-ravi\n"
    assert run("set", notebook, "notebook.toml:next", "2026-07-01").code == 0
    assert run("check", "--strict", notebook).code == 0
    again = run("add", notebook, "session", "Again", "--inside", "notebook.toml")
    assert again.code == 2
    assert run("add", notebook, "session", "--inside", "notebook.toml", "--field", "held=soon").code == 2
