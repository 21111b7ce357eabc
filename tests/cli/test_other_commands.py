"""`new`, `demo`, `schema`, `where`, `keys` and `themes`."""

import json
from pathlib import Path

import jsonschema
import pytest

from successbook.tui.actions import ACTIONS
from tests.cli.conftest import Run
from tests.cli.standing_in import not_opened


def test_a_new_plan_can_be_shown_checked_and_changed(run: Run, tmp_path: Path) -> None:
    done = run("new", tmp_path / "team" / "checkout")
    assert (done.code, done.out) == (0, f"{tmp_path / 'team' / 'checkout'}\n")
    assert done.err == f"open it with: successbook {tmp_path / 'team' / 'checkout'}\n"
    plan = Path(done.out.strip())
    assert (plan / "plan.toml").read_text(encoding="utf-8") == "format = 1\n"
    assert run("check", "--strict", plan).code == 0
    assert run("show", plan).code == 0
    assert run("set", plan, "plan.toml:title", "Checkout").code == 0


def test_a_new_plan_can_begin_with_a_sample(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "mine", "--template", "login-bugfix").code == 0
    assert run("check", "--strict", tmp_path / "mine").code == 0
    assert len(json.loads(run("show", tmp_path / "mine", "--part", "goals", "--json").out)["records"]) > 5
    assert run("fmt", tmp_path / "mine", "--check").code == 0


@pytest.mark.parametrize(
    ("whose", "about"), [("mine", "myself"), ("coachee", "a coachee"), ("team", "a team")]
)
def test_a_new_notebook_says_whom_it_is_about(run: Run, tmp_path: Path, whose: str, about: str) -> None:
    folder = tmp_path / "kim"
    assert run("new", folder, "--notebook", whose).code == 0
    assert (folder / "notebook.toml").read_text(encoding="utf-8") == f'format = 1\nabout = "{about}"\n'
    assert not (folder / "plan.toml").exists()
    assert run("check", "--strict", folder).code == 0


def test_a_notebook_has_no_template(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "kim", "--notebook", "team", "--template", "login-bugfix").code == 2
    assert not (tmp_path / "kim").exists()


@pytest.mark.parametrize("words", [["full"], ["file"], ["new", "--template", "no"]])
def test_a_new_plan_overwrites_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("x", encoding="utf-8")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run("new", *words).code == 2
    assert sorted(tmp_path.rglob("*")) == before


def test_the_demo_opens_a_scratch_copy(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = not_opened(monkeypatch, tmp_path)
    done = run("demo")
    assert done.code == 0
    assert done.err == f"this was a scratch copy; it lies in {opened[0]}\n"
    assert opened[0] is not None
    assert opened[0].is_relative_to(tmp_path)
    assert run("check", opened[0]).code == 0
    assert 'there is no sample "no"; one of ' in run("demo", "no").err


def test_a_schema_is_json_schema(run: Run) -> None:
    for name in ("", "goal", "plan.toml", "release.toml"):
        schema = json.loads(run("schema", *filter(None, [name])).out)
        jsonschema.Draft202012Validator.check_schema(schema)
    assert 'no kind of record called "cat"' in run("schema", "cat").err


def test_where_things_are_kept_is_said(run: Run, home: Path) -> None:
    told = json.loads(run("where", "--json").out)
    assert told["settings"] == str(home / ".config/successbook/settings.toml")
    assert told["plans opened lately"] == str(home / ".local/state/successbook/recent.toml")
    assert Path(told["themes"]).is_dir()
    assert Path(told["sample plans"]).is_dir()
    text = run("where").out
    assert all(place in text for place in told.values())
    assert not any(home.iterdir()), "nothing is made by looking"


def test_every_key_is_listed_with_a_persons_own(run: Run, home: Path) -> None:
    text = run("keys").out
    assert all(each.help in text for each in ACTIONS)
    folder = home / ".config/successbook"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('[keymap]\nquit = "Q"\nfly = "f"\n', encoding="utf-8")
    done = run("keys", "--json")
    (row,) = [each for each in json.loads(done.out) if each["id"] == "quit"]
    assert row["keys"] == "Q"
    assert 'no action is called "fly"' in done.err


def test_the_themes_are_listed_and_the_one_in_use_is_marked(run: Run, home: Path) -> None:
    lines = run("themes").out.splitlines()
    assert len(lines) >= 4
    assert sum(line.startswith("* ") for line in lines) == 1
    folder = home / ".config/successbook"
    (folder / "themes").mkdir(parents=True)
    (folder / "themes" / "mine.toml").write_text('title = "Mine"\n', encoding="utf-8")
    (folder / "themes" / "bad.toml").write_text("colours = 3\n", encoding="utf-8")
    (folder / "settings.toml").write_text('theme = "mine"\n', encoding="utf-8")
    done = run("themes", "--json")
    assert [each["name"] for each in json.loads(done.out) if each["in_use"]] == ["mine"]
    assert "bad.toml" in done.err


def test_settings_that_cannot_be_read_do_no_harm(run: Run, home: Path) -> None:
    folder = home / ".config/successbook"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("theme = ", encoding="utf-8")
    for name in ("keys", "themes", "where"):
        assert run(name).code == 0
    assert "settings.toml:1" in run("where").err
