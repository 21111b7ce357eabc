"""Findings about what records say of one another: references, circles, ids that are taken twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from graphlib import CycleError, TopologicalSorter
from typing import Final

from successbook.plan.describe import FieldDescription, references_of
from successbook.plan.hierarchy import HIERARCHY, records, resolve
from successbook.plan.kinds import KINDS, PLAN, READINGS, Kind, locate, parts_of
from successbook.plan.near import did_you_mean, nearest
from successbook.plan.titles import any_of, title_of
from successbook.tree import Address, Table, Tree, Value
from successbook.verdicts.findings import Finding

__all__ = ["of_links"]

_Known = dict[tuple[str, ...], dict[str, str]]
"""How the records are written that fields may name, by the kinds they may be of and by their bare ids."""

_MISSING: Final = "add it, or take the reference away"


def of_links(tree: Tree) -> Iterator[Finding]:
    """What is wrong between the records of a plan."""
    known: _Known = {}
    for kind in KINDS.values():
        for at in records(tree, kind):
            table = tree.table(at)
            for field in references_of(kind.name):
                if field.name in table:
                    yield from _references(tree, at.child(field.name), field, table[field.name], known)
            if "not_known" in table:
                yield from _not_known(kind, at.child("not_known"), table["not_known"])
    yield from _of_readings(tree)
    yield from _circles(tree)
    yield from _same_ids(tree)


def _references(
    tree: Tree, at: Address, field: FieldDescription, value: Value, known: _Known
) -> Iterator[Finding]:
    for said in value if isinstance(value, tuple) else (value,):
        if not isinstance(said, str):
            continue
        found = resolve(tree, said, field.refers_to, at)
        place = locate(found) if found else None
        if place is None:
            yield _broken(tree, at, field, said, known)
        elif place.kind.name not in field.refers_to:
            says = f'"{said}" is {place.kind.a}, which cannot stand here'
            yield Finding("wrong-kind", at, says, f"name {any_of(field.refers_to)}")


def _broken(tree: Tree, at: Address, field: FieldDescription, said: str, known: _Known) -> Finding:
    """A reference to nothing; one that says of which kind it is, is compared with those of that kind."""
    name, colon, id_ = said.partition(":")
    own = bool(colon) and name in field.refers_to
    kinds = (name,) if own else field.refers_to
    if kinds not in known:
        known[kinds] = _namable(tree, kinds, bare=len(field.refers_to) == 1)
    # Only ids are compared: with "initiative:" before them any two are much alike.
    alike = nearest(id_ if colon else said, known[kinds])
    names = " or ".join(KINDS[each].label for each in kinds)
    fix = f'did you mean "{known[kinds][alike]}"?' if alike else _MISSING
    return Finding("broken-reference", at, f'there is no {names} "{id_ if own else said}"', fix)


def _namable(tree: Tree, kinds: tuple[str, ...], *, bare: bool) -> dict[str, str]:
    """How records of some kinds are written in a field, by their ids; the first of an id that two share."""
    found: dict[str, str] = {}
    for name in kinds:
        for at in records(tree, KINDS[name]):
            place = locate(at)
            if place is not None:
                found.setdefault(place.id, place.id if bare else f"{name}:{place.id}")
    return found


def _not_known(kind: Kind, at: Address, value: Value) -> Iterator[Finding]:
    """Names in ``not_known`` are the record's own fields, and the tables of what hangs under it or names it.

    In the plan's own they are the tables of all kinds as well.
    """
    for name in value if isinstance(value, tuple) else ():
        if isinstance(name, str) and not _may_be_unknown(kind, name):
            known = [*kind.record().model_fields, "releases", *(each.table for each in KINDS.values())]
            fix = did_you_mean(name, filter(partial(_may_be_unknown, kind), known), "take the name away")
            yield Finding("broken-reference", at, f'there is no field "{name}" here', fix)


def _may_be_unknown(kind: Kind, name: str) -> bool:
    if name in kind.record().model_fields or any(part.table == name for part in parts_of(kind)):
        return True
    if kind.name == "plan" and name == "releases":
        return True
    tables = (each for each in KINDS.values() if each.table and each.table == name)
    return any(kind.name == "plan" or kind.name in each.under or _names(each, kind) for each in tables)


def _names(kind: Kind, other: Kind) -> bool:
    """Whether records of a kind may name one of another, as tracking names its metrics."""
    return any(other.name in each.refers_to for each in references_of(kind.name))


def _of_readings(tree: Tree) -> Iterator[Finding]:
    metrics = tree.table(PLAN.child("metrics"))
    for group in ("readings", "notes"):
        for key in tree.table(Address(READINGS, (group,))):
            if not isinstance(metrics.get(key), Table):
                fix = did_you_mean(key, metrics, "add it, or take its values away")
                yield Finding(
                    "broken-reference", Address(READINGS, (group, key)), f'there is no metric "{key}"', fix
                )


def _circles(tree: Tree) -> Iterator[Finding]:
    """Every circle once, at its first record."""
    above = _above(tree)
    for circle in _components(above):
        names = " serves ".join(f'"{title_of(tree, at)}"' for at in (*circle, circle[0]))
        place = locate(circle[0])
        link = place.kind.link if place else ""
        says = f"{names}: a circle"
        yield Finding("cycle", circle[0].child(link), says, f'take one of the references out of "{link}"')


def _above(tree: Tree) -> dict[Address, tuple[Address, ...]]:
    """What each record says it serves, itself included if it says so."""
    return {
        at: tuple(
            found
            for said in _said(tree.table(at).get(KINDS[name].link))
            if (found := resolve(tree, said, KINDS[name].under)) is not None
        )
        for name in HIERARCHY
        if KINDS[name].link
        for at in records(tree, KINDS[name])
    }


def _said(value: Value | None) -> tuple[str, ...]:
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, tuple) else ()


def _components(above: dict[Address, tuple[Address, ...]]) -> Iterator[list[Address]]:
    """Circles until every one is met, no record twice; each starts at its first record and goes upwards."""
    order = {at: index for index, at in enumerate(above)}
    left = dict(above)
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            circle = [at for at in error.args[1][:0:-1] if at in order]
            first = min(range(len(circle)), key=lambda index: order[circle[index]])
            yield circle[first:] + circle[:first]
            left = {
                at: tuple(up for up in ups if up not in circle)
                for at, ups in left.items()
                if at not in circle
            }
        else:
            return


def _same_ids(tree: Tree) -> Iterator[Finding]:
    """Ids that two kinds share, where one field may name either."""
    taken: dict[str, list[tuple[str, Address]]] = {}
    for name, kind in KINDS.items():
        for at in () if kind.inside else records(tree, kind):
            place = locate(at)
            if place is None:
                continue
            before = taken.setdefault(place.id, [])
            other, first = next(((other, at) for other, at in before if _mixable(name, other)), ("", at))
            if other:
                says = f'"{place.id}" is also the id of {KINDS[other].label} "{title_of(tree, first)}"'
                yield Finding("same-id", at, says, f'write references to them as "{name}:{place.id}"')
            before.append((name, at))


def _mixable(one: str, other: str) -> bool:
    """Whether some field may name a record of either kind."""
    return any({one, other} <= kinds for kinds in NAMED_TOGETHER)


NAMED_TOGETHER: Final = (
    *dict.fromkeys(frozenset(kind.under) for kind in KINDS.values() if len(kind.under) > 1),
    frozenset({"problem", "goal", "metric", "key_action", "initiative"}),
    frozenset({"metric", "stage", "case", "defect"}),
)
"""The kinds that one field may name: what things hang under, what is spoken for or traced, what is concerned.

Stated here, since reading it from the fields would load every record model; a test compares the two.
"""
