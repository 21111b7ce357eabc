"""Cases from a spreadsheet: what a file says is laid over the suite, case by case, by id.

A case of the file is one that is there when it has its id, else its number in another tool; a file with
neither is matched by section and title, of two cases with one title the first is the first. What the file
does not have stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from successbook.errors import SuccessbookError
from successbook.plan.describe import fields_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.peek import words
from successbook.sharing.columns import Columns
from successbook.sharing.incoming import Cells, Taker
from successbook.sharing.steps_in import STEP_CELLS, steps_in, take_steps
from successbook.sharing.tables import Found
from successbook.tree import Address, is_id

__all__ = ["take_cases"]

_STEP_COLUMNS = frozenset({*STEP_CELLS, "step_id"})


@dataclass(slots=True)
class _Group:
    """The rows of one case: the first one, and those that only hold further steps."""

    rows: list[Cells] = field(default_factory=list)

    @property
    def first(self) -> Cells:
        return self.rows[0]


@dataclass(slots=True)
class _Suite:
    """The cases there are, by what a file may call them."""

    by_id: dict[str, Address] = field(default_factory=dict)
    by_number: dict[str, list[Address]] = field(default_factory=dict)
    by_title: dict[tuple[str, str], list[Address]] = field(default_factory=dict)
    taken: set[Address] = field(default_factory=set)


def take_cases(taker: Taker, found: Found, columns: Columns, uat: Address) -> Columns:
    """Lay the cases of a file over those of an acceptance test.

    Args:
        taker: carries it out and keeps what came of it.
        found: the rows.
        columns: which column is which field.
        uat: the acceptance test; it may still have to come to be.

    Returns:
        which column was which field: that of test data may be one of steps.
    """
    columns = _with_data_of_steps(found, columns)
    suite = _suite(taker, uat)
    last: Address | None = None
    for group in _groups(taker, found, columns):
        at = _take(taker, group, suite, uat, last)
        last = at or last
    return columns


def _with_data_of_steps(found: Found, columns: Columns) -> Columns:
    """The columns, that of test data taken for the steps' where it differs from step to step of a case."""
    if "test_data" not in columns.places or "step_notes" in columns.places:
        return columns
    above: Cells | None = None
    for row in found.rows:
        cells = Cells(row, columns)
        goes_on = above is not None and all(
            cells.get(name) in ("", above.get(name)) for name in ("id", "number", "title")
        )
        if (
            goes_on
            and above
            and cells.get("step")
            and cells.get("test_data") not in ("", above.get("test_data"))
        ):
            places = {**columns.places, "step_notes": columns.places["test_data"]}
            del places["test_data"]
            return Columns(columns.sort, places, columns.headings, columns.unused)
        above = above if goes_on else cells
    return columns


def _suite(taker: Taker, uat: Address) -> _Suite:
    suite = _Suite()
    for at in records(taker.draft.tree, KINDS["case"], uat):
        table = taker.draft.tree.table(at)
        suite.by_id[at.key] = at
        if number := words(table, "number"):
            suite.by_number.setdefault(number, []).append(at)
        suite.by_title.setdefault(_name(words(table, "section"), words(table, "title")), []).append(at)
    return suite


def _name(section: str, title: str) -> tuple[str, str]:
    return " ".join(section.split()), " ".join(title.split())


def _groups(taker: Taker, found: Found, columns: Columns) -> Iterator[_Group]:
    """The rows by case: a row that has steps and nothing new belongs to the one above."""
    group: _Group | None = None
    for row in found.rows:
        cells = Cells(row, columns)
        if row.beyond:
            taker.refuse_longer(row, columns, _words_of(cells))
        elif group is not None and _continues(group.first, cells):
            group.rows.append(cells)
        else:
            if group is not None:
                yield group
            group = _Group([cells])
    if group is not None:
        yield group


def _continues(first: Cells, cells: Cells) -> bool:
    """Whether a row only has further steps of the case above: it says nothing else, or the same again."""
    if not any(cells.get(name) for name in _STEP_COLUMNS):
        return False
    rest = [name for name in cells.columns.places if name not in _STEP_COLUMNS]
    names = [name for name in ("id", "number", "title") if cells.get(name)]
    if not names:
        return all(not cells.get(name) or cells.get(name) == first.get(name) for name in rest)
    return all(cells.get(name) in ("", first.get(name)) for name in rest) and bool(first.get(names[0]))


def _words_of(cells: Cells) -> str:
    title = " ".join((cells.get("title") or cells.get("id") or cells.get("number")).split())
    return f'case "{title}"' if title else "a row without a case"


def _take(taker: Taker, group: _Group, suite: _Suite, uat: Address, last: Address | None) -> Address | None:
    """Take the rows of one case; its address, or None when they are not taken."""
    cells, row = group.first, group.first.row.number
    at, wrong = _found(cells, suite)
    if not wrong and at is None and not cells.get("title").strip() and not cells.get("id").strip():
        wrong = "it names no case: neither a title nor an id that is known; give it a title"
    if not wrong and at is not None and at in suite.taken:
        wrong = "a row above is about the same case already; keep one of them"
    if wrong:
        taker.say(row, "error", _words_of(cells), wrong)
        return None
    is_new = at is None
    if at is None:
        try:
            at = _add(taker, cells, uat, last)
        except SuccessbookError as error:
            taker.refuse(row, _words_of(cells), error)
            return None
    suite.taken.add(at)
    what = taker.named(at, "case")
    says = taker.put_all(at, fields_of("case"), cells, what)
    says += take_steps(taker, at, list(steps_in(group.rows)), what)
    if is_new:
        taker.say(row, "new", what, at=at)
    else:
        taker.say(row, "changed" if says else "same", what, "; ".join(says), at)
    return at


def _found(cells: Cells, suite: _Suite) -> tuple[Address | None, str]:
    """The case that a row is about, and what is wrong when that cannot be told."""
    id_, number = cells.get("id").strip(), cells.get("number").strip()
    if id_:
        at = suite.by_id.get(id_)
        wrong = "" if at or is_id(id_) else f'"{id_}" is no id; leave it empty, then one is made'
        return at, wrong
    if number:
        known = suite.by_number.get(number, [])
        if len(known) > 1:
            return None, f'several cases have the number "{number}"; say which with "Id in plan"'
        return (known[0] if known else None), ""
    same = suite.by_title.get(_name(cells.get("section"), cells.get("title")), [])
    if not same and not cells.get("section"):
        title = _name("", cells.get("title"))[1]
        same = [at for (_, name), all_ in suite.by_title.items() if name == title for at in all_]
    return next((at for at in same if at not in suite.taken), None), ""


def _add(taker: Taker, cells: Cells, uat: Address, last: Address | None) -> Address:
    """A new case behind the one above it in the file."""
    id_, title = cells.get("id").strip(), " ".join(cells.get("title").split())
    if id_:
        return taker.draft.add(KINDS["case"], inside=uat, id_=id_, after=last)
    return taker.draft.add(KINDS["case"], title, inside=uat, after=last)
