"""Hypothesis strategies that several rooms draw from: values, tables, trees, edits, broken plans."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

from successbook.plan.describe import FieldDescription
from successbook.plan.fields import Control
from successbook.plan.hierarchy import HIERARCHY
from successbook.plan.kinds import KINDS
from successbook.tree import (
    NO_NOTE,
    Add,
    Address,
    Edit,
    Move,
    Note,
    Remove,
    Scalar,
    Set,
    Table,
    Tree,
    Value,
    apply,
    same,
)

__all__ = [
    "Edited",
    "any_text",
    "broken_plans",
    "edited_trees",
    "edits",
    "fitting",
    "identical",
    "keys",
    "notes",
    "places",
    "plain_values",
    "scalars",
    "tables",
    "trees",
    "values",
]

SAID = (
    "",
    "a",
    "goal",
    "Ärger",
    "שלום",
    "支払い",
    "e\u0301",
    "\u202eabc",
    "\x1b[31m",
    "a.b",
    "a:b",
    "%41",
    "\n",
)
"""Texts that break naive code, tried more often than chance would."""


any_text = st.sampled_from(SAID) | st.text(st.characters(exclude_categories=[]), max_size=6)
"""Text of all characters there are, lone surrogates and controls included."""

keys = st.sampled_from(("a", "b", "c", "d", *SAID)) | st.text(max_size=3)
"""What may be a key in a TOML file."""

_MOMENTS = [
    dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC),
    dt.datetime(2026, 6, 15, 14, tzinfo=dt.timezone(dt.timedelta(hours=2))),
    dt.datetime.combine(dt.date(2026, 6, 15), dt.time(12)),
]
_SCALARS: list[Scalar] = [
    0, 1, 14, 2**70, 1.0, -0.0, 1e-7, float("nan"), float("inf"), True, False, "", "a", "1", "two\nlines\n",
    dt.date(2026, 6, 15), dt.time(9, 30), *_MOMENTS,
]  # fmt: skip

scalars: st.SearchStrategy[Scalar] = st.one_of(
    st.sampled_from(_SCALARS), st.integers(), st.floats(), st.text(max_size=4), st.dates()
)
"""Every type of single value; two of them are the same moment in two zones."""

_comments = st.sampled_from(("", "# one", "# two"))
notes = st.just(NO_NOTE) | st.builds(Note, above=st.lists(_comments, max_size=2).map(tuple), beside=_comments)
"""Comments as a file may hold them; often none."""


def _table(held: dict[str, Value], noted: list[Note]) -> Table:
    return Table(held, dict(zip(("", *held), noted, strict=False)))


def _tables_of(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Table]:
    return st.builds(_table, st.dictionaries(keys, inner, max_size=3), st.lists(notes, max_size=3))


def _wider(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    return st.lists(inner, max_size=3).map(tuple) | _tables_of(inner)


values: st.SearchStrategy[Value] = st.recursive(scalars, _wider, max_leaves=4)
"""Single values, lists and tables, nested."""

plain_values = values.filter(lambda value: not isinstance(value, Table))
"""Values that are no table."""

tables = _tables_of(scalars | _tables_of(values))
"""Tables of anything, with comments."""

_files = st.sampled_from(("plan.toml", "readings.toml", "releases/first/release.toml"))
trees = st.dictionaries(_files, tables, max_size=2).map(Tree)
"""Plans as trees of anything; they need not make sense."""


def identical(one: Tree, other: Tree) -> bool:
    """Whether two trees are the same files with the same values: types, order and comments included."""
    return list(one.files) == list(other.files) and all(
        same(table, other.files[name]) for name, table in one.files.items()
    )


def places(tree: Tree) -> list[Address]:
    """The addresses of everything in a tree, files and whole tables included."""

    def below(at: Address, table: Table) -> Iterator[Address]:
        for key, value in table.items():
            yield at.child(key)
            if isinstance(value, Table):
                yield from below(at.child(key), value)

    found: list[Address] = []
    for name, table in tree.files.items():
        found += [Address(name), *below(Address(name), table)]
    return found


@st.composite
def edits(draw: st.DrawFn, tree: Tree) -> Edit:
    """An edit that fits a tree."""
    there = places(tree)
    if not there:
        return Add(Address("plan.toml"), draw(tables))
    at = draw(st.sampled_from(there))
    value = tree.get(at)
    kind = draw(st.sampled_from((Set, Add, Remove, Move)))
    if kind is Set:
        return Set(at, draw(tables if isinstance(value, Table) else plain_values))
    if kind is Remove:
        return Remove(at)
    moving = at if kind is Move and at.path else None
    homes = [each for each in there if isinstance(tree.get(each), Table)]
    home = draw(st.sampled_from([each for each in homes if moving is None or not each.within(moving)]))
    free = draw(
        keys.filter(
            lambda key: key not in tree.table(home) and (bool(key) or not (moving and tree.note(moving)))
        )
    )
    after = draw(st.none() | st.sampled_from((*tree.table(home), "nobody")))
    if moving is None:
        return Add(home.child(free), draw(values), draw(notes), after)
    if draw(st.booleans()):
        beside = draw(st.none() | st.sampled_from(tuple(tree.table(moving.parent))))
        return Move(moving, moving, beside)
    return Move(moving, home.child(free), after)


_lines = st.sampled_from(("a", "Guests pay", "支払い", "x = 1", "[/]", "a.b:c")) | st.text(
    min_size=1, max_size=6
)
_FITTING: dict[Control, st.SearchStrategy[Value]] = {
    Control.LINE: _lines,
    Control.PROSE: st.lists(_lines, min_size=1, max_size=3).map("\n".join),
    Control.DATE: st.dates(),
    Control.TIME: st.times(),
    Control.NUMBER: st.integers(0, 2**40),
    Control.MEASURED: st.sampled_from((0, 14, 0.5, -3, "~13000", "(blocked)", "soon")) | st.integers(-99, 99),
    Control.YES_NO: st.booleans(),
    Control.LINES: st.lists(_lines, min_size=1, max_size=3).map(tuple),
    Control.REFERENCE: st.sampled_from(("a", "goal:a", "nobody")),
    Control.REFERENCES: st.lists(st.sampled_from(("a", "goal:b", "mission:m")), min_size=1).map(tuple),
}


def fitting(field: FieldDescription) -> st.SearchStrategy[Value]:
    """Values that a person may put into a field, before they are given their shape."""
    return st.sampled_from(field.choices) if field.choices else _FITTING[field.control]


@dataclass(frozen=True)
class Edited:
    """A tree, edits that fit it one after another, and what it is after each of them."""

    tree: Tree
    edits: tuple[Edit, ...]
    after: tuple[Tree, ...]


@st.composite
def edited_trees(draw: st.DrawFn, max_size: int = 6) -> Edited:
    """A tree with a sequence of edits that fit."""
    tree = start = draw(trees)
    made: list[Edit] = []
    seen: list[Tree] = []
    for _ in range(draw(st.integers(1, max_size))):
        edit = draw(edits(tree))
        tree, _ = apply(tree, edit)
        made.append(edit)
        seen.append(tree)
    return Edited(start, tuple(made), tuple(seen))


@st.composite
def broken_plans(draw: st.DrawFn, most: int = 10) -> Tree:
    """A plan whose records name each other in any way: circles, nothing, themselves, the wrong kind, junk."""
    ids = ("a", "b", "c", "d")
    chosen = draw(st.lists(st.tuples(st.sampled_from(HIERARCHY), st.sampled_from(ids)), max_size=most))
    known = [f"{kind}:{id_}" for kind, id_ in chosen] + list(ids)
    junk = ("", ":", "goal:", ":a", "goal:nobody", "target:a", "plan:a", "release:a", "no kind:a", "a:b:c")
    links = st.lists(st.sampled_from((*known, *known, *junk)) | st.integers(), max_size=4).map(tuple)
    held: dict[str, dict[str, Value]] = {}
    for kind, id_ in dict.fromkeys(chosen):
        fields: dict[str, Value] = {"title": f"{kind} {id_}"}
        if KINDS[kind].link:
            fields[KINDS[kind].link] = draw(links | st.sampled_from(("goal:a", 3, Table())))
        held.setdefault(KINDS[kind].table, {})[id_] = Table(fields)
    found: Mapping[str, Value] = {table: Table(records) for table, records in held.items()}
    return Tree({"plan.toml": Table(found)})
