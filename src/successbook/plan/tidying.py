"""Every value in the one shape of its field, for plans that were written by hand."""

from __future__ import annotations

from successbook.plan.describe import fields_of
from successbook.plan.drafts import normal
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Set, Tree, apply, same

__all__ = ["tidied"]


def tidied(tree: Tree) -> Tree:
    """The same plan, its texts and lists in the shape that the app would have given them.

    Values that do not fit their field, empty ones and unknown keys stay as they are: nothing is lost.
    """
    for kind in KINDS.values():
        fields = fields_of(kind.name)
        for at in records(tree, kind):
            table = tree.table(at)
            for field in fields:
                held = table.get(field.name)
                if held is None or (
                    isinstance(held, tuple) and not all(isinstance(each, str) for each in held)
                ):
                    continue
                value = normal(field.control, held)
                if value is not None and not same(held, value):
                    tree, _ = apply(tree, Set(at.child(field.name), value))
    return tree
