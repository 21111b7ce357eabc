"""How the app looked last time, read with as little as possible: the first picture waits for nothing else.

What cannot be read here gives the default look; `files.settings` reads the same file with care and says
what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tomli

__all__ = ["Look", "remembered_look"]

_LARGEST = 64_000
"""Bytes; settings of a person are a few lines."""


@dataclass(frozen=True)
class Look:
    """The theme and the keys somebody chose.

    Attributes:
        theme: the theme's name, empty for the default.
        keymap: their own keys by action, unchecked.
        themes_folder: where their own themes are.
    """

    theme: str = ""
    keymap: Mapping[str, object] = field(default_factory=dict)
    themes_folder: Path | None = None


def remembered_look() -> Look:
    """The look that was chosen last; never fails."""
    import platformdirs

    try:
        folder = platformdirs.user_config_path("successbook", appauthor=False)
        path = folder / "settings.toml"
        if not folder.is_absolute() or not path.is_file() or path.stat().st_size > _LARGEST:
            return Look(themes_folder=folder / "themes")
        said = tomli.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, RuntimeError, ValueError):
        return Look()
    theme, keymap = said.get("theme"), said.get("keymap")
    return Look(
        theme if isinstance(theme, str) else "",
        keymap if isinstance(keymap, dict) else {},
        folder / "themes",
    )
