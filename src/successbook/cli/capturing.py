"""Writing down a win or a lesson from the command line, into one's own notebook."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from successbook.cli.plans import carry_out, expect_changeable, understood
from successbook.clock import now
from successbook.errors import UsageError
from successbook.files.settings import Settings
from successbook.plan.captures import add_capture
from successbook.plan.kinds import NOTEBOOK
from successbook.shelf import Shelf

__all__ = ["write_down"]


def write_down(kind: str, said: str) -> None:
    """Keep a line in the person's own notebook; it waits there for the next session.

    Raises:
        SuccessbookError: nothing was said, or it cannot be written.
    """
    title = " ".join(understood(said).split())
    if not title:
        raise UsageError(f"nothing is said of the {kind}", where="add", remedy="say what happened, in quotes")
    with closing(Shelf(Path.cwd(), now(), Settings.load()).notebook()) as book:
        expect_changeable(book, NOTEBOOK)
        draft = book.draft()
        at = add_capture(draft, title, kind, book.now.date)
        carry_out(
            book, draft.change(f'Write down "{title}"'), at, "kept in your notebook for the next session"
        )
