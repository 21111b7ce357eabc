"""Choices are remembered where that is possible, and nothing depends on it."""

import datetime as dt
import errno
import os
from pathlib import Path

import platformdirs
import pytest

from successbook.errors import SettingsError
from successbook.files.settings import DEFAULT_THEME, Recent, Settings
from tests.files.faults import FaultyDisk

DAY = dt.date(2026, 6, 15)


def test_choices_are_there_again_the_next_time(home: Path, tmp_path: Path) -> None:
    settings = Settings.load()
    settings.keep_theme("ansi-16")
    settings.opened(tmp_path, "My plan", DAY)
    settings.keep_position(tmp_path, "ten-questions", "baseline")
    again = Settings.load()
    assert again.theme == "ansi-16"
    assert again.recent == (Recent(str(tmp_path), "My plan", DAY),)
    assert again.seen(tmp_path) == DAY
    assert again.position(tmp_path, "ten-questions") == "baseline"
    assert again.problems == []
    assert again.config_folder == home / ".config" / "successbook"
    again.keep_position(tmp_path, "ten-questions", "")
    assert Settings.load().position(tmp_path, "ten-questions") == ""


def test_without_any_choice_nothing_is_written(home: Path) -> None:
    settings = Settings.load()
    assert (settings.theme, dict(settings.keymap), settings.recent) == (DEFAULT_THEME, {}, ())
    assert settings.seen(home) is None
    assert settings.position(home, "ten-questions") == ""
    assert list(home.iterdir()) == []


def test_what_a_person_wrote_into_their_settings_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\n\ntheme = "a"  # at night\nodd = 1\n\n[keymap]\nquit = "Q"\n')
    settings = Settings(tmp_path, tmp_path)
    assert dict(settings.keymap) == {"quit": "Q"}
    settings.keep_theme("b")
    assert file.read_text() == '# mine\n\ntheme = "b"  # at night\nodd = 1\n\n[keymap]\nquit = "Q"\n'


def test_what_columns_are_is_kept_beside_what_is_known(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path)
    settings.keep_columns("cases", {"was": "title", "prio (1-3)": "priority"})
    settings.keep_columns("cases", {"was": "notes", "x": ""})
    settings.keep_columns("results", {})
    again = Settings(tmp_path, tmp_path)
    assert again.columns("cases") == {"was": "notes", "prio (1-3)": "priority", "x": ""}
    assert again.columns("results") == {}
    (tmp_path / "settings.toml").write_text('[columns]\ncases = 1\n[columns.results]\na = 1\nb = "note"\n')
    odd = Settings(tmp_path, tmp_path)
    assert (odd.columns("cases"), odd.columns("results")) == ({}, {"b": "note"})


def test_plans_stand_with_the_latest_first_and_the_oldest_are_forgotten(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path)
    for number in range(45):
        settings.opened(tmp_path / f"p{number}", f"Plan {number}", DAY)
    settings.opened(tmp_path / "p20", "Plan 20 again", DAY + dt.timedelta(1))
    recent = Settings(tmp_path, tmp_path).recent
    assert recent[0] == Recent(str(tmp_path / "p20"), "Plan 20 again", DAY + dt.timedelta(1))
    assert len(recent) == len({each.path for each in recent}) == 40


def test_a_plan_is_the_same_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "link").symlink_to("plan")
    settings = Settings(tmp_path, tmp_path)
    settings.opened(tmp_path / "link", "Plan", DAY)
    assert settings.seen(tmp_path / "plan") == DAY


@pytest.mark.parametrize("data", [b"theme = \n", b"\xff\xfet\0", b"a = " + b"[" * 5000, bytes(30)])
def test_broken_settings_are_one_sentence_and_stay_as_they_are(tmp_path: Path, data: bytes) -> None:
    for name in ("settings.toml", "recent.toml"):
        (tmp_path / name).write_bytes(data)
    settings = Settings(tmp_path, tmp_path)
    assert settings.theme == DEFAULT_THEME
    assert [
        name in str(problem) for problem, name in zip(settings.problems, ("settings", "recent"), strict=True)
    ]
    with pytest.raises(SettingsError, match=r"settings\.toml"):
        settings.keep_theme("b")
    settings.opened(tmp_path, "Plan", DAY)
    assert settings.theme == "b"
    assert settings.seen(tmp_path) == DAY
    assert len(settings.problems) == 2
    assert {(tmp_path / name).read_bytes() for name in ("settings.toml", "recent.toml")} == {data}


