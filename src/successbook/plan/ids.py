"""What a new record is called in its address: which ids are taken, which words make one, what is none."""

from __future__ import annotations

from collections.abc import Mapping

from successbook.errors import Refused
from successbook.plan.describe import fields_of
from successbook.plan.fields import Control
from successbook.plan.hierarchy import records
from successbook.plan.kinds import Kind, locate
from successbook.tree import Address, Tree, Value, is_id

__all__ = ["expect_id", "taken_ids", "words_of"]


def expect_id(kind: Kind, wanted: str) -> None:
    """See to it that an id may be that of a record of this kind.

    Raises:
        Refused: it is none; of a kind that is named after others, one of its parts is none.
    """
    if not all(is_id(part) for part in wanted.split("--", max(len(kind.names) - 1, 0))):
        remedy = "letters and digits, joined by single hyphens, at most 60"
        raise Refused(f'"{wanted}" is no id', remedy=remedy)


def taken_ids(tree: Tree, kind: Kind, inside: Address | None) -> set[str]:
    """The ids that are in use; of a kind with folders of their own, the names of those."""
    if kind.table:
        holder = (inside or Address(kind.file)).child(kind.table)
        return set(tree.table(holder))
    if kind.inside:
        places = (locate(at) for at in records(tree, kind, inside))
        return {place.id for place in places if place is not None}
    folder, star, _ = kind.file.partition("*")
    names = (name.removeprefix(folder).partition("/")[0] for name in tree.files)
    return set(names) if star else set()


def words_of(kind: Kind, fields: Mapping[str, Value]) -> str:
    """The first words said in a record without a title; choices and numbers are no words."""
    for each in fields_of(kind.name):
        said = fields.get(each.name)
        if each.control in (Control.LINE, Control.PROSE) and isinstance(said, str):
            return said
    return ""
