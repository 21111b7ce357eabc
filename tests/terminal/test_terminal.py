"""The harness itself, against a bare Textual program and against the shell's oldest tools."""

import signal
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Screen, Terminal, encode, leaks

PLAIN: list[str | Path] = [sys.executable, Path(__file__).parent / "programs" / "plain.py"]


@pytest.fixture
def plain() -> Iterator[Terminal]:
    with Terminal(PLAIN, size=(60, 20)) as terminal:
        terminal.wait_for("60 by 20")
        terminal.settle()
        yield terminal


def test_keys_reach_the_program_one_by_one(plain: Terminal) -> None:
    plain.press("Down", "F5", "C-y", "PgUp*2", "Esc")
    plain.wait_for("keys: down f5 ctrl\\+y pageup pageup escape")
    assert "keys: down f5 ctrl+y pageup pageup escape" in plain.screen


def test_escape_is_a_key_of_its_own_whatever_follows(plain: Terminal) -> None:
    plain.press(*["Esc", "x"] * 5)  # in one go they would be five times Alt+x
    plain.wait_for("typed <xxxxx>")
    assert "typed <xxxxx>" in plain.screen


def test_text_is_typed_and_text_that_looks_like_a_key_too(plain: Terminal) -> None:
    plain.press("two words, ")
    plain.type("Enter")
    assert "typed <two words, Enter>" in plain.screen


def test_pasted_text_arrives_whole(plain: Terminal) -> None:
    plain.paste("all at once")
    plain.wait_for("typed <all at once>")
    assert "typed <all at once>" in plain.screen


def test_a_new_size_is_told_to_the_program(plain: Terminal) -> None:
    plain.resize(100, 30)
    plain.wait_for("100 by 30")
    assert len(plain.lines) == 30


def test_wide_letters_take_two_cells_and_one_place_in_the_text(plain: Terminal) -> None:
    assert "日本 in the middle" in plain.lines


def test_a_click_reaches_what_is_written_there(plain: Terminal) -> None:
    plain.click("by 20")
    plain.wait_for("clicked 3, 1")
    assert "clicked 3, 1" in plain.screen


def test_the_end_gives_the_status_and_the_shell_its_screen_back(plain: Terminal) -> None:
    assert plain.cells.alternate
    assert {1000, 1049, 2004} <= plain.cells.modes
    plain.press("F2")
    assert plain.wait_end() == 3
    assert not plain.cells.alternate
    assert not {1000, 1003, 1049, 2004} & plain.cells.modes
    assert plain.screen.strip() == "goodbye"


def test_a_signal_is_a_negative_status(plain: Terminal) -> None:
    plain.kill(signal.SIGKILL)
    assert plain.wait_end() == -signal.SIGKILL


def test_a_quiet_program_leaks_nothing(plain: Terminal) -> None:
    plain.press("harmless", "Tab")
    assert leaks(plain.raw) == []


def test_a_leak_to_the_clipboard_is_seen(plain: Terminal) -> None:
    plain.press("C-g")
    assert leaks(plain.raw) == [b"\x1b]52;c;c3RvbGVu\x07"]


def test_what_is_not_there_is_said_with_the_screen(plain: Terminal) -> None:
    with pytest.raises(
        AssertionError, match=r"(?s)'nowhere' is not on the screen after 0.1 s.*日本 in the middle"
    ):
        plain.wait_for("nowhere", timeout=0.1)


def test_waiting_for_a_program_that_ends_says_so() -> None:
    with (
        Terminal(["sh", "-c", "echo too early; exit 4"]) as terminal,
        pytest.raises(AssertionError, match=r"(?s)has ended; the program ended with 4.*too early"),
    ):
        terminal.wait_for("later")


def test_questions_of_the_program_are_answered() -> None:
    ask = r"stty raw -echo; printf 'ab\033[6n'; head -c 6 | od -An -c; printf '\033[c'; head -c 9 | od -An -c"
    with Terminal(["sh", "-c", ask]) as terminal:
        assert terminal.wait_end() == 0
        assert "[   1   ;   3   R" in terminal.screen
        assert "[   ?   6   2   ;   2   2   c" in terminal.screen


def test_much_output_and_much_input_do_not_block_each_other() -> None:
    with Terminal(["cat"]) as terminal:
        for _ in range(200):
            terminal.send(b"x" * 500 + b"\n")
        terminal.send(b"the end\n\x04")
        assert terminal.wait_end() == 0
        assert terminal.raw.count(b"x") >= 200 * 500


def test_variables_are_set_and_removed() -> None:
    with Terminal(["env"], size=(80, 60), env={"TERM": "dumb", "LANG": None, "MINE": "1"}) as terminal:
        terminal.wait_end()
        lines = terminal.raw.decode().split()
    assert {"TERM=dumb", "MINE=1"} <= set(lines)
    assert not [line for line in lines if line.startswith(("LANG=", "TMUX="))]


def test_a_sequence_cut_anywhere_is_drawn_the_same() -> None:
    data = "\x1b[?1049h\x1b[>4;1m\x1b[2;3H\x1b[1;38;5;9mé日\x1b]0;title\x07\x1b[?2026$p!\x1b[?25l".encode()
    for cut in range(len(data) + 1):
        screen = Screen(20, 3)
        screen.feed(data[:cut])
        screen.feed(data[cut:])
        assert screen.lines == ["", "  é日!", ""]
        assert screen.alternate


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("日本語", "日本語"),
        ("日本語\rab", "ab本語"),
        ("日本語\ra", "a 本語"),
        ("日本語\r\x1b[Ca", " a本語"),
        ("日本語\r\x1b[2Ca", "日a 語"),
        ("a日\re\u0301", "e\u0301日"),
    ],
)
def test_half_of_a_wide_letter_is_a_blank(written: str, seen: str) -> None:
    screen = Screen(20, 1)
    screen.feed(written.encode())
    assert screen.lines == [unicodedata.normalize("NFC", seen)]


@pytest.mark.parametrize(
    "harm",
    [
        b"\x1b]52;c;eA==\x07",
        b"\x1b]0;t\x1b\\",
        b"\x1bP1$q\x1b\\",
        b"\x00",
        b"\x7f",
        b"\xc2\x9b",
        b"\xe2\x80\xae",
    ],
)
def test_every_kind_of_leak_is_found(harm: bytes) -> None:
    assert leaks(b"\x1b[1mbold\x1b[0m \xe2\x80\x94 " + harm + b"\r\n") == [harm]


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("C-p", b"\x10"),
        ("M-x", b"\x1bx"),
        ("Down*2", b"\x1b[B\x1b[B"),
        ("F12", b"\x1b[24~"),
        ("é", b"\xc3\xa9"),
    ],
)
def test_keys_are_those_of_an_xterm(key: str, data: bytes) -> None:
    assert encode(key) == data
