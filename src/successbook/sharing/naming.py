"""Which release, round or tester a person or a file means: by id, else by title."""

from __future__ import annotations

from successbook.errors import Refused
from successbook.plan.belonging import id_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS, Kind
from successbook.plan.near import did_you_mean
from successbook.plan.titles import title_of, title_of_table
from successbook.tree import Address, Tree

__all__ = ["find_named", "latest_round", "uat_of"]


def find_named(tree: Tree, kind: Kind, said: str, inside: Address | None = None) -> Address:
    """The record of a kind that is called so; a round also by what stands before a comma, as on our screens.

    Raises:
        Refused: there is none, or several have that title.
    """
    wanted = " ".join(said.split())
    known = {at: id_of(at) for at in records(tree, kind, inside)}
    for at, id_ in known.items():
        if id_ == wanted:
            return at
    titles = {at: title_of_table(kind, tree.table(at)) for at in known}
    same = [at for at, title in titles.items() if title.casefold() == wanted.casefold()]
    if len(same) == 1:
        return same[0]
    if kind.name == "round" and not same:
        short = [
            at for at, title in titles.items() if title.partition(",")[0].casefold() == wanted.casefold()
        ]
        if len(short) == 1:
            return short[0]
    if same:
        raise Refused(f'several {kind.plural} are called "{wanted}"', remedy=f"give the {kind.label}'s id")
    names = [*titles.values(), *known.values()]
    remedy = did_you_mean(wanted, names, f"add the {kind.label} first")
    raise Refused(f'there is no {kind.label} "{wanted}"', remedy=remedy)


def uat_of(tree: Tree, said: str = "") -> Address:
    """The acceptance test of a release that a person names; unnamed, of the only one that can be meant.

    Raises:
        Refused: there is none, or several could be meant.
    """
    if said:
        return KINDS["uat"].at("", find_named(tree, KINDS["release"], said))
    releases = list(records(tree, KINDS["release"]))
    tested = [at for at in releases if tree.has(KINDS["uat"].at("", at))]
    meant = tested if len(tested) == 1 else releases
    if len(meant) == 1:
        return KINDS["uat"].at("", meant[0])
    if not meant:
        raise Refused("there is no release yet, to which an acceptance test belongs", remedy="add one first")
    names = ", ".join(id_of(at) for at in tested or releases)
    raise Refused("there are several releases", remedy=f"say which with --release: {names}")


def latest_round(tree: Tree, uat: Address) -> Address:
    """The round that stands last.

    Raises:
        Refused: there is no round.
    """
    rounds = list(records(tree, KINDS["round"], uat))
    if not rounds:
        raise Refused(
            "there is no round of testing yet", where=title_of(tree, uat), remedy="add a round first"
        )
    return rounds[-1]
