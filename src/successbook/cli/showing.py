"""`show`: a part of a plan, for people as text, for programs as JSON."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from pathlib import Path

from successbook.cli.output import data, json_data, talk
from successbook.cli.plans import opened, own_facets
from successbook.plan.kinds import NOTEBOOK, PLAN, Kind
from successbook.sharing.page import page_markdown
from successbook.tree import Address, Tree
from successbook.verdicts.board_time import usual_facets
from successbook.verdicts.linear import part_data, part_text
from successbook.verdicts.page import page_of

__all__ = ["show_part"]

_OF_PLANS = ("goals", "release", "uat")
_OF_NOTEBOOKS = ("reflection", "board")


def show_part(path: Path, part: str | None, *, as_json: bool = False) -> None:
    """Print a part of the plan at a path; files that cannot be read are named on stderr.

    Args:
        path: the plan or notebook.
        part: which part; None for what a person sees first.
        as_json: whether to print it for programs.

    Raises:
        NotReadable: there is no plan.
    """
    with opened(path) as book:
        for error in book.unreadable.values():
            talk(f"note: {error}")
        personal = _is_notebook(book.tree)
        part = "reflection" if personal and part in (None, "page") else part or "page"
        if (note := _elsewhere(book.tree, part, personal=personal)) and not as_json:
            talk(f"note: {note}")
        if part == "page":
            page = page_of(book.tree, book.now, book.title)
            if as_json:
                json_data({"part": part, "day": book.now.date.isoformat(), **_structured(page)})
            else:
                data(page_markdown(page, book.now).rstrip("\n"))
            return
        facets = own_facets() if part == "board" else usual_facets
        if as_json:
            json_data(part_data(book.tree, part, book.now, book.title, facets))
        else:
            data(part_text(book.tree, part, book.now, book.title, facets))


def _is_notebook(tree: Tree) -> bool:
    return tree.has(NOTEBOOK) and not tree.has(PLAN)


def _elsewhere(tree: Tree, part: str, *, personal: bool) -> str:
    """Where to look instead for a part that a notebook, or a plan, does not have; empty where it has it."""
    if personal and part in _OF_PLANS:
        return "this is a notebook; reflection, board and due tell what stands in it"
    if part in _OF_NOTEBOOKS and not tree.has(NOTEBOOK):
        return "reflection stands in a notebook of its own; successbook where says where yours is"
    return ""


def _structured(value: object) -> dict[str, object]:
    """A verdict's dataclass as JSON can hold it, field by field."""
    if not dataclasses.is_dataclass(value):
        raise TypeError(f"{type(value).__name__} is no verdict")
    return {each.name: _plain(getattr(value, each.name)) for each in dataclasses.fields(value)}


def _plain(value: object) -> object:
    if isinstance(value, Address):
        return str(value)
    if isinstance(value, Kind):
        return value.name
    if dataclasses.is_dataclass(value):
        return _structured(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
