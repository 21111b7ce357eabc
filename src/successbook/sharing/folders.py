"""Files beside a plan that are given out and come back: the way to them for the app.

None of them is a file of the plan: those go through the workbook alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from successbook.errors import NotReadable
from successbook.files.disk import reason, remedy
from successbook.files.foreign import read_foreign
from successbook.files.handing_out import Document, free_folder, hand_out
from successbook.sharing.importing import Given

__all__ = ["MOST_FILES", "folder_for_sheets", "give_out", "given_as", "given_from"]

MOST_FILES: Final = 200
"""More files than this in one folder are not the sheets of testers."""


def given_from(path: Path) -> list[Given]:
    """The text of a file that another program wrote; of a folder, of all CSV files in it, by name.

    Raises:
        NotReadable: it cannot be read or is no text, or the folder has no such file, or far too many.
    """
    if not path.is_dir():
        return [given_as(path, str(path))]
    try:
        found = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv")
    except OSError as error:
        raise NotReadable(f"cannot be read: {reason(error)}", path=path, remedy=remedy(error)) from error
    if not found or len(found) > MOST_FILES:
        what = f"more than {MOST_FILES} CSV files are in it" if found else "there is no CSV file in it"
        raise NotReadable(what, path=path, remedy="name a file, or another folder")
    return [given_as(each, each.name) for each in found]


def given_as(path: Path, name: str) -> Given:
    """A file of somebody else, under the name that people are told.

    Raises:
        NotReadable: it cannot be read.
    """
    file = read_foreign(path)
    return Given(name, file.text, file.remark)


def folder_for_sheets(plan: Path, round_: str) -> Path:
    """A folder beside a plan for the sheets of a round, which is not there yet."""
    return free_folder(plan, f"{plan.name}-{round_}-sheets")


def give_out(folder: Path, documents: Sequence[Document], plan: Path) -> list[Path]:
    """Write documents into a folder outside a plan's own files; where they are.

    Raises:
        Refused: something stands there already, or it is a place of the plan itself.
        NotWritten: it cannot be written.
    """
    return hand_out(folder, documents, plan=plan)
