"""Beginning a record: what it will be a part of, what must be chosen first, and how it comes to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from textual.widget import Widget

from successbook.errors import Refused
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.plan.now import Now
from successbook.text import capital
from successbook.tree import Address, Tree, Value

__all__ = ["Beginning", "choose_id", "come_to_be"]

_WHERE: Final = {
    "metric": "2 is where metrics are; a adds one there",
    "round": "A on the acceptance test adds one",
    "tester": "A on the acceptance test adds one",
    "case": "A on the acceptance test adds one",
}


@dataclass(frozen=True, slots=True)
class Beginning:
    """A record that comes to be when its first field is left.

    Attributes:
        kind: its kind.
        inside: the record it will be a part of.
        under: the record it will hang under.
        after: the neighbour it will follow.
        here: whether it began in the record pane, which then goes on to show what it showed.
        fields: what it holds from the start.
    """

    kind: Kind
    inside: Address | None = None
    under: Address | None = None
    after: Address | None = None
    here: bool = False
    fields: Mapping[str, Value] = field(default_factory=dict)


def _name_givers(
    tree: Tree, kind: Kind, inside: Address | None, ids: tuple[str, ...] = ()
) -> list[tuple[str, Address]]:
    """The records that may give the next part of the id of a new record, each with that part.

    A result sheet is called what its round and its tester are; who has one in that round is left out.

    Args:
        tree: the plan.
        kind: the kind of the new record; it has `names`.
        inside: the record it will be a part of.
        ids: the parts chosen before.
    """
    taken = {place.id for at in records(tree, kind, inside) if (place := locate(at)) is not None}
    return _givers(tree, kind, inside, ids, taken)


def _givers(
    tree: Tree, kind: Kind, inside: Address | None, ids: tuple[str, ...], taken: set[str]
) -> list[tuple[str, Address]]:
    giver = KINDS[kind.names[len(ids)]]
    found: list[tuple[str, Address]] = []
    for at in records(tree, giver, giver.holder_near(inside)):
        place = locate(at)
        parts = (*ids, place.id) if place is not None else ids
        last = len(parts) == len(kind.names)
        if "--".join(parts) not in taken if last else _givers(tree, kind, inside, parts, taken):
            found.append((parts[-1], at))
    return found


def choose_id(
    widget: Widget, tree: Tree, kind: Kind, inside: Address | None, then: Callable[[str], None]
) -> None:
    """Ask for the records whose ids make up the id of a new one.

    Args:
        widget: who asks.
        tree: the plan.
        kind: the kind of the new record; it has `names`.
        inside: the record it will be a part of.
        then: told the id.

    Raises:
        Refused: there is nothing to choose from.
    """
    from successbook.tui.screens.find import FindScreen

    def ask(ids: tuple[str, ...]) -> None:
        """Ask for the next of the ids that make up its own."""
        if len(ids) == len(kind.names):
            then("--".join(ids))
            return
        givers = _name_givers(tree, kind, inside, ids)
        giver = KINDS[kind.names[len(ids)]]
        if not givers:
            _refuse(tree, kind, giver, inside)
        parts = {at: part for part, at in givers}

        def chosen(at: Address | None) -> None:
            if at is not None:
                ask((*ids, parts[at]))

        question = f"{capital(kind.label)}: of which {giver.label}?"
        widget.app.push_screen(FindScreen(tree, among=list(parts), question=question), chosen)

    ask(())


def _refuse(tree: Tree, kind: Kind, giver: Kind, inside: Address | None) -> None:
    if any(True for _ in records(tree, giver, giver.holder_near(inside))):
        raise Refused(f"every {giver.label} has its {kind.label} here already")
    raise Refused(f"there is no {giver.label} yet", remedy=_WHERE.get(giver.name, ""))


def come_to_be(draft: Draft, beginning: Beginning, name: str, value: Value | None, now: Now) -> Address:
    """Add the record that was begun, with the first field that was left.

    Raises:
        Refused: it cannot come to be.
    """
    kind = beginning.kind
    title = value if name == "title" and isinstance(value, str) else ""
    fields = {**beginning.fields, **({} if title or value is None else {name: value})}
    id_ = ""
    if kind.name == "session":  # its file is named by its day
        id_ = now.date.isoformat()
        fields["held"] = now.date
        if draft.tree.has(kind.at(id_, beginning.inside)):
            raise Refused("there is a session of today already", remedy="put the cursor on it")
    return draft.add(
        kind,
        title,
        inside=beginning.inside,
        after=beginning.after,
        under=beginning.under if kind.under else None,
        fields=fields,
        id_=id_,
    )
