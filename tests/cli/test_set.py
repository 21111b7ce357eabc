"""`set`: the rules of the app, one line on the disk, one line to the person."""

import difflib
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from successbook.cli.editing import set_value
from successbook.cli.showing import show_part
from successbook.errors import Refused, UsageError
from successbook.plan.drafts import Draft
from successbook.tree import Address
from successbook.workbook import Workbook
from tests.cli.conftest import Run
from tests.cli.standing_in import nobody_may_write
from tests.plans import NOW, written
from tests.releases import ready_plan

BASELINE = "plan.toml:metrics.seconds-to-pay.baseline"
GOAL = "plan.toml:goals.guests-pay-quickly"


def difference(plan: Path, before: str) -> list[str]:
    """The changed lines of plan.toml, as git would show them."""
    after = (plan / "plan.toml").read_text(encoding="utf-8")
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:2] not in ("--", "++", "@@")]


def test_one_value_set_is_one_line_of_difference(run: Run, plan: Path) -> None:
    before = (plan / "plan.toml").read_text(encoding="utf-8")
    done = run("set", plan, BASELINE, "~13k s")
    assert (done.code, done.out) == (0, f"{BASELINE}\n")
    assert done.err == 'Baseline of "Seconds to pay": about 13 000 s\n'
    assert difference(plan, before) == ["-baseline = 96", '+baseline = "~13000"']


def test_the_same_value_again_writes_nothing(run: Run, plan: Path) -> None:
    before = (plan / "plan.toml").stat()
    done = run("set", plan, BASELINE, "96")
    assert done.code == 0
    assert "as before" in done.err
    after = (plan / "plan.toml").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_several_values_make_a_list(run: Run, plan: Path) -> None:
    assert run("set", plan, f"{GOAL}.owners", "Mara, product", "Jonas").code == 0
    assert '    "Mara, product",\n    "Jonas",\n' in (plan / "plan.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("word", ["-5", "-5.25", "-5 %"])
def test_a_negative_number_is_no_option(run: Run, plan: Path, word: str) -> None:
    assert run("set", plan, "plan.toml:metrics.card-errors.baseline", word).code == 0
    assert run("set", plan, "--", "plan.toml:metrics.card-errors.baseline", word).code == 0
    number = word.removesuffix(" %")
    assert f"baseline = {number}\n" in (plan / "plan.toml").read_text(encoding="utf-8")


def test_a_value_can_be_taken_away_and_asked_for_again(run: Run, plan: Path) -> None:
    assert run("set", plan, BASELINE, "--empty").err.endswith(": empty\n")
    assert "baseline" not in (plan / "plan.toml").read_text(encoding="utf-8")
    assert run("set", plan, BASELINE, "--unknown").err.endswith(": not known yet\n")
    assert '    "baseline",\n' in (plan / "plan.toml").read_text(encoding="utf-8")
    assert run("set", plan, BASELINE, "96").code == 0
    assert "not_known" not in (plan / "plan.toml").read_text(encoding="utf-8")


def test_that_there_are_no_insights_yet_can_be_kept(run: Run, plan: Path) -> None:
    assert run("set", plan, "plan.toml:insights", "--unknown").code == 0
    assert 'not_known = [\n    "insights",\n]' in (plan / "plan.toml").read_text(encoding="utf-8")


def test_a_reading_and_its_remark_are_set_by_day(run: Run, plan: Path) -> None:
    assert run("set", plan, "readings.toml:readings.seconds-to-pay.2026-06-15", "70 s").code == 0
    done = run("set", plan, "readings.toml:notes.seconds-to-pay.2026-06-15", "after the second stage")
    assert done.err == 'remark of "Seconds to pay" on 2026-06-15: after the second stage\n'
    text = (plan / "readings.toml").read_text(encoding="utf-8")
    assert "2026-06-15 = 70\n" in text
    assert '2026-06-15 = "after the second stage"\n' in text


def test_a_reference_to_nothing_is_kept_and_said(run: Run, plan: Path) -> None:
    done = run("set", plan, f"{GOAL}.serves", "problem:guests-give-up", "goal:later")
    assert done.code == 0
    assert 'note: there is no "goal:later" in this plan yet' in done.err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((f"{GOAL}.by", "soon"), '"soon" is no date; write it as 2026-09-30'),
        (
            (BASELINE, "1,500"),
            '"1,500" can be read as 1.5 or 1500; write the number out, with a point for decimals',
        ),
        ((f"{GOAL}.state", "done"), "it holds one of open, on hold, achieved, missed, dropped"),
        ((f"{GOAL}.titel", "x"), 'did you mean "title"?'),
        (("plan.toml:goals.guest-pay-quickly.title", "x"), 'did you mean "guests-pay-quickly"?'),
        ((f"{GOAL}.serves", "goal:guests-pay-quickly"), "would come to serve itself"),
        (("plan.toml:format", "2"), "successbook keeps this itself"),
        ((f"{GOAL}.not_known", "by"), 'for "don\'t know yet" use --unknown'),
        ((GOAL, "x"), "no field stands here"),
        (("plan.toml", "x"), "no field stands here"),
        (("plan.toml:a..b", "x"), "is no address"),
        (("../other/plan.toml:title", "x"), "no field stands here"),
        ((f"{GOAL}.title", "two", "words"), "it takes one value, not 2"),
        ((f"{GOAL}.title",), "it takes a VALUE, or --empty, or --unknown"),
        ((f"{GOAL}.title", "x", "--empty"), "it takes a VALUE, or --empty, or --unknown"),
        ((f"{GOAL}.title", "x", "--emtpy"), "no such option '--emtpy'"),
        ((BASELINE, "-5", "--emtpy"), "no such option '--emtpy'"),
        ((GOAL, "--unknown"), "no field stands here"),
        ((f"{GOAL}.mood", "--unknown"), "has no field"),
        (("readings.toml:readings.seconds-to-pay.summer", "1"), "is no date"),
        (("readings.toml:readings.seconds-to-play.2026-06-15", "1"), 'did you mean "seconds-to-pay"?'),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    run: Run, plan: Path, words: tuple[str, ...], says: str
) -> None:
    before = {path: path.read_bytes() for path in plan.rglob("*.toml")}
    done = run("set", plan, *words)
    assert done.code == 2
    assert says in done.err
    assert {path: path.read_bytes() for path in plan.rglob("*.toml")} == before


