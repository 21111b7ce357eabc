"""A person's own keys: read from the settings, checked, and reported when they cannot work.

Textual's `set_keymap` takes unknown ids, keys that no terminal sends and clashes without a word
(textual 8.2); so everything is checked here first, and what is wrong is left out and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from successbook.errors import SettingsError
from successbook.tui.actions import ACTIONS, Action, shown_key

__all__ = ["read_keymap"]

_NAMED = frozenset(
    "enter escape tab space backspace delete insert home end pageup pagedown up down left right".split()  # noqa: SIM905
)
_MODIFIED = re.compile(r"(?:(?:ctrl|shift|alt)\+)+(?:[a-z0-9]|[a-z]{2,}|f\d{1,2})")
_FUNCTION = re.compile(r"f(?:[1-9]|1\d|2[0-4])")
_OVERLAP_ALL = frozenset({"everywhere", "list"})


def _is_key(key: str) -> bool:
    if len(key) == 1:
        return key.isprintable() and not key.isspace() and key != ","
    if _MODIFIED.fullmatch(key):
        last = key.rsplit("+", 1)[1]
        return len(last) == 1 or last in _NAMED or bool(_FUNCTION.fullmatch(last))
    return key in _NAMED or bool(_FUNCTION.fullmatch(key))


def _keys_of(value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    if isinstance(value, list | tuple):
        return [str(part).strip() for part in value]
    return [""]


def _meet(one: Action, other: Action) -> bool:
    """Whether both actions can be reached at the same moment by the same key press."""
    if other.id in (one.refines, one.id) or other.refines == one.id:
        return False
    shared = set(one.where) & set(other.where)
    wide = (_OVERLAP_ALL & set(one.where)) or (_OVERLAP_ALL & set(other.where))
    typing = "editor" in one.where or "editor" in other.where
    return bool(shared) or bool(wide and not typing)


def _clashes(keys: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Action, Action, str]]:
    for number, one in enumerate(ACTIONS):
        for other in ACTIONS[number + 1 :]:
            for key in keys[one.id]:
                if key in keys[other.id] and _meet(one, other):
                    yield one, other, key


def read_keymap(
    overrides: Mapping[str, object], where: str = "settings.toml"
) -> tuple[dict[str, tuple[str, ...]], list[SettingsError]]:
    """Check a person's keys.

    Args:
        overrides: action id to a key, ``"x,ctrl+x"``, or a list of keys.
        where: the file they come from, for the sentences.

    Returns:
        what can be used, and a sentence for everything that cannot. On a clash the override that causes it
        is left out, so that every action keeps a key.
    """
    problems: list[SettingsError] = []
    defaults = {each.id: each.keys for each in ACTIONS}
    usable: dict[str, tuple[str, ...]] = {}
    for action_id, value in overrides.items():
        keys = _keys_of(value)
        bad = [key for key in keys if not _is_key(key)]
        if action_id not in defaults:
            problems.append(_unknown(action_id, defaults, where))
        elif bad:
            problems.append(
                SettingsError(
                    f'"{bad[0]}" is not a key',
                    where=f"{where}: keymap.{action_id}",
                    remedy="write x, f5 or ctrl+x",
                )
            )
        else:
            usable[action_id] = tuple(keys)
    if usable:  # else there is nothing to compare each pair of actions for, at each start
        problems.extend(_drop_clashes(defaults, usable, where))
    return usable, problems


def _unknown(action_id: str, known: Iterable[str], where: str) -> SettingsError:
    from successbook.plan.near import did_you_mean  # only when something is wrong: the start is short

    remedy = did_you_mean(action_id, known, "`successbook keys` lists the names")
    return SettingsError(f'no action is called "{action_id}"', where=f"{where}: keymap", remedy=remedy)


def _drop_clashes(
    defaults: Mapping[str, tuple[str, ...]], usable: dict[str, tuple[str, ...]], where: str
) -> Iterator[SettingsError]:
    known = {(one.id, other.id) for one, other, _ in _clashes(defaults)}
    while True:
        fresh = (
            clash for clash in _clashes({**defaults, **usable}) if (clash[0].id, clash[1].id) not in known
        )
        clash = next(fresh, None)
        if clash is None:
            return
        one, other, key = clash
        culprit, kept = (one, other) if one.id in usable else (other, one)
        del usable[culprit.id]
        yield SettingsError(
            f'{shown_key(key)} already means "{kept.label}" ({kept.id})',
            where=f"{where}: keymap.{culprit.id}",
            remedy="choose another key",
        )
