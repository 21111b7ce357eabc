"""The registry of actions, and a person's own keys."""

import subprocess
import sys

import pytest

from successbook.tui.actions import ACTIONS, SCOPES, action, keys_table, shown_key, shown_keys
from successbook.tui.keymap import read_keymap


def test_every_action_has_its_own_id_and_known_scopes() -> None:
    ids = [each.id for each in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert all(set(each.where) <= set(SCOPES) and each.where for each in ACTIONS)
    assert all(not each.refines or action(each.refines) for each in ACTIONS)


def test_the_default_keys_pass_the_check_that_a_persons_keys_pass() -> None:
    usable, problems = read_keymap({each.id: list(each.keys) for each in ACTIONS})
    assert problems == []
    assert usable == {each.id: each.keys for each in ACTIONS}


def test_within_a_scope_no_key_means_two_things() -> None:
    for scope in SCOPES:
        keys = [key for each in ACTIONS if scope in each.where for key in each.keys]
        assert len(set(keys)) == len(keys), scope


def test_everything_essential_is_on_keys_that_reach_every_terminal() -> None:
    for each in ACTIONS:
        assert not each.keys[0].startswith(("ctrl+", "alt+")), each.id
        assert not set(each.keys) & set("[]{}"), each.id


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("escape", "Esc"),
        ("f1", "F1"),
        ("ctrl+p", "Ctrl+P"),
        ("shift+tab", "Shift+Tab"),
        ("A", "A"),
        ("+", "+"),
    ],
)
def test_keys_read_as_people_know_them(key: str, words: str) -> None:
    assert shown_key(key) == words


def test_the_table_of_keys_shows_own_keys() -> None:
    assert shown_keys(("up", "k")) == "↑ k"
    table = {(line.where, line.id): line.keys for line in keys_table({"undo": ("z",)})}
    assert table["Everywhere", "undo"] == "z"
    assert table["2 Goals", "delete"] == table["3 Release", "delete"] == "d"


def test_the_table_of_keys_and_the_list_of_themes_need_no_textual() -> None:
    code = "import sys, successbook.tui.actions, successbook.tui.keymap, successbook.tui.palettes as themes"
    code += "; themes.palettes(); sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def sentences(**overrides: object) -> list[str]:
    usable, problems = read_keymap(overrides)
    assert not usable
    return [str(problem) for problem in problems]


def test_own_keys_replace_the_default_ones() -> None:
    assert read_keymap({"undo": "z, ctrl+z", "redo": ["Z"]}) == (
        {"undo": ("z", "ctrl+z"), "redo": ("Z",)},
        [],
    )


def test_two_actions_may_swap_their_keys() -> None:
    assert read_keymap({"undo": "U", "redo": "u"})[1] == []


def test_an_unknown_action_is_reported_with_the_nearest_name() -> None:
    assert sentences(undoo="z") == [
        'settings.toml: keymap: no action is called "undoo"; did you mean "undo"?'
    ]


@pytest.mark.parametrize("keys", ["", "ctrl", "hyper+x", "f25", "ab", ["z", ""], 7, " "])
def test_what_is_no_key_is_reported_and_left_out(keys: object) -> None:
    usable, problems = read_keymap({"undo": keys})
    assert usable == {}
    assert "is not a key; write x, f5 or ctrl+x" in str(problems[0])


def test_a_clash_is_reported_and_every_action_keeps_a_key() -> None:
    usable, problems = read_keymap({"undo": "a", "copy": "Y"})
    assert [str(problem) for problem in problems] == [
        'settings.toml: keymap.undo: a already means "add" (add); choose another key'
    ]
    assert usable == {"copy": ("Y",)}


def test_a_letter_may_be_used_on_two_screens_that_never_meet() -> None:
    assert read_keymap({"demo": "c"})[1] == []
