"""`export`: documents to standard output, a file or a folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from successbook.cli.output import data, document, talk
from successbook.cli.plans import opened
from successbook.errors import Refused, UsageError
from successbook.files.handing_out import hand_out, write_document
from successbook.plan.kinds import NOTEBOOK, PLAN
from successbook.sharing.documents import FORMATS, SEVERAL, Wish, documents, part_meant
from successbook.text import counted

__all__ = ["export"]


def export(path: Path, out: Path | None, wish: Wish, *, over: bool = False) -> None:
    """Write what somebody wants to have.

    Args:
        path: the plan.
        out: the file, or the folder for documents of which there may be several; None for standard output.
        wish: what they want.
        over: whether files that are there are replaced.

    Raises:
        SuccessbookError: there is nothing of the kind, or it cannot be written.
    """
    part = part_meant(wish)
    with opened(path) as book:
        if not book.tree.has(PLAN) and book.tree.has(NOTEBOOK):
            raise Refused(
                "this is a notebook: what is in it leaves it only line by line, picked by its owner",
                where=str(path),
            )
        for error in book.unreadable.values():
            talk(f"note: {error}")
        found = documents(book.tree, book.title, book.now, wish)
        if out is None:
            if len(found) != 1:
                remedy = "name a folder with -o, or one with --tester"
                raise UsageError(f"these are {len(found)} documents", where="export", remedy=remedy)
            document(found[0].data if sys.stdout.isatty() else found[0].data.removeprefix(b"\xef\xbb\xbf"))
            return
        if part in SEVERAL and out.suffix.lower() != FORMATS[wish.to]:
            paths = hand_out(out, found, plan=book.path, over=over)
        else:
            paths = [_one(out, found[0].data, len(found), book.path, over=over)]
    for each in paths:
        data(str(each))
    talk(f"{counted(len(paths), 'file')} written")


def _one(out: Path, content: bytes, count: int, plan: Path, *, over: bool) -> Path:
    """Write one document into the file that was named.

    Raises:
        UsageError: it is a folder, or there are more documents than one.
    """
    if count > 1:
        raise UsageError(f"these are {count} documents", where=str(out), remedy="name a folder")
    if out.is_dir() or str(out).endswith(os.sep):
        raise UsageError("this is a folder", where=str(out), remedy="name a file in it")
    write_document(out, content, plan=plan, over=over or _may_replace(out))
    return out


def _may_replace(out: Path) -> bool:
    """Whether a person at a terminal says that a file may be replaced; without one nobody is asked."""
    if not os.path.lexists(out) or not (sys.stdin and sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    import click

    from successbook.text import one_line

    return click.confirm(f"{one_line(str(out))} is there already. Replace it?", err=True)
