"""The saver: the newest state reaches the disk by itself, and a failure keeps everything."""

from __future__ import annotations

import threading

from successbook.errors import NotWritten
from successbook.saver import SavedState, Saver
from successbook.tree import Table, Tree


def _tree(number: int) -> Tree:
    return Tree({"plan.toml": Table({"format": 1, "number": number})})


def _number(tree: Tree) -> object:
    return tree.files["plan.toml"]["number"]


def test_what_is_handed_over_is_written_without_being_asked_for() -> None:
    written = threading.Event()

    def write(_tree: Tree) -> str:
        written.set()
        return ""

    saver = Saver(write, lambda _state: None, pause=0)
    saver.hand(_tree(1))
    assert written.wait(10)
    saver.close()


def test_of_several_states_handed_over_together_only_the_newest_is_written() -> None:
    seen: list[object] = []

    def write(tree: Tree) -> str:
        seen.append(_number(tree))
        return ""

    saver = Saver(write, lambda _state: None, pause=60)
    for number in range(5):
        saver.hand(_tree(number))
    saver.flush()
    assert seen == [4]
    saver.close()


def test_a_state_handed_over_while_another_is_written_is_written_too() -> None:
    seen: list[object] = []
    inside, go_on = threading.Event(), threading.Event()

    def write(tree: Tree) -> str:
        inside.set()
        assert go_on.wait(10)
        seen.append(_number(tree))
        return ""

    saver = Saver(write, lambda _state: None, pause=0)
    saver.hand(_tree(1))
    assert inside.wait(10)
    saver.hand(_tree(2))
    go_on.set()
    assert saver.flush() == SavedState("saved")
    assert seen == [1, 2]
    saver.close()


def test_a_failed_write_is_told_and_the_next_hand_over_tries_again() -> None:
    fired: list[str] = []
    told: list[str] = []

    def write(_tree: Tree) -> str:
        if not fired:
            fired.append("full")
            raise NotWritten("the disk is full", path="plan.toml", remedy="make room")
        return ""

    saver = Saver(write, lambda state: told.append(state.kind), pause=0)
    saver.hand(_tree(1))
    failed = saver.flush()
    assert fired == ["full"]
    assert failed.kind == "failed"
    assert str(failed.error) == "plan.toml: the disk is full; make room"
    saver.hand(_tree(2))
    assert saver.close().kind == "saved"
    assert told == ["saving", "failed", "saving", "saved"]


def test_a_remark_about_a_write_that_worked_is_passed_on() -> None:
    saver = Saver(lambda _tree: "saved, maybe not durable", lambda _state: None, pause=0)
    saver.hand(_tree(1))
    assert saver.close() == SavedState("saved", remark="saved, maybe not durable")


def test_a_write_that_fails_in_an_unforeseen_way_does_not_end_the_saver() -> None:
    fired: list[int] = []

    def write(_tree: Tree) -> str:
        fired.append(1)
        if len(fired) == 1:
            raise ValueError("a bug")
        return ""

    saver = Saver(write, lambda _state: None, pause=0)
    saver.hand(_tree(1))
    assert saver.flush().kind == "failed"
    saver.hand(_tree(2))
    assert saver.close().kind == "saved"
    assert len(fired) == 2
