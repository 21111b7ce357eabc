"""`import`: files of spreadsheets into a plan, with a listing of what comes of every row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from successbook.cli.output import data, json_data, talk
from successbook.cli.plans import opened, understood
from successbook.errors import SettingsError, UsageError
from successbook.files.settings import Settings
from successbook.plan.describe import fields_of
from successbook.plan.drafts import Draft
from successbook.sharing.columns import Sort, asked, folded
from successbook.sharing.folders import given_as
from successbook.sharing.importing import How, incoming
from successbook.sharing.incoming import Incoming
from successbook.sharing.results_in import Meant
from successbook.sharing.values import Reading
from successbook.workbook import Workbook

__all__ = ["Asked", "import_files"]

FINE, SOME_NOT_TAKEN = 0, 1
WORDS = "words"
"""Where the settings keep what words in cells mean, beside what columns are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about the files; the words as they were typed."""

    sort: Sort | Literal["uat"] = "uat"
    columns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    release: str = ""
    round: str = ""
    tester: str = ""
    add_missing: bool = False
    dates: Literal["", "day-first", "month-first"] = ""
    decimal: Literal["", "comma", "point"] = ""


def import_files(path: Path, files: Sequence[Path], said: Asked, *, preview: bool, as_json: bool) -> int:
    """Take files over into a plan, or only say what would come of it.

    Returns:
        1 when something of them is not taken, else 0.

    Raises:
        SuccessbookError: a file is no table, or the plan cannot be changed.
    """
    if not files:
        raise UsageError("no file is named", where="import", remedy="name one with --uat or --readings")
    settings = Settings.load()
    sorts: tuple[Sort, ...] = ("cases", "results") if said.sort == "uat" else (said.sort,)
    by_hand, words = asked(map(understood, said.columns), sorts), _words(said.words)
    kept: Mapping[Sort, Mapping[str, str]] = {
        sort: {**settings.columns(sort), **by_hand[sort]} for sort in sorts
    }
    reading = Reading({**settings.columns(WORDS), **words}, said.dates, said.decimal)
    release, round_, tester = map(understood, (said.release, said.round, said.tester))
    meant = Meant(release, round_, tester, said.add_missing)
    with opened(path) as book:
        given = [given_as(each, str(each)) for each in files]
        draft = Draft(book.tree, today=book.now.date)
        found = incoming(draft, given, How(said.sort, kept, reading, meant))
        _expect_headings(said.columns, found)
        if not preview:
            _take_over(book, found)
            _keep(settings, found, by_hand, words)
    if as_json:
        json_data(_structured(found, preview=preview))
    else:
        _tell(found, preview=preview)
    return SOME_NOT_TAKEN if found.count("error") else FINE


def _words(said: Sequence[str]) -> dict[str, str]:
    """What words in cells mean, as a person says with ``WORD=OURS``.

    Raises:
        UsageError: one of them says nothing, or is no word of ours.
    """
    choices = [word for kind in ("result", "case") for each in fields_of(kind) for word in each.choices]
    found: dict[str, str] = {}
    for each in map(understood, said):
        theirs, equals, ours = each.rpartition("=")
        if not equals or not theirs.strip():
            raise UsageError(f'"{each}" says nothing', where="--word", remedy="write it as WORD=OURS")
        if ours.strip().casefold() not in choices:
            raise UsageError(
                f'"{ours}" is no word of ours', where="--word", remedy=f"one of {', '.join(choices)}"
            )
        found[folded(theirs)] = ours.strip().casefold()
    return found


def _expect_headings(said: Sequence[str], found: Incoming) -> None:
    """Let every heading that a person maps be in one of the files.

    Raises:
        UsageError: it is in none of them.
    """
    known = {folded(heading): heading for file in found.files for heading in file.columns.headings}
    for each in said:
        heading = each.rpartition("=")[0]
        if folded(heading) not in known:
            names = ", ".join(f'"{name}"' for name in known.values() if name)
            raise UsageError(f'no column is called "{heading}"', where="--map", remedy=f"there are {names}")


def _take_over(book: Workbook, found: Incoming) -> None:
    book.do(found.change)
    book.flush()
    if book.saved.remark:
        talk(book.saved.remark)


def _keep(
    settings: Settings, found: Incoming, by_hand: Mapping[Sort, Mapping[str, str]], words: Mapping[str, str]
) -> None:
    """Remember what a person said about columns and words; that it cannot be is no reason to stop."""
    sorts = {file.columns.sort for file in found.files}
    try:
        for sort in sorts & by_hand.keys():
            settings.keep_columns(sort, by_hand[sort])
        settings.keep_columns(WORDS, words)
    except SettingsError as error:
        talk(f"note: the columns could not be kept for next time: {error}")


def _tell(found: Incoming, *, preview: bool) -> None:
    several = len(found.files) > 1
    for line in found.lines:
        if line.status != "same":
            where = f"{line.file}  " if several else ""
            status = "not taken" if line.status == "error" else line.status
            says = f": {line.says}" if line.says else ""
            data(f"{status:<9}  {where}row {line.row:<4}  {line.what}{says}")
    for file in found.files:
        if file.remark:
            talk(f"note: {file.name}: {file.remark}")
        if file.columns.unused:
            talk(f"note: {file.name}: nothing is taken from {', '.join(file.columns.unused)}")
    verb = "would be taken over" if preview else "taken over" if found.change else "nothing to take over"
    talk(f"{verb}: {found.told}")


def _structured(found: Incoming, *, preview: bool) -> dict[str, object]:
    return {
        "preview": preview,
        "files": [
            {
                "file": file.name,
                "rows": file.columns.sort,
                "columns": {heading: field for field, heading in file.columns.told.items()},
                "unused": list(file.columns.unused),
                "remark": file.remark,
            }
            for file in found.files
        ],
        "lines": [
            {
                "file": line.file,
                "row": line.row,
                "status": line.status,
                "what": line.what,
                "says": line.says,
                "address": str(line.at) if line.at is not None else None,
            }
            for line in found.lines
        ],
        "counts": {status: found.count(status) for status in ("new", "changed", "same", "error")},
    }
