"""`fmt`: the files of a plan written in the one layout, those alone that have another."""

from __future__ import annotations

from pathlib import Path

from successbook.cli.folders import plan_folder
from successbook.cli.output import data, talk
from successbook.errors import ReadOnly
from successbook.files.folder import PlanFolder
from successbook.files.reading import encode
from successbook.files.saving import save
from successbook.files.writing import Writer
from successbook.plan.tidying import tidied

__all__ = ["format_plan"]


def format_plan(path: Path, *, check: bool = False) -> int:
    """Write what is not in the layout, or only name it.

    Returns:
        1 when `check` is set and a file would change, else 0.

    Raises:
        FileError: a file cannot be read or not be written; the others are in the layout all the same.
        ReadOnly: nothing can be written here.
    """
    folder = PlanFolder.open(plan_folder(path))
    if folder.read_only and not check:
        raise ReadOnly(folder.read_only)
    tree = tidied(folder.tree)
    changed = 0
    for name, base in folder.bytes.items():
        if name in folder.unreadable:
            continue
        wanted = encode(Writer().render(tree.files[name]), folder.styles[name])
        if wanted == base:
            continue
        if not check:
            save(folder.path / name, wanted, base, within=folder.path)
        data(str(path / name))
        changed += 1
    for error in folder.unreadable.values():
        raise error
    if not changed:
        talk("every file is in its layout")
    return 1 if check and changed else 0
