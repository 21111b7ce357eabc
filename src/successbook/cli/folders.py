"""Which folder a path on the command line means."""

from __future__ import annotations

import os
from pathlib import Path

from successbook.errors import NotReadable
from successbook.files.layout import NOTEBOOK_FILES, PLAN_FILES, home_of, is_plan

__all__ = ["plan_folder"]


def plan_folder(path: Path) -> Path:
    """The folder of the plan or notebook that `path` names: itself, or the one that this file belongs to.

    Raises:
        NotReadable: there is no plan.
    """
    if path.is_file():
        path = home_of(path, (*PLAN_FILES, *NOTEBOOK_FILES))
    if not os.path.lexists(path):
        raise NotReadable(
            "there is no such folder", path=path, remedy=f"start a plan with successbook new {path}"
        )
    if not path.is_dir():
        raise NotReadable("this is no folder", path=path, remedy="name the folder of a plan")
    if not is_plan(path):
        raise NotReadable(
            "there is no plan in it, no plan.toml or notebook.toml",
            path=path,
            remedy="name the folder of a plan",
        )
    return path
