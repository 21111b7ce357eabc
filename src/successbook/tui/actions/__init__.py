"""Everything a person can do with a key, as data.

One list, `ACTIONS`, feeds the footer, the help screen, the palette, the keymap check, `successbook keys` and
the table in the documentation. Nothing here imports Textual; `dispatch` binds the keys and runs the actions.

An action belongs to *scopes*: ``everywhere`` (the app), the name of a screen (``shelf``, ``page``), or of a
part of one (``record``, ``editor``, ``list``). The same key may mean different things in different scopes; a
screen may shadow a key that works everywhere, and the footer then shows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from successbook.tui.actions.acceptance import RUNS, TESTS
from successbook.tui.actions.action import Action
from successbook.tui.actions.general import APP, LOOKING, MOVING, PLANS, QUESTIONS, SCREENS, TYPING, WRITING
from successbook.tui.actions.reflection import BOARDS, CAPTURE, SESSIONS
from successbook.tui.actions.releases import BEFORE_LAUNCH, READOUTS, TODAY, UNEXPECTED
from successbook.tui.actions.scopes import SCOPES
from successbook.tui.actions.shown import shown_key, shown_keys

__all__ = [
    "ACTIONS",
    "SCOPES",
    "Action",
    "KeyRow",
    "action",
    "in_scope",
    "keys_table",
    "shown_key",
    "shown_keys",
]

ACTIONS: Final[tuple[Action, ...]] = (
    *SCREENS,
    *PLANS,
    *WRITING,
    *BEFORE_LAUNCH,
    *LOOKING,
    *CAPTURE,
    *BOARDS,
    *MOVING,
    *TESTS,
    *RUNS,
    *TYPING,
    *TODAY,
    *UNEXPECTED,
    *READOUTS,
    *QUESTIONS,
    *SESSIONS,
    *APP,
)
"""All actions, in the order in which help lists them. A new screen adds its scope to `scopes`."""

_BY_ID: Final = {each.id: each for each in ACTIONS}


def action(action_id: str) -> Action:
    """The action of that id.

    Raises:
        KeyError: there is none.
    """
    return _BY_ID[action_id]


@cache
def in_scope(scope: str) -> tuple[Action, ...]:
    """The actions of one scope, as listed."""
    return tuple(each for each in ACTIONS if scope in each.where)


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A line of the table of keys: ready to print."""

    where: str
    keys: str
    label: str
    help: str
    id: str


def keys_table(keymap: dict[str, tuple[str, ...]] | None = None) -> list[KeyRow]:
    """Every action in every scope, in reading order; for `successbook keys`, the help screen and the docs.

    Args:
        keymap: keys that replace the defaults, by action id (see `keymap.read_keymap`).
    """
    changed = keymap or {}
    return [
        KeyRow(words, shown_keys(changed.get(each.id, each.keys)), each.label, each.help, each.id)
        for scope, words in SCOPES.items()
        for each in in_scope(scope)
    ]
