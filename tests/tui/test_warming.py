"""What is made ready while nobody types."""

import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from successbook.plan.kinds import KINDS
from successbook.tui.frame import STYLES
from successbook.tui.known_styles import KnownStyles
from successbook.tui.warming import Warming, record_models, styles
from tests.plans import written
from tests.tui.driving import driven


class _Node:
    """Stands for the widget whose timer is used."""

    def __init__(self) -> None:
        self.stopped = False

    def set_interval(self, interval: float, callback: object) -> "_Node":
        assert interval > 0
        self.callback = callback
        return self

    def stop(self) -> None:
        self.stopped = True


def _doing(work: str, done: list[str]) -> Iterator[None]:
    for each in work:
        done.append(each)
        yield


def test_short_pieces_are_done_in_one_turn_and_the_work_stops_after_the_last() -> None:
    node, done = _Node(), list[str]()
    warming = Warming(node, lambda: False, _doing("ab", done), lambda: done.append("then"))  # type: ignore[arg-type]
    warming.go_on()
    assert done == ["a", "b", "then"]
    assert node.stopped


def test_a_long_piece_ends_the_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    node, done, clock = _Node(), list[str](), count()
    monkeypatch.setattr("successbook.tui.warming.monotonic", lambda: float(next(clock)))
    warming = Warming(node, lambda: False, _doing("ab", done))  # type: ignore[arg-type]
    warming.go_on()
    assert done == ["a"]
    assert not node.stopped
    warming.go_on()
    assert done == ["a", "b"]


def test_nothing_is_done_while_somebody_is_at_the_keys() -> None:
    node, done, busy = _Node(), list[str](), [True]
    warming = Warming(node, lambda: busy[0], _doing("a", done))  # type: ignore[arg-type]
    warming.go_on()
    assert done == []
    busy[0] = False
    warming.go_on()
    assert done == ["a"]


def test_a_key_in_the_middle_of_a_turn_ends_it() -> None:
    node, done = _Node(), list[str]()
    warming = Warming(node, lambda: bool(done), _doing("ab", done))  # type: ignore[arg-type]
    warming.go_on()
    assert done == ["a"]


def test_afterwards_the_model_of_every_kind_that_the_files_may_hold_is_complete() -> None:
    files = ("plan.toml", "releases/one/release.toml", "notes.txt")
    made = list(record_models(files))
    assert made == [
        kind.name for kind in KINDS.values() if kind.file in {"plan.toml", "releases/*/release.toml"}
    ]
    assert all(KINDS[name].record().__pydantic_complete__ for name in made)


def test_afterwards_every_room_opens_without_loading_code() -> None:
    code = (
        "import sys; from successbook.tui.warming import rooms; list(rooms()); before = set(sys.modules);"
        "import successbook.tui.rooms.uat, successbook.tui.rooms.goals, successbook.tui.rooms.release;"
        "print(sorted(set(sys.modules) - before))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_screen_whose_styles_were_read_before_opens_without_reading_any_style_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    written(tmp_path)
    async with driven(tmp_path) as driver:
        assert set(styles(driver.app.stylesheet, STYLES)) == {"interview", "session"}
        monkeypatch.setattr(KnownStyles, "reparse", lambda sheet: read.append("all"))
        await driver.press("i")
        assert type(driver.app.screen).__name__ == "InterviewScreen"
        await driver.press("escape", "5", "s", "enter")
        assert type(driver.app.screen).__name__ == "SessionScreen"
    assert read == []