def test_a_file_that_cannot_be_read_is_not_written_and_the_others_are(run: Run, plan: Path) -> None:
    (plan / "plan.toml").write_text("title = ", encoding="utf-8")
    done = run("set", plan, "plan.toml:title", "x")
    assert done.code == 2
    assert "plan.toml" in done.err
    assert (plan / "plan.toml").read_text(encoding="utf-8") == "title = "
    assert run("set", plan, "stakeholders.toml:stakeholders.finance-jonas.department", "Finance").code == 0


def test_where_nothing_can_be_written_a_change_is_refused(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = nobody_may_write(monkeypatch)
    assert "you may not write to this folder" in run("set", plan, BASELINE, "95").err
    assert "you may not write to this folder" in run("add", plan, "goal", "x").err
    assert "you may not write to this folder" in run("remove", plan, BASELINE).err
    assert asked
    assert run("show", plan).code == 0


def test_a_failed_write_is_said_and_the_bytes_stay(
    run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fired: list[object] = []

    def full(*_: object) -> None:
        fired.append(_)
        raise OSError(28, "No space left on device")

    before = (plan / "plan.toml").read_bytes()
    monkeypatch.setattr("os.fsync", full)
    monkeypatch.setattr("os.fdatasync", full, raising=False)
    done = run("set", plan, BASELINE, "95")
    assert fired
    assert done.code == 2
    assert (plan / "plan.toml").read_bytes() == before


def test_comments_stay_with_what_they_are_about(run: Run, plan: Path) -> None:
    path = plan / "plan.toml"
    text = path.read_text(encoding="utf-8").replace(
        "baseline = 96", "# measured in May\nbaseline = 96  # median"
    )
    path.write_text(text, encoding="utf-8")
    assert run("set", plan, BASELINE, "95").code == 0
    assert "# measured in May\nbaseline = 95  # median\n" in path.read_text(encoding="utf-8")


texts = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, prose=texts)
def test_what_is_set_comes_back_from_show(
    title: str, prose: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = written(tmp_path / "plan")
    title = " ".join(title.split()) or "x"
    set_value(plan, f"{GOAL}.title", [title])
    set_value(plan, f"{GOAL}.how_it_serves", [prose])
    capsys.readouterr()
    show_part(plan, "goals", as_json=True)
    shown = capsys.readouterr().out
    assert shown.isprintable() or all(char.isprintable() or char == "\n" or char > "\x9f" for char in shown)
    records = {each["address"]: each["values"] for each in json.loads(shown)["records"]}
    values = records[GOAL]
    assert values["title"] == title
    lines = prose.replace("\r\n", "\n").replace("\r", "\n")
    if not lines.strip():
        assert "how_it_serves" not in values
    else:
        assert values["how_it_serves"] == lines.strip("\n").rstrip() + "\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=texts, name=st.sampled_from(["title", "how_it_serves", "owners"]))
def test_a_change_that_is_taken_back_leaves_every_byte(value: str, name: str, tmp_path: Path) -> None:
    plan = written(tmp_path / "plan")
    before = {path: path.read_bytes() for path in plan.rglob("*.toml")}
    book = Workbook.open(plan, NOW)
    draft = Draft(book.tree)
    draft.put(Address.parse(GOAL).child(name), (value,) if name == "owners" else value)
    change = draft.change("set")
    if change:
        book.do(change)
        book.flush()
        book.undo()
    book.close()
    assert {path: path.read_bytes() for path in plan.rglob("*.toml")} == before


def test_a_frozen_benchmark_changes_with_a_reason_and_keeps_what_it_was(tmp_path: Path) -> None:
    folder = written(tmp_path / "plan", ready_plan())
    at = "releases/guest-checkout/release.toml:kpis.seconds-to-pay.benchmark"
    with pytest.raises(Refused, match="frozen"):
        set_value(folder, at, ["98"])
    set_value(folder, at, ["98"], because="Our own tests were in it")
    text = (folder / "releases/guest-checkout/release.toml").read_text(encoding="utf-8")
    assert "benchmark = 98" in text
    assert "old = 96" in text
    with pytest.raises(UsageError, match="only a frozen benchmark"):
        set_value(folder, at.replace("benchmark", "target"), ["50"], because="Why not")
