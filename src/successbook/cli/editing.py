"""Scripted edits: what a person names becomes a draft, the draft a change that goes through the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from successbook.cli.output import talk
from successbook.cli.plans import carry_out, expect_changeable, find_holder, find_record, opened, understood
from successbook.errors import AddressError, Refused, UsageError
from successbook.files.layout import belongs
from successbook.plan.answers import answer, dangling, expect_field, expect_record, is_reading, unit_of
from successbook.plan.describe import field_named
from successbook.plan.drafts import Draft
from successbook.plan.fields import Control
from successbook.plan.hierarchy import resolve
from successbook.plan.kinds import KINDS, NOTEBOOK, Kind, Place, kind_named, locate
from successbook.plan.measured import Ambiguous, measure, show
from successbook.plan.near import did_you_mean
from successbook.plan.now import Now
from successbook.plan.preparing import change_benchmark
from successbook.plan.strange import tables_in
from successbook.plan.titles import title_of
from successbook.plan.wording import worded
from successbook.tree import Address, Remove, Table, Tree, Value
from successbook.verdicts.benchmarks import is_frozen
from successbook.verdicts.findings_links import of_links

__all__ = ["add_record", "remove", "set_value"]

_OWN = ("format", "not_known")


def set_value(
    path: Path, address: str, said: Sequence[str], *, unknown: bool = False, because: str = ""
) -> None:
    """Give the field at an address what was said; nothing said takes the value away.

    A frozen benchmark is changed with a reason, and the value it had is kept beside the new one.

    Raises:
        SuccessbookError: it does not fit, there is no such field, or it cannot be written.
    """
    with opened(path) as book:
        at = Address.parse(understood(address))
        expect_changeable(book, at)
        draft = Draft(book.tree, today=book.now.date)
        if is_frozen(book.tree, at):
            _change_frozen(draft, at, said, because, book.now)
        elif because:
            raise UsageError(
                "only a frozen benchmark keeps a reason", where=str(at), remedy="leave --because"
            )
        elif unknown:
            _dont_know(draft, at)
        else:
            _expect_free(at)
            draft.put(at, _answer(draft.tree, at, said or ("",)))
        name = _name(book.tree, at)
        shown = "not known yet" if unknown else _shown(draft.tree, at, book.now)
        carry_out(book, draft.change(f"Set {name}"), at, f"{name}: {shown}")
        _tell_dangling(draft.tree, at)


def _change_frozen(draft: Draft, at: Address, said: Sequence[str], because: str, now: Now) -> None:
    """Change a frozen benchmark.

    Raises:
        Refused: nobody says why, or no value is given.
    """
    new = _answer(draft.tree, at, said or ("",))
    if new is None:
        raise Refused("a frozen benchmark cannot be emptied", where=str(at), remedy="give another value")
    if not because.strip():
        raise Refused("this benchmark is frozen", where=str(at), remedy='say why: --because "..."')
    change_benchmark(draft, at.parent, new, because, now.date)


def add_record(
    path: Path, kind_word: str, title: str, *, under: str = "", inside: str = "", fields: Sequence[str] = ()
) -> None:
    """Add a record, with all its fields in one change.

    Raises:
        SuccessbookError: something does not fit, or it cannot be written.
    """
    kind, title = kind_named(kind_word), understood(title)
    said = _named_values(kind, fields)
    _expect_addable(kind, title, inside, said)
    with opened(path) as book:
        if not belongs(kind.file.replace("*", "x")) and not book.tree.has(NOTEBOOK):
            raise Refused(f"{kind.a} is kept in a notebook, not in a plan")
        holder = find_holder(book.tree, understood(inside), kind) if kind.inside else None
        parent = find_record(book.tree, understood(under), kind.under) if under else None
        expect_changeable(book, kind.at("new", holder))
        own = _own_id(book.tree, kind, title, holder)
        title, id_ = "" if own else title, own or _day_id(kind, said, book.now)
        trial = Draft(book.tree, today=book.now.date)
        tried = trial.add(kind, title, inside=holder, under=parent, id_=id_)
        values = _tried_values(trial, tried, said)
        draft = Draft(book.tree, today=book.now.date)
        at = draft.add(kind, title, inside=holder, under=parent, id_=id_, fields=values)
        name = f'{kind.label} "{title_of(draft.tree, at)}"'
        carry_out(book, draft.change(f"Add {name}"), at, f"added {name}")
        for field in values:
            _tell_dangling(draft.tree, at.child(field))


def _own_id(tree: Tree, kind: Kind, title: str, holder: Address | None) -> str:
    """The id of a record that is named after others, which its title names; empty for other kinds.

    Raises:
        AddressError: there is no such record.
    """
    if not kind.names:
        return ""
    parts = title.split("--", len(kind.names) - 1)
    for name, id_ in zip_longest(kind.names, parts, fillvalue=""):
        if not id_ or resolve(tree, id_, (name,), holder) is None:
            named_after = "--".join(KINDS[each].label for each in kind.names)
            raise AddressError(
                f'there is no {KINDS[name].label} "{id_}"', remedy=f"give the id of its {named_after}"
            )
    return title


def _day_id(kind: Kind, said: dict[str, list[str]], now: Now) -> str:
    """The id of a session, the day it was held, today unless another one is given; empty for other kinds."""
    if kind.name != "session":
        return ""
    held = said.setdefault("held", [now.date.isoformat()])
    return held[-1].strip()


def remove(path: Path, address: str) -> None:
    """Take what stands at an address away: a record, a value, or a key nobody knows.

    Raises:
        SuccessbookError: there is nothing, it is more than one record, or it cannot be written.
    """
    with opened(path) as book:
        at = Address.parse(understood(address))
        expect_changeable(book, at)
        place = locate(at)
        _expect_removable(book.tree, at, place)
        name = (
            f'{place.kind.label} "{title_of(book.tree, at)}"'
            if place and not place.field
            else _name(book.tree, at)
        )
        draft = Draft(book.tree, today=book.now.date)
        if place is not None and not place.field:
            draft.remove(at)
        elif isinstance(book.tree.get(at), Table):
            draft.edit(Remove(at))
        else:
            draft.put(at, None)
        broken = {(each.at, each.says) for each in of_links(book.tree)}
        carry_out(book, draft.change(f"Remove {name}"), at, f"removed {name}")
        for each in of_links(draft.tree):
            if each.rule == "broken-reference" and (each.at, each.says) not in broken:
                talk(f"note: {each.at}: {each.says} any more")


def _tried_values(trial: Draft, record: Address, said: dict[str, list[str]]) -> dict[str, Value]:
    """The values for what was said of a new record; what its numbers are read by comes first."""
    values: dict[str, Value] = {}
    for name in sorted(said, key=lambda each: each not in ("unit", "kind")):
        value = _answer(trial.tree, record.child(name), said[name])
        if value is not None:
            trial.put(record.child(name), value)
            values[name] = value
    return values


def _answer(tree: Tree, at: Address, said: Sequence[str]) -> Value | None:
    """The value for what was said; a comma that can be read in two ways is refused with what it may mean."""
    try:
        return answer(tree, at, [understood(each) for each in said])
    except Ambiguous as doubt:
        raise Refused(
            doubt.what, where=str(at), remedy="write the number out, with a point for decimals"
        ) from None


def _expect_free(at: Address) -> None:
    if at.key in _OWN and locate(at) is not None:
        raise Refused(
            "successbook keeps this itself", where=str(at), remedy='for "don\'t know yet" use --unknown'
        )


def _dont_know(draft: Draft, at: Address) -> None:
    place = locate(at)
    if place is None or len(place.field) != 1:
        raise AddressError("no field stands here", where=str(at), remedy="name a field of a record")
    _expect_free(at)
    expect_record(draft.tree, place.record, place.kind)
    name = place.field[0]
    tables = [kind.table for kind in KINDS.values() if kind.table and not kind.inside]
    if place.kind.name != "plan" or name not in tables:
        expect_field(place.kind, name)
    draft.dont_know(place.record, name)


def _named_values(kind: Kind, fields: Sequence[str]) -> dict[str, list[str]]:
    """The ``NAME=VALUE`` of the command line by name; a name may come several times."""
    said: dict[str, list[str]] = {}
    for each in fields:
        name, equals, value = each.partition("=")
        if not equals:
            raise UsageError(f'"{each}" gives no value', where="--field", remedy="write it as NAME=VALUE")
        if name in _OWN:
            raise Refused("successbook keeps this itself", where=name)
        expect_field(kind, name)
        said.setdefault(name, []).append(value)
    return said


def _expect_addable(kind: Kind, title: str, inside: str, said: dict[str, list[str]]) -> None:
    if kind.name == "plan":
        raise Refused("a plan is added as a folder", remedy="use successbook new DIR")
    if kind.inside and not inside:
        raise UsageError(f"{kind.a} is a part of {KINDS[kind.inside].a}", remedy="name it with --inside")
    if inside and not kind.inside:
        raise UsageError(
            f"{kind.a} is no part of another record", remedy="use --under, or leave --inside out"
        )
    if title and field_named(kind, "title") is None and not kind.names:
        raise UsageError(f"{kind.a} has no title", remedy="give its fields with --field NAME=VALUE")
    if not title.strip() and not said:
        raise UsageError(f"nothing is said of the {kind.label}", remedy="give a TITLE, or --field NAME=VALUE")


def _expect_removable(tree: Tree, at: Address, place: Place | None) -> None:
    held = tree.get(at)
    if held is None:
        known = tree.table(at.parent) if at.path else tree.files
        raise AddressError(
            "there is nothing here", where=str(at), remedy=did_you_mean(at.key, known, "nothing to do")
        )
    if place is not None and place.kind.name == "plan" and not place.field:
        raise Refused(
            "this is the plan itself", where=str(at), remedy="delete its folder if that is what you mean"
        )
    if (place is None and not is_reading(at)) or (isinstance(held, Table) and _is_holder(at, place)):
        raise Refused("this is more than one record", where=str(at), remedy="remove them one by one")


def _is_holder(at: Address, place: Place | None) -> bool:
    """Whether the records of a kind stand at `at`."""
    return place is not None and len(place.field) == 1 and at.key in tables_in(place.kind)


def _name(tree: Tree, at: Address) -> str:
    """What stands at an address, for a person: ``Baseline of "Seconds to pay"``."""
    if is_reading(at):
        metric = title_of(tree, KINDS["metric"].at(at.path[1]))
        return f'{"reading" if at.path[0] == "readings" else "remark"} of "{metric}" on {at.key}'
    place = locate(at)
    if place is None or not place.field:
        return str(at)
    field = field_named(place.kind, place.field[0])
    if field is not None and field.name == "title":
        return f'title of {place.kind.label} "{title_of(tree, place.record)}"'
    return f'{field.label if field else ".".join(place.field)} of "{title_of(tree, place.record)}"'


def _shown(tree: Tree, at: Address, now: Now) -> str:
    place = locate(at)
    field = field_named(place.kind, place.field[0]) if place and place.field else None
    if tree.get(at) is None:
        return "empty"
    return worded(tree, at, field, now).text if field else show(tree.get(at), unit_of(tree, at))


def _tell_dangling(tree: Tree, at: Address) -> None:
    """Say on stderr what was kept but may not be meant: a reference to nothing, words for a number."""
    place = locate(at)
    field = field_named(place.kind, place.field[0]) if place and place.field else None
    if field is not None and field.control is Control.MEASURED:
        found = measure(tree.get(at))
        if found is not None and found.words is not None:
            talk(f'note: "{found.words}" is kept as words, it is no number')
    for each in dangling(tree, at, field, tree.get(at)) if field else ():
        talk(f'note: there is no "{each}" in this plan yet')
