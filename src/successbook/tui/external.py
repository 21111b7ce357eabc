"""Writing a field in the person's own editor, ``$VISUAL`` or ``$EDITOR``."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from textual.app import App

from successbook.errors import Refused
from successbook.plan.answers import answer
from successbook.plan.describe import FieldDescription
from successbook.plan.fields import Control
from successbook.tree import Address, Tree, Value

__all__ = ["Written", "write_elsewhere"]


@dataclass(frozen=True, slots=True)
class Written:
    """What came back from the editor, as the value to store; None empties the field."""

    value: Value | None


def write_elsewhere(app: App[None], tree: Tree, at: Address, field: FieldDescription) -> Written | None:
    """Open the field in the person's editor and wait for it.

    Returns:
        what was written, None if nothing was changed.

    Raises:
        Refused: no editor is named, it failed, or what was written does not fit the field.
    """
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if not command:
        raise Refused("no editor is named", remedy="set EDITOR in your shell, such as EDITOR=nano")
    before = _as_text(tree.get(at))
    with tempfile.TemporaryDirectory(prefix="successbook-") as folder:
        file = Path(folder) / f"{field.name}.md"
        file.write_text(before, encoding="utf-8")
        try:
            with app.suspend():
                code = subprocess.run([*command, str(file)], check=False).returncode  # noqa: S603  # the person's own editor
            after = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f'the editor "{command[0]}" did not work: {error}') from error
    if code:
        raise Refused(f'the editor "{command[0]}" ended with {code}', remedy="nothing was changed")
    if after == before:
        return None
    several = field.control in (Control.LINES, Control.REFERENCES)
    said = after.splitlines() if several else [after.strip("\n")]
    return Written(answer(tree, at, said or [""]))


def _as_text(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "".join(f"{item}\n" for item in value)
    return str(value) if str(value).endswith("\n") else f"{value}\n"
