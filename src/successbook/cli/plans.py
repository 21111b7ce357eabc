"""Opening a plan for a command, changing it, and waiting until that is on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from successbook.cli.folders import plan_folder
from successbook.cli.output import data, talk
from successbook.clock import now
from successbook.errors import AddressError, ReadOnly, UsageError
from successbook.plan.hierarchy import resolve
from successbook.plan.kinds import KINDS, Kind, ids_in, locate
from successbook.plan.titles import any_of
from successbook.tree import Address, Change, Table, Tree
from successbook.verdicts.board_time import FacetsOf
from successbook.workbook import Workbook

__all__ = [
    "carry_out",
    "expect_changeable",
    "find_holder",
    "find_record",
    "opened",
    "own_facets",
    "understood",
]


@contextmanager
def opened(path: Path) -> Iterator[Workbook]:
    """The plan at `path`; closed afterwards.

    Raises:
        NotReadable: there is no plan.
    """
    book = Workbook.open(plan_folder(path), now())
    try:
        yield book
    finally:
        book.close()


def own_facets() -> FacetsOf:
    """The facets with which sessions began, the person's own guides among them."""
    from successbook.files.settings import Settings
    from successbook.guides.session_facets import SessionFacets

    return SessionFacets(Settings.load().guides_folder)


def expect_changeable(book: Workbook, at: Address) -> None:
    """Let the file in which `at` stands be one that may be changed.

    Raises:
        ReadOnly: it cannot be read, or not be written.
    """
    reason = book.why_not_change(at)
    if reason:
        raise ReadOnly(reason)


def carry_out(book: Workbook, change: Change, at: Address, summary: str) -> None:
    """Do a change, wait for the disk, and say where and what.

    Raises:
        SuccessbookError: it was refused, or could not be written.
    """
    book.do(change)
    book.flush()
    data(str(at))
    talk(summary if change else f"{summary} (as before, nothing was written)")
    if book.saved.remark:
        talk(book.saved.remark)


def understood(word: str) -> str:
    """A word of the command line as it was typed, also where the system does not speak UTF-8.

    Raises:
        UsageError: it is not UTF-8.
    """
    try:
        word.encode()
    except UnicodeEncodeError:
        try:
            return os.fsencode(word).decode()
        except UnicodeError:
            raise UsageError(
                "this is no UTF-8 text", where=f'"{word}"', remedy="type it in a UTF-8 terminal"
            ) from None
    return word


def find_record(tree: Tree, text: str, kinds: tuple[str, ...]) -> Address:
    """The record that a person names by its reference (``goal:guest-pays``, ``guest-pays``) or its address.

    Raises:
        AddressError: there is none, or it is of another kind.
    """
    names = " or ".join(KINDS[name].label for name in kinds)
    found = resolve(tree, text, kinds)
    if found is None and ".toml" in text:
        found = Address.parse(text)
    place = locate(found) if found is not None else None
    if found is None or place is None or place.field or not isinstance(tree.get(found), Table):
        raise AddressError(f'there is no {names} "{text}"', remedy=_like(tree, text, kinds))
    if place.kind.name not in kinds:
        raise AddressError(f'"{text}" is {place.kind.a}', remedy=f"name {any_of(kinds)}")
    return found


def find_holder(tree: Tree, text: str, kind: Kind) -> Address:
    """The record that a person names to hold one of this kind; of what a release has only one, the release.

    Raises:
        AddressError: there is none, or it is of another kind.
    """
    holder = KINDS[kind.inside]
    if not holder.single or ids_in(holder.file, text) is not None:
        return find_record(tree, text, (holder.name,))
    return holder.at("", find_record(tree, text, (holder.inside,)))


def _like(tree: Tree, text: str, kinds: tuple[str, ...]) -> str:
    from successbook.plan.hierarchy import records
    from successbook.plan.near import did_you_mean

    wanted = text.rpartition(":")[2]
    known = [place.id for name in kinds for at in records(tree, KINDS[name]) if (place := locate(at))]
    return did_you_mean(wanted, known, "see successbook show PATH --part goals")
