"""Theme files read and checked, without Textual: what `successbook themes` and the theme picker list.

Our own lie in `themes/`, a person's in the `themes` folder of their settings. A file there with the name of
one of ours takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli

from successbook.errors import SettingsError
from successbook.resources import resource

__all__ = ["COLOURS", "DEFAULT", "Palette", "contrast", "find_palette", "palettes", "read_palette"]

DEFAULT = "paper-dark"
_ORDER = (DEFAULT, "paper-light", "high-contrast", "ansi-16")
COLOURS = (
    "paper", "raised", "ink", "muted", "line", "accent", "good", "careful", "bad", "unknown",
    "cursor", "cursor-ink", "cursor-away", "personal", "team", "company", "product",
)  # fmt: skip
STYLES = ("cursor", "away", "muted")
_WEIGHTS = frozenset({"none", "bold", "italic", "underline", "reverse", "dim"})
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_TERMINAL = frozenset(
    ["ansi_default"]
    + [
        f"ansi_{bright}{name}"
        for bright in ("", "bright_")
        for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
    ]
)
_LARGEST = 64_000  # bytes; a theme has twenty lines
_KEYS = frozenset({"title", "about", "dark", "colours", "styles"})


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme as its file says it: every colour and style is present and valid."""

    name: str
    title: str
    about: str
    dark: bool
    colours: Mapping[str, str]
    styles: Mapping[str, str]
    path: Path

    @property
    def ansi(self) -> bool:
        """Whether it uses the terminal's own colours."""
        return self.colours["ink"].startswith("ansi_")


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise SettingsError("not a file", where=str(path))
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise SettingsError(error.strerror or "cannot be read", where=str(path)) from error
    if len(data) > _LARGEST:
        raise SettingsError("too large for a theme", where=str(path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError("not UTF-8 text", where=str(path), remedy="save it as UTF-8") from error


def _table(plain: Mapping[str, object], key: str, known: Iterable[str], path: Path) -> dict[str, str]:
    table = plain.get(key, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{key} must be a table", where=str(path))
    for name, value in table.items():
        where = f"{path}: {key}.{name}"
        if name not in known:
            from successbook.plan.near import did_you_mean  # only when something is wrong: the start is short

            raise SettingsError("unknown name", where=where, remedy=did_you_mean(name, known, "remove it"))
        if not isinstance(value, str):
            raise SettingsError("must be text in quotes", where=where)
    return table


def read_palette(path: Path) -> Palette:
    """Read and check one theme file; what it leaves out is taken from our dark paper.

    Raises:
        SettingsError: names the file, the key, and what may stand there.
    """
    try:
        plain = tomli.loads(_text(path))
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        raise SettingsError(f"not TOML: {error}", where=str(path)) from error
    for key in plain.keys() - _KEYS:
        raise SettingsError(
            "unknown name", where=f"{path}: {key}", remedy=f"a theme has {', '.join(sorted(_KEYS))}"
        )
    colours = _table(plain, "colours", COLOURS, path)
    styles = _table(plain, "styles", STYLES, path)
    _check(colours, styles, path)
    for key, kind in (("title", str), ("about", str), ("dark", bool)):
        if not isinstance(plain.get(key, kind()), kind):
            raise SettingsError("true or false" if kind is bool else "must be text", where=f"{path}: {key}")
    base = _base(path)
    dark = plain.get("dark", base.dark if base else True)
    return Palette(
        name=path.stem,
        title=str(plain.get("title") or path.stem),
        about=str(plain.get("about", "")),
        dark=bool(dark),
        colours={**(base.colours if base else {}), **colours},
        styles={**(base.styles if base else {}), **styles},
        path=path,
    )


def _base(path: Path) -> Palette | None:
    own = resource("themes") / f"{DEFAULT}.toml"
    return None if path == own else read_palette(own)


def _check(colours: Mapping[str, str], styles: Mapping[str, str], path: Path) -> None:
    for name, value in colours.items():
        if not _HEX.fullmatch(value) and value not in _TERMINAL:
            raise SettingsError(
                f'"{value}" is not a colour',
                where=f"{path}: colours.{name}",
                remedy='write "#rrggbb" or "ansi_red"',
            )
    if len({value.startswith("ansi_") for value in colours.values()}) > 1:
        raise SettingsError(
            'mixes "#rrggbb" with the terminal\'s own colours',
            where=f"{path}: colours",
            remedy="use one kind",
        )
    for name, value in styles.items():
        if not value or not set(value.split()) <= _WEIGHTS:
            raise SettingsError(
                f'"{value}" is not a style',
                where=f"{path}: styles.{name}",
                remedy=f"use {', '.join(sorted(_WEIGHTS))}",
            )
    if colours and next(iter(colours.values())).startswith("ansi_") and set(COLOURS) - set(colours):
        lacking = ", ".join(name for name in COLOURS if name not in colours)
        raise SettingsError(
            f"these colours are missing: {lacking}", where=f"{path}: colours", remedy="name them all"
        )


def _files(folder: Path | None) -> list[Path]:
    try:
        return sorted(folder.glob("*.toml")) if folder else []
    except OSError:
        return []


def palettes(settings_folder: Path | None = None) -> tuple[list[Palette], list[SettingsError]]:
    """All themes, ours first, and a sentence for each file that cannot be used.

    Args:
        settings_folder: the person's `themes` folder, if there is one.
    """
    found: dict[str, Palette] = {}
    problems: list[SettingsError] = []
    for path in [*_files(resource("themes")), *_files(settings_folder)]:
        try:
            found[path.stem] = read_palette(path)
        except SettingsError as error:
            problems.append(error)
    places = {name: at for at, name in enumerate(_ORDER)}
    order = sorted(found.values(), key=lambda each: (places.get(each.name, len(places)), each.name))
    return order, problems


def find_palette(name: str, settings_folder: Path | None = None) -> Palette:
    """One theme by name; reads no other file.

    Raises:
        SettingsError: there is none of that name, or its file cannot be used.
    """
    if not re.fullmatch(r"[\w-]{1,60}", name):
        raise SettingsError(f'"{name}" is not the name of a theme', remedy="`successbook themes` lists them")
    for folder in (settings_folder, resource("themes")):
        if folder is not None and (path := folder / f"{name}.toml").exists():
            return read_palette(path)
    raise SettingsError(f'there is no theme "{name}"', remedy="`successbook themes` lists them")


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    """Contrast of two ``#rrggbb`` colours, 1 to 21, as WCAG 2.2 defines it (1.4.3)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
