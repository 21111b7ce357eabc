"""The tree: a plan as immutable values, each with an address, changed by edits and nothing else.

Pure: no files, no clock, no knowledge of goals or releases.
"""

from successbook.tree.address import Address
from successbook.tree.changes import Change, Done, History, catching_up, do
from successbook.tree.edits import Add, Edit, Move, Remove, Set, Tree, apply
from successbook.tree.ids import is_id, mint
from successbook.tree.values import KEEP, NO_NOTE, Note, Plain, Scalar, Table, Value, freeze, same, thaw

__all__ = [
    "KEEP",
    "NO_NOTE",
    "Add",
    "Address",
    "Change",
    "Done",
    "Edit",
    "History",
    "Move",
    "Note",
    "Plain",
    "Remove",
    "Scalar",
    "Set",
    "Table",
    "Tree",
    "Value",
    "apply",
    "catching_up",
    "do",
    "freeze",
    "is_id",
    "mint",
    "same",
    "thaw",
]
