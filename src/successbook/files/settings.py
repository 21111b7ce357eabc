"""What is remembered about a person's choices, on their own machine: theme, keys, plans opened lately.

Two files, each written like a plan's: ``settings.toml`` in the configuration folder, which people edit by
hand too, and ``recent.toml`` in the state folder. Without a home folder, or with a read-only one,
everything works and is forgotten at the end; `Settings.problems` says why. A file that cannot be understood
is left exactly as it is.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from successbook.errors import SettingsError
from successbook.files.disk import DISK, Disk
from successbook.files.store import Store
from successbook.tree import Table, Value

__all__ = ["DEFAULT_THEME", "Recent", "Settings"]

DEFAULT_THEME: Final = "paper-dark"
SEPARATOR: Final = "comma"
"""What stands between the cells of a CSV file, if nobody said otherwise."""
_SEPARATORS: Final = ("comma", "semicolon", "tab")

_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan that was opened here.

    Attributes:
        path: its folder, absolute.
        title: what it was called then.
        opened: the day it was last opened.
    """

    path: str
    title: str
    opened: dt.date


class Settings:
    """A person's choices; every getter is plain memory, every `keep_` goes to the disk at once.

    Attributes:
        config_folder: where settings.toml and the person's own themes are, None without a home.
        state_folder: where recent.toml is, None without a home.
        problems: what was wrong when the settings were read, or could not be kept since.
    """

    def __init__(self, config: Path | None, state: Path | None, *, disk: Disk = DISK) -> None:
        self.config_folder = config
        self.state_folder = state
        self._settings = Store(config / "settings.toml" if config else None, disk)
        self._recent = Store(state / "recent.toml" if state else None, disk)
        self.problems: list[SettingsError] = []
        for each in (self._settings.problem, self._recent.problem, *self._misfits()):
            self._note(each)

    @property
    def guides_folder(self) -> Path | None:
        """Where the person's own guides are; None without a home."""
        return self.config_folder / "guides" if self.config_folder else None

    @property
    def themes_folder(self) -> Path | None:
        """Where the person's own themes are; None without a home."""
        return self.config_folder / "themes" if self.config_folder else None

    @classmethod
    def load(cls) -> Settings:
        """The settings of whoever runs this program; never fails."""
        import platformdirs

        try:
            config = _usable(platformdirs.user_config_path("successbook", appauthor=False))
            state = _usable(platformdirs.user_state_path("successbook", appauthor=False))
        except (OSError, RuntimeError):
            config = state = None
        return cls(config, state)

    def _misfits(self) -> Iterator[SettingsError]:
        where = str(self._settings.path)
        if not isinstance(self._settings.table.get("theme", ""), str):
            yield SettingsError("the theme must be a name in quotes", where=where)
        if not isinstance(self._settings.table.get("keymap", Table()), Table):
            yield SettingsError("the keymap must be a table", where=where, remedy="begin it with [keymap]")
        if self._settings.table.get("separator", SEPARATOR) not in _SEPARATORS:
            known = " or ".join(f'"{each}"' for each in _SEPARATORS)
            yield SettingsError("there is no such separator", where=where, remedy=f"separator = {known}")

    def _note(self, problem: SettingsError | None) -> None:
        if problem is not None and all(str(problem) != str(each) for each in self.problems):
            self.problems.append(problem)

    # Choices

    @property
    def theme(self) -> str:
        """The name of the theme."""
        found = self._settings.table.get("theme")
        return found if isinstance(found, str) and found else DEFAULT_THEME

    @property
    def keymap(self) -> Mapping[str, Value]:
        """The person's own keys by action, unchecked."""
        found = self._settings.table.get("keymap")
        return found if isinstance(found, Table) else MappingProxyType({})

    @property
    def separator(self) -> str:
        """What stands between the cells of a CSV file we write: ``comma``, ``semicolon`` or ``tab``."""
        found = self._settings.table.get("separator")
        return found if isinstance(found, str) and found in _SEPARATORS else SEPARATOR

    def keep_theme(self, name: str) -> None:
        """Use a theme from now on.

        Raises:
            SettingsError: it holds for this sitting only, for the settings cannot be written; says why.
        """
        if problem := self._settings.change(lambda table: table.put("theme", name)):
            raise problem

    # Columns of other people's spreadsheets

    def columns(self, sort: str) -> dict[str, str]:
        """What the columns of files of a sort are: fields by heading, "" where a column is left out."""
        found = _table(_table(self._settings.table, "columns"), sort)
        return {heading: field for heading, field in found.items() if isinstance(field, str)}

    def keep_columns(self, sort: str, columns: Mapping[str, str]) -> None:
        """Remember what columns are, beside those that are remembered already.

        Raises:
            SettingsError: the settings cannot be written; says why.
        """

        def edit(table: Table) -> Table:
            """The settings with these columns among the others of their sort."""
            known = _table(table, "columns")
            kept = _table(known, sort)
            for heading, field in columns.items():
                kept = kept.put(heading, field)
            return table.put("columns", known.put(sort, kept))

        if columns and (problem := self._settings.change(edit)):
            raise problem

    # Plans

    @property
    def recent(self) -> tuple[Recent, ...]:
        """The plans that were opened here, the latest first."""
        return tuple(Recent(path, title, day) for path, title, day in self._entries())

    def _entries(self) -> Iterator[tuple[str, str, dt.date]]:
        for path, entry in _table(self._recent.table, "plans").items():
            if isinstance(entry, Table):
                title, day = entry.get("title"), entry.get("opened")
                if isinstance(title, str) and isinstance(day, dt.date) and not isinstance(day, dt.datetime):
                    yield path, title, day

    def seen(self, path: Path) -> dt.date | None:
        """The day a plan was last opened here."""
        key = _key(path)
        return next((day for known, _, day in self._entries() if known == key), None)

    def opened(self, path: Path, title: str, day: dt.date) -> None:
        """Remember that a plan was opened; when that is not possible, `problems` says so."""

        def edit(table: Table) -> Table:
            """The plans with this one in front; of too many the oldest go."""
            plans = _table(table, "plans")
            entry = _table(plans, key).put("title", title).put("opened", day)
            plans = plans.put(key, entry, after=None)
            for old in list(plans)[_MOST:]:
                plans = plans.without(old)
            return table.put("plans", plans)

        key = _key(path)
        if _can_be_kept(key, title):
            self._note(self._recent.change(edit))

    def forget(self, plan: Path) -> None:
        """Remember nothing of a plan any more; when that is not possible, `problems` says so."""
        key = _key(plan)
        if key in _table(self._recent.table, "plans"):
            self._note(
                self._recent.change(lambda table: table.put("plans", _table(table, "plans").without(key)))
            )

    # Guides

    def position(self, plan: Path, guide: str) -> str:
        """The step of a guide at which a person stopped in a plan; "" when there is none."""
        found = self._of(plan, "positions").get(guide)
        return found if isinstance(found, str) else ""

    def keep_position(self, plan: Path, guide: str, step: str) -> None:
        """Remember the step at which a person stops, "" to forget it; `problems` says if that failed."""

        def edit(positions: Table) -> Table:
            return positions.put(guide, step) if step else positions.without(guide)

        if _can_be_kept(_key(plan), guide, step):
            self._keep_of(plan, "positions", edit)

    # What was put off

    def put_off(self, plan: Path) -> dict[str, dt.date]:
        """What a person does not want to be shown of a plan for now, each with the day it is shown again."""
        return {
            name: day
            for name, day in self._of(plan, "put_off").items()
            if isinstance(day, dt.date) and not isinstance(day, dt.datetime)
        }

    def keep_put_off(self, plan: Path, until: Mapping[str, dt.date | None], today: dt.date) -> None:
        """Remember what is put off until when, None for what is shown again; `problems` says if that failed.

        What was put off until `today` or earlier is forgotten.
        """

        def edit(_: Table) -> Table:
            kept = {name: day for name, day in self.put_off(plan).items() if day > today} | dict(until)
            return Table({name: day for name, day in sorted(kept.items()) if day is not None})

        if _can_be_kept(_key(plan), *until):
            self._keep_of(plan, "put_off", edit)

    # What is remembered of one plan

    def _of(self, plan: Path, name: str) -> Table:
        return _table(_table(_table(self._recent.table, "plans"), _key(plan)), name)

    def _keep_of(self, plan: Path, name: str, edit: Callable[[Table], Table]) -> None:
        """Change one of the tables that are remembered of a plan; an emptied one goes."""
        key = _key(plan)

        def edit_all(table: Table) -> Table:
            """All that is remembered, with that table of that plan changed."""
            plans = _table(table, "plans")
            entry = _table(plans, key)
            held = edit(_table(entry, name))
            entry = entry.put(name, held) if held else entry.without(name)
            return table.put("plans", plans.put(key, entry))

        self._note(self._recent.change(edit_all))


def _usable(folder: Path) -> Path | None:
    """The folder, if it is one: "~/.config" stays as it is when nobody knows the home."""
    return folder if folder.is_absolute() else None


def _table(table: Table, key: str) -> Table:
    found = table.get(key)
    return found if isinstance(found, Table) else Table()


def _key(path: Path) -> str:
    """A plan's folder as a key, links resolved, so that it is the same from wherever it is opened."""
    return os.path.realpath(path)


def _can_be_kept(*texts: str) -> bool:
    """Whether texts are UTF-8; a folder's name need not be."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return True