@pytest.mark.parametrize("text", ["theme = 3\n", "keymap = 'q'\n", "separator = 'dot'\n"])
def test_a_setting_of_the_wrong_kind_is_named_and_the_others_hold(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    settings = Settings(tmp_path, tmp_path)
    assert (settings.theme, dict(settings.keymap)) == (DEFAULT_THEME, {})
    assert [text.split(maxsplit=1)[0] in str(problem) for problem in settings.problems] == [True]


@pytest.mark.parametrize(
    "text",
    ["plans = 3\n", "[plans]\na = 1\n", '[plans."/a"]\ntitle = 1\n',
     '[plans."/a"]\ntitle = "A"\nopened = 1\n',
     '[plans."/a"]\npositions = 4\n', '[plans."/a".positions]\nten = 4\n'],
)  # fmt: skip
def test_odd_entries_are_passed_over(tmp_path: Path, text: str) -> None:
    (tmp_path / "recent.toml").write_text(text)
    settings = Settings(tmp_path, tmp_path)
    assert settings.recent == ()
    assert settings.position(Path("/a"), "ten") == ""
    settings.opened(Path("/a"), "A", DAY)
    settings.keep_position(Path("/a"), "ten", "one")
    assert Settings(tmp_path, tmp_path).recent == (Recent(os.path.realpath("/a"), "A", DAY),)


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("operation", ["mkdir", "create", "write"])
def test_a_home_that_cannot_be_written_is_told_and_memory_holds(
    tmp_path: Path, operation: str, number: int
) -> None:
    disk = FaultyDisk(operation, number, times=99)
    settings = Settings(tmp_path / "config", tmp_path / "state", disk=disk)
    with pytest.raises(SettingsError, match=errno.errorcode[number]):
        settings.keep_theme("b")
    settings.opened(tmp_path, "Plan", DAY)
    settings.keep_position(tmp_path, "ten", "one")
    assert disk.fired >= 3
    assert (settings.theme, settings.seen(tmp_path)) == ("b", DAY)
    assert settings.position(tmp_path, "ten") == "one"
    assert len(settings.problems) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_settings_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("theme = 'a'\n")
    disk = FaultyDisk("lstat", errno.EACCES, times=99)
    settings = Settings(tmp_path, tmp_path, disk=disk)
    assert disk.fired == 2
    assert len(settings.problems) == 2
    with pytest.raises(SettingsError):
        settings.keep_theme("b")
    assert (tmp_path / "settings.toml").read_text() == "theme = 'a'\n"


def test_without_a_home_everything_works_and_is_forgotten(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    monkeypatch.chdir(tmp_path)
    settings = Settings.load()
    assert settings.config_folder is None
    assert "no home folder" in str(settings.problems[0])
    with pytest.raises(SettingsError, match="no home folder"):
        settings.keep_theme("b")
    settings.opened(tmp_path, "Plan", DAY)
    assert (settings.theme, settings.seen(tmp_path)) == ("b", DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_nobody_could_resolve_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("user_config_path", "user_state_path"):
        monkeypatch.setattr(platformdirs, name, lambda *_, **__: Path("~/.local/successbook"))
    settings = Settings.load()
    settings.opened(tmp_path, "Plan", DAY)
    assert settings.config_folder is None
    assert list(tmp_path.iterdir()) == []


def test_two_windows_do_not_forget_each_others_plans(tmp_path: Path) -> None:
    one, other = Settings(tmp_path, tmp_path), Settings(tmp_path, tmp_path)
    one.opened(Path("/one"), "One", DAY)
    other.opened(Path("/other"), "Other", DAY)
    one.keep_position(Path("/one"), "ten", "three")
    assert [each.title for each in Settings(tmp_path, tmp_path).recent] == ["Other", "One"]
    assert one.problems == other.problems == []


def test_settings_that_break_meanwhile_are_not_overwritten(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path)
    (tmp_path / "settings.toml").write_text("theme = \n")
    with pytest.raises(SettingsError, match=r"settings\.toml:1"):
        settings.keep_theme("b")
    assert (tmp_path / "settings.toml").read_text() == "theme = \n"


def test_a_plan_in_a_folder_whose_name_is_not_utf_8_is_not_remembered(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path)
    settings.opened(Path(os.fsdecode(b"/caf\xe9")), "Café", DAY)
    settings.keep_position(Path(os.fsdecode(b"/caf\xe9")), "ten", "one")
    assert settings.recent == ()
    assert settings.problems == []


def test_titles_are_kept_as_they_are(tmp_path: Path) -> None:
    title = 'A "plan"\x1b[2J\n\u202e# x'
    Settings(tmp_path, tmp_path).opened(tmp_path, title, DAY)
    assert Settings(tmp_path, tmp_path).recent[0].title == title


def test_what_is_put_off_is_remembered_with_its_day_and_forgotten_after_it(tmp_path: Path) -> None:
    today, week = dt.date(2026, 6, 15), dt.date(2026, 6, 22)
    settings = Settings.load()
    settings.keep_put_off(tmp_path, {"orphan plan.toml:goals.a": week, "asks mission": today}, today)
    assert Settings.load().put_off(tmp_path) == {"orphan plan.toml:goals.a": week, "asks mission": today}
    later = Settings.load()
    later.keep_put_off(tmp_path, {"asks goal": dt.date(2026, 7, 1)}, dt.date(2026, 6, 22))
    assert Settings.load().put_off(tmp_path) == {"asks goal": dt.date(2026, 7, 1)}
    later.keep_put_off(tmp_path, {"asks goal": None, "never": None}, dt.date(2026, 6, 22))
    assert Settings.load().put_off(tmp_path) == {}
    assert Settings.load().problems == []


def test_opening_a_plan_keeps_what_is_put_off(tmp_path: Path) -> None:
    today = dt.date(2026, 6, 15)
    settings = Settings.load()
    settings.keep_put_off(tmp_path, {"asks mission": dt.date(2026, 6, 22)}, today)
    settings.opened(tmp_path, "Checkout", today)
    settings.keep_position(tmp_path, "ten-questions", "baseline")
    assert list(Settings.load().put_off(tmp_path)) == ["asks mission"]
    assert Settings.load().put_off(tmp_path / "other") == {}
