"""From the text of files to what they would bring: the one way in for the command line and the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from successbook.errors import NotReadable
from successbook.plan.drafts import Draft
from successbook.sharing.cases_in import take_cases
from successbook.sharing.columns import TABLES, Columns, Sort, folded, mapped
from successbook.sharing.incoming import File, Incoming, Taker
from successbook.sharing.naming import uat_of
from successbook.sharing.readings_in import take_readings, wide_columns
from successbook.sharing.results_in import Meant, take_results
from successbook.sharing.tables import Found, read_table
from successbook.sharing.values import Reading, is_result

__all__ = ["Given", "How", "UnknownColumns", "incoming"]

_NEEDED: Final[dict[Sort, tuple[tuple[str, ...], str]]] = {
    "cases": (("title", "id"), "the titles of the cases"),
    "results": (("state", "note", "defect", "date", "started", "finished"), "the results"),
    "readings": (("day",), "the days"),
}
"""Of each sort the columns of which one must be there, and what they hold."""


class UnknownColumns(NotReadable):
    """None of the columns of a file is known to hold what it must have.

    Attributes:
        columns: its columns, as far as they are known.
    """

    def __init__(self, columns: Columns, holds: str, path: str) -> None:
        headings = ", ".join(f'"{each}"' for each in columns.headings[:8])
        example = TABLES[columns.sort][0].field if columns.sort != "cases" else "title"
        super().__init__(
            f"none of its columns is known to hold {holds}: {headings}",
            path=path,
            remedy=f"say which it is, such as --map {columns.headings[0]}={example}",
        )
        self.columns = columns


@dataclass(frozen=True, slots=True)
class Given:
    """The text of a file, as it was found.

    Attributes:
        name: the file, for messages.
        text: all of it.
        remark: what to look at before it is trusted.
    """

    name: str
    text: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """How files are to be read.

    Attributes:
        sort: what their rows are; "uat" tells cases and results apart by their columns.
        by_hand: for each sort the fields by `columns.folded` heading, "" to leave a column out.
        reading: how cells are read that could be read in several ways.
        meant: the release, round and tester where the rows do not say.
    """

    sort: Sort | Literal["uat"] = "uat"
    by_hand: Mapping[Sort, Mapping[str, str]] = field(default_factory=dict)
    reading: Reading = field(default_factory=Reading)
    meant: Meant = field(default_factory=Meant)


def incoming(draft: Draft, files: Sequence[Given], how: How) -> Incoming:
    """What files would bring; all of it is carried out on the draft.

    Args:
        draft: a draft of the plan, without edits.
        files: the files, in order.
        how: how they are to be read.

    Raises:
        NotReadable: a file is no table, or has none of the columns that it needs.
        Refused: it cannot be told to which release it belongs.
    """
    taker = Taker(draft, how.reading)
    read: list[File] = []
    names: list[str] = []
    for given in files:
        found = read_table(given.text, given.name, _known(how))
        sort = _sort(found, how)
        columns = mapped(found.heading, sort, how.by_hand.get(sort, {}))
        taker.file = given.name
        names.append(sort)
        read.append(File(given.name, _take(taker, found, columns, how), given.remark))
    return Incoming(tuple(read), tuple(taker.lines), taker.change(_label(names, files)))


def _label(sorts: Sequence[str], files: Sequence[Given]) -> str:
    what = " and ".join(dict.fromkeys(sorts))
    where = files[0].name.rpartition("/")[2] if len(files) == 1 else f"{len(files)} files"
    return f"Take over {what} from {where}"


def _known(how: How) -> Callable[[str], bool]:
    """Whether a heading is one that we know for the files that are read."""
    sorts: tuple[Sort, ...] = ("cases", "results") if how.sort == "uat" else (how.sort,)
    names = {folded(name) for sort in sorts for column in TABLES[sort] for name in column.names}
    names |= {heading for sort in sorts for heading in how.by_hand.get(sort, {})}
    return lambda heading: folded(heading) in names


def _sort(found: Found, how: How) -> Sort:
    """What the rows of a file are, told by its columns: results have a result, and somebody who saw it.

    Our own files say it by the columns with ids; cases of other tools may have a state and an owner, too, but
    it is no result.
    """
    if how.sort != "uat":
        return how.sort
    cases, results = (mapped(found.heading, sort, how.by_hand.get(sort, {})) for sort in ("cases", "results"))
    names = {folded(each) for each in found.heading}
    if "case in plan" in names or "id in plan" in names:
        return "results" if "case in plan" in names else "cases"
    whose = "tester" in results.places or bool(how.meant.tester)
    if "state" not in results.places or not whose:
        return "cases"
    at = results.places["state"]
    said = {row.cells[at] for row in found.rows if at in row.cells}
    stepwise = "step" in cases.places and not any(is_result(word, how.reading) for word in said)
    return "cases" if stepwise else "results"


def _take(taker: Taker, found: Found, columns: Columns, how: How) -> Columns:
    """Take a file; its columns, those of metrics among them."""
    wide = wide_columns(taker, columns) if columns.sort == "readings" else {}
    _expect_columns(taker.file, columns, wide)
    if columns.sort == "cases":
        return take_cases(taker, found, columns, uat_of(taker.draft.tree, how.meant.release))
    if columns.sort == "results":
        take_results(taker, found, columns, how.meant)
    else:
        take_readings(taker, found, columns, wide)
        places = {**columns.places, **{f"metric:{metric}": at for at, metric in wide.items()}}
        unused = tuple(each for at, each in enumerate(columns.headings) if each and at not in places.values())
        return Columns(columns.sort, places, columns.headings, unused)
    return columns


def _expect_columns(name: str, columns: Columns, wide: Mapping[int, str]) -> None:
    needed, words = _NEEDED[columns.sort]
    missing = not any(field in columns.places for field in needed)
    if columns.sort == "readings" and not missing and not wide and "value" not in columns.places:
        missing, words = True, "the values"
    if missing:
        raise UnknownColumns(columns, words, name)
