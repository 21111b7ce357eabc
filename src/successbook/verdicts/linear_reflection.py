"""A notebook told line by line: whose it is, what is open, its sessions, the latest first, by dimension."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from successbook.plan.describe import field_named
from successbook.plan.dimensions import lines_by_dimension
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, NOTEBOOK
from successbook.plan.now import Now
from successbook.plan.sessions import sessions_of
from successbook.tree import Address, Plain, Tree
from successbook.verdicts.board import WORDS, standing_of
from successbook.verdicts.cadence import cadence_of
from successbook.verdicts.telling import INDENT, flat, head, record_data, table_data, told

__all__ = ["notebook_data", "notebook_lines"]

_SENTENCES: Final = ("success_before", "success_after")


def notebook_lines(tree: Tree, now: Now) -> Iterator[str]:
    """The notebook and its sessions."""
    if tree.has(NOTEBOOK):
        yield head(tree, KINDS["notebook"], NOTEBOOK)
        yield from told(tree, KINDS["notebook"], NOTEBOOK, now)
        if cadence := cadence_of(tree):
            yield f"{INDENT}Sessions: {cadence}"
        yield ""
    for at in reversed(sessions_of(tree)):
        yield from _session(tree, at, now)


def notebook_data(tree: Tree, _now: Now) -> list[Plain]:
    """The notebook and its sessions, each with its whole table."""
    found: list[Plain] = table_data(tree, KINDS["notebook"])
    return found + [record_data(tree, KINDS["session"], at) for at in reversed(sessions_of(tree))]


def _session(tree: Tree, at: Address, now: Now) -> Iterator[str]:
    """A session: the sentences before and after side by side, its answers, its lines, what it ends with."""
    kind = KINDS["session"]
    yield head(tree, kind, at)
    for name in _SENTENCES:
        yield from _sentence(tree, at, name)
    yield from told(tree, kind, at, now, but=(*_SENTENCES, "entry", "next_step", "session_question"))
    for _, title, lines in lines_by_dimension(tree, at):
        yield f"{INDENT}{title}:"
        for each in lines:
            standing = WORDS[standing_of(tree.table(each))]
            yield f"{INDENT * 2}{head(tree, KINDS['entry'], each)} ({standing})"
            yield from told(tree, KINDS["entry"], each, now, INDENT * 3)
    for name in ("next_step", "session_question"):
        for each in records(tree, KINDS[name], at):
            yield f"{INDENT}{head(tree, KINDS[name], each)}"
            yield from told(tree, KINDS[name], each, now, INDENT * 2)
    yield ""


def _sentence(tree: Tree, at: Address, name: str) -> Iterator[str]:
    """A sentence on one line, so that the one before and the one after can be heard next to each other."""
    field, said = field_named(KINDS["session"], name), tree.get(at.child(name))
    label = field.label if field is not None else name
    unknown = tree.table(at).get("not_known")
    missing = "not known yet" if isinstance(unknown, tuple) and name in unknown else "not answered"
    yield f"{INDENT}{label}: {flat(str(said)) if said is not None else missing}"
