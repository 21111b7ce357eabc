"""`check`: every finding with its line, its address and what to do; exit code 1 when something is wrong."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.plans import written


def spoil(plan: Path, name: str, text: str) -> None:
    """Put a few lines at the end of a file."""
    path = plan / name
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_plan_that_is_fine_says_so_on_stderr_alone(run: Run, plan: Path) -> None:
    done = run("check", plan)
    assert (done.code, done.out, done.err) == (0, "", "1 plan, nothing is wrong\n")
    assert run("check", "--strict", plan).code == 0


def test_a_finding_names_line_address_and_remedy(run: Run, plan: Path) -> None:
    spoil(plan, "plan.toml", '\n[goals.later]\ntilte = "x"\n')
    line = (plan / "plan.toml").read_text(encoding="utf-8").splitlines().index('tilte = "x"') + 1
    done = run("check", plan)
    assert done.code == 1
    says = 'there is no key "tilte" here; did you mean "title"?'
    place = f"{plan / 'plan.toml'}:{line}"
    assert done.out == f"{place}: error: {says} [misspelt-key] plan.toml:goals.later.tilte\n"
    assert done.err == "1 plan, 1 error, 0 warnings\n"


def test_warnings_count_only_when_strict(run: Run, plan: Path) -> None:
    spoil(plan, "plan.toml", "\n[goals.later]\nmood = 1\n")
    assert run("check", plan).code == 0
    assert "warning: " in run("check", plan).out
    assert run("check", "--strict", plan).code == 1


@pytest.mark.parametrize(
    ("name", "data", "says", "line"),
    [
        ("plan.toml", b"title = ", "", 1),
        ("plan.toml", b"a = 1\na = 2\n", "", 2),
        ("plan.toml", b"\xff\xfet\x00", "UTF-16", 1),
        ("plan.toml", b"format = 1\n\xff", "not UTF-8", 2),
        ("plan.toml", b"format = 99\n[goals.a]\nby = 1\n", "of format 99", 1),
        ("readings.toml", b"a = " + b"[" * 2000, "", 1),
        ("tracking.toml", b"", "the file is empty", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    run: Run, plan: Path, name: str, data: bytes, says: str, line: int
) -> None:
    (plan / name).write_bytes(data)
    done = run("check", "--strict", plan)
    assert done.code == 1
    mine = [each for each in done.out.splitlines() if each.startswith(f"{plan / name}:{line}: ")]
    assert any(says in each for each in mine)


def test_a_file_of_a_later_format_is_named_once(run: Run, plan: Path) -> None:
    (plan / "plan.toml").write_text("format = 99\n", encoding="utf-8")
    file = f"{plan / 'plan.toml'}:"
    lines = [each for each in run("check", plan).out.splitlines() if each.startswith(file)]
    assert [each.count("[future-format]") for each in lines] == [1]


def test_a_pipe_where_a_file_belongs_is_a_finding_and_does_not_hang(run: Run, plan: Path) -> None:
    (plan / "tracking.toml").unlink(missing_ok=True)
    os.mkfifo(plan / "tracking.toml")
    done = run("check", plan)
    assert done.code == 1
    assert "tracking.toml" in done.out


def test_json_holds_every_finding(run: Run, plan: Path) -> None:
    spoil(plan, "plan.toml", '\n[goals.later]\ntilte = "x"\nmood = "\\u202e"\nby = "\\u001b]52;"\n')
    done = run("check", plan, "--format", "json")
    assert done.code == 1
    told = json.loads(done.out)
    assert (told["plans"], told["errors"], told["warnings"]) == (1, 2, 1)
    assert [each["rule"] for each in told["findings"]] == ["misspelt-key", "unknown-key", "misfit"]
    assert told["findings"][0]["address"] == "plan.toml:goals.later.tilte"
    assert told["findings"][0]["file"].endswith("plan/plan.toml")
    assert "\x1b]52;" in told["findings"][2]["says"]
    assert "\x1b" not in done.out


def test_github_reads_workflow_commands(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "50%,a")
    spoil(tmp_path / "50%,a", "plan.toml", "\n[goals.later]\nby = '50%'\nmood = 1\n")
    monkeypatch.chdir(tmp_path)
    done = run("check", "50%,a", "--format", "github")
    error, warning = done.out.splitlines()
    assert error.startswith("::error file=50%25%2Ca/plan.toml,line=")
    assert (
        ',title=misfit::by is "50%25"; it holds a date such as 2026-09-30 (plan.toml:goals.later.by)' in error
    )
    assert warning.startswith("::warning file=")


def test_several_plans_and_folders_of_plans_are_checked(run: Run, tmp_path: Path) -> None:
    for name in ("a", "team/b", "team/deep/c", ".hidden/d"):
        written(tmp_path / name)
    assert run("check", tmp_path).err == "3 plans, nothing is wrong\n"
    assert run("check", tmp_path / "a", tmp_path / "team").err == "3 plans, nothing is wrong\n"
    assert run("check", tmp_path / "a" / "plan.toml").err == "1 plan, nothing is wrong\n"


def test_without_a_path_it_is_here(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(plan)
    spoil(plan, "plan.toml", "\n[goals.later]\nby = 1\n")
    done = run("check")
    assert done.code == 1
    assert done.out.startswith("plan.toml:")


@pytest.mark.parametrize("name", ["nowhere", "empty", "file.txt"])
def test_where_no_plan_is_it_cannot_be_checked(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("x", encoding="utf-8")
    done = run("check", tmp_path / name)
    assert done.code == 2
    assert name in done.err


def test_the_day_does_not_matter(run: Run, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run("check", plan)
    monkeypatch.setenv("SUCCESSBOOK_TODAY", "2036-01-01")
    assert run("check", plan) == before
    monkeypatch.setenv("SUCCESSBOOK_TODAY", "not a day")
    assert run("check", plan) == before


def test_hostile_text_and_names_are_printed_inert(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b]0;x\x07\nb"
    written(folder)
    spoil(folder, "plan.toml", '\n[goals."a\\u001b[2J"]\nby = "\\u009b2J\\u202e"\n')
    done = run("check", folder, "--strict")
    assert done.code == 1
    for text in (done.out, done.err):
        assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert len(done.out.splitlines()) == 2


def test_a_notebook_is_checked_like_a_plan(run: Run, tmp_path: Path) -> None:
    notebook = tmp_path / "mine"
    (notebook / "reflections").mkdir(parents=True)
    (notebook / "notebook.toml").write_text("format = 1\n", encoding="utf-8")
    session = notebook / "reflections" / "2026-06-12.toml"
    session.write_text("format = 1\nheld = 2026-06-12\n", encoding="utf-8")
    assert run("check", "--strict", notebook).code == 0
    session.write_text("format = 1\nheld = 2026-06-13\n", encoding="utf-8")
    for path in (notebook, session):
        done = run("check", path)
        assert done.code == 1
        assert done.out.startswith(f"{session}:2: error: the session was held on 2026-06-13")


def test_a_file_that_nothing_reads_and_one_that_is_not_there_are_told(run: Run, plan: Path) -> None:
    (plan / "readings.toml").rename(plan / "Reading.toml")
    release = plan / "releases" / "guest-checkout"
    (release / "uat.toml").write_text("format = 1\n", encoding="utf-8")
    (release / "release.toml").unlink()
    done = run("check", plan)
    assert done.code == 1
    assert done.out.splitlines() == [
        f"{plan / 'Reading.toml'}:1: error: nothing reads a file of this name; "
        'did you mean "readings.toml"? rename it [misspelt-file] Reading.toml',
        f"{release / 'release.toml'}:1: error: this file is not there, and others belong to it; "
        "restore it, or write it anew [missing-file] releases/guest-checkout/release.toml",
    ]
    (release / "release.toml").write_text('title = "', encoding="utf-8")
    assert "missing-file" not in run("check", plan).out
    (release / "release.toml").rename(release / "relase.toml")
    assert "missing-file" not in run("check", plan).out
    assert "[misspelt-file] releases/guest-checkout/relase.toml" in run("check", plan).out


def test_sessions_without_their_notebook_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "reflections").mkdir()
    (tmp_path / "reflections" / "2026-06-12.toml").write_text("held = 2026-06-12\n", encoding="utf-8")
    done = run("check", tmp_path)
    says = "this file is not there, and others belong to it; restore it, or write it anew"
    assert done.out == f"{tmp_path / 'notebook.toml'}:1: error: {says} [missing-file] notebook.toml\n"
    assert "Session: 12 Jun 2026" in run("show", tmp_path).out
