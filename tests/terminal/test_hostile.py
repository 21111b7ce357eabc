"""The app in a real terminal under what other people, other machines and other terminals do to it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from successbook.tree import Address
from tests.plans import GOAL, METRIC, small_plan, written
from tests.terminal import Terminal, leaks

HOSTILE = "a\x1b]52;c;aGFja2Vk\x07b\x9b31mc [/] [@click=app.quit]d[/] \u202etxt.exe"
APP: list[str | Path] = [sys.executable, "-m", "successbook"]


def _hostile_plan(folder: Path) -> Path:
    tree = small_plan()
    for at in (Address("plan.toml"), GOAL, METRIC):
        tree = tree.with_table(at, tree.table(at).put("title", HOSTILE))
    return written(folder, tree)


def _write_today(app: Terminal) -> None:
    """Write a word behind the mission, from wherever one is."""
    app.press("2")
    app.wait_for("What are we after")
    app.press("Down", "Enter", "Enter")
    app.wait_for("Enter keep")
    app.type(" today")
    app.press("Enter")


def _stand_in_the_way(plan: Path) -> None:
    """Put something in the place of the plan's file that can be neither read nor replaced."""
    (plan / "plan.toml").unlink()
    (plan / "plan.toml").mkdir()


def test_hostile_text_reaches_no_screen_raw_and_stays_as_it_is_in_the_file(tmp_path: Path) -> None:
    plan = _hostile_plan(tmp_path / "plan")
    before = (plan / "plan.toml").read_bytes()
    with Terminal([*APP, plan], size=(120, 40)) as app:
        app.wait_for("Why are we doing this")
        for key in ("2", "Down", "Down", "Down", "Enter", "Esc", "3", "4", "6", "/"):
            app.press(key)
            app.settle()
        app.wait_for("What are you looking for")
        app.type("txt")
        app.wait_for("metric +a␛]52")
        app.press("Esc", "q")
        assert app.wait_end() == 0
        assert leaks(app.raw) == []
        assert b"52;c;aGFja2Vk" not in app.raw.replace("␛]52;c;aGFja2Vk".encode(), b"")
    assert (plan / "plan.toml").read_bytes() == before


@pytest.mark.parametrize(
    "env",
    [
        {"NO_COLOR": "1"},
        {"TERM": "xterm"},
        {"TERM": "linux", "COLORTERM": ""},
        {"TERM": "dumb"},
        {"LANG": "", "LC_ALL": ""},
        {"HOME": "/nonexistent", "XDG_CONFIG_HOME": "", "XDG_STATE_HOME": "", "XDG_DATA_HOME": ""},
    ],
    ids=["no colour", "sixteen colours", "console", "dumb", "no language", "no home"],
)
def test_the_page_is_readable_and_an_edit_is_kept_in_every_terminal(
    tmp_path: Path, env: dict[str, str]
) -> None:
    plan = written(tmp_path / "plan")
    with Terminal([*APP, plan], size=(80, 24), env=env) as app:
        app.wait_for("Seconds to pay")
        app.settle()
        _write_today(app)
        app.wait_for("thoughts today")
        app.press("q")
        assert app.wait_end() == 0
    assert b"second thoughts today" in (plan / "plan.toml").read_bytes()


def test_a_tiny_terminal_and_a_storm_of_sizes_do_no_harm(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan")
    with Terminal([*APP, plan], size=(20, 5)) as app:
        app.wait_for("Why")
        for columns, rows in ((200, 60), (20, 5), (60, 20), (33, 7), (120, 40), (80, 24)) * 3:
            app.resize(columns, rows)
        app.settle()
        app.press("2")
        app.wait_for("Guests pay quickly")
        app.press("q")
        assert app.wait_end() == 0


def test_a_plan_that_cannot_be_written_says_so_and_keeps_what_was_typed(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan")
    before = (plan / "plan.toml").read_bytes()
    with Terminal([*APP, plan], size=(100, 30)) as app:
        app.wait_for("Seconds to pay")
        _stand_in_the_way(plan)
        _write_today(app)
        app.wait_for("not saved")
        assert "thoughts today" in app.screen
        (plan / "plan.toml").rmdir()
        (plan / "plan.toml").write_bytes(before)
        app.press("S")
        app.wait_for(" saved")
        app.press("q")
        assert app.wait_end() == 0
    assert b"second thoughts today" in (plan / "plan.toml").read_bytes()


def test_leaving_with_something_unsaved_asks_once_more(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan")
    with Terminal([*APP, plan], size=(100, 30)) as app:
        app.wait_for("Seconds to pay")
        _stand_in_the_way(plan)
        _write_today(app)
        app.wait_for("not saved")
        app.press("q")
        app.wait_for("q again|leaves without")  # the message wraps where its path ends
        app.press("q")
        app.wait_end()
        assert app.status is not None


def test_a_path_that_is_no_plan_is_one_line_and_code_two(tmp_path: Path) -> None:
    with Terminal([*APP, tmp_path / "gone"], size=(100, 10)) as app:
        assert app.wait_end() == 2
        assert "Traceback" not in app.screen
        assert "nosuchfolder" in "".join("".join(app.lines).split())


def test_a_plan_file_that_is_broken_is_named_while_the_rest_opens(tmp_path: Path) -> None:
    plan = written(tmp_path / "plan")
    (plan / "stakeholders.toml").write_text("[stakeholders\n", encoding="utf-8")
    os.mkfifo(plan / "tracking.toml")
    with Terminal([*APP, plan], size=(120, 40)) as app:
        app.wait_for("Seconds to pay")
        app.wait_for("stakeholders.toml:1")
        app.press("3")
        app.wait_for("Guest checkout")
        app.press("q")
        assert app.wait_end() == 0
    assert (plan / "stakeholders.toml").read_text(encoding="utf-8") == "[stakeholders\n"
