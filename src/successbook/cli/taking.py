"""The takeaway of a session on the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from successbook.cli.output import data, talk
from successbook.cli.plans import opened, own_facets, understood
from successbook.errors import AddressError, Refused
from successbook.files.handing_out import write_document
from successbook.plan.belonging import id_of
from successbook.plan.near import did_you_mean
from successbook.plan.sessions import sessions_of
from successbook.plan.titles import title_of
from successbook.sharing.takeaway import Pickable, pickables, taken
from successbook.sharing.taken_page import page_html, page_text
from successbook.tree import Address, Tree

__all__ = ["take"]


def take(path: Path, session: str, picks: Sequence[str], to: str, out: Path | None, *, over: bool) -> None:
    """Print or write the page of what was picked; without a pick print what could be.

    Raises:
        SuccessbookError: there is no such session or line, or the file cannot be written.
    """
    with opened(path) as book:
        at = _session(book.tree, understood(session))
        found = pickables(book.tree, at, book.now)
        if not picks:
            for each in found:
                data(f"{each.at}  {each.label}: {each.text}" if each.label else f"{each.at}  {each.text}")
            talk("nothing is picked; name each line that goes along with --pick")
            return
        picked = {_picked(found, understood(each)) for each in picks}
        page = taken(book.tree, at, picked, book.now, own_facets()(book.tree.table(at)))
        text = page_html(page) if to == "html" else page_text(page)
        if out is None:
            data(text.removesuffix("\n"))
            return
        write_document(out, text.encode(), plan=book.path, over=over)
        data(str(out))


def _session(tree: Tree, said: str) -> Address:
    sessions = sessions_of(tree)
    if not sessions:
        raise Refused("there is no session in this notebook yet", remedy="begin one in the app with 5")
    if not said:
        return sessions[-1]
    days = {id_of(at): at for at in sessions}
    found = days.get(said) or next((at for at in sessions if said in (str(at), title_of(tree, at))), None)
    if found is None:
        remedy = did_you_mean(said, days, f"one of {', '.join(days)}")
        raise AddressError(f'there is no session "{said}"', where="--session", remedy=remedy)
    return found


def _picked(found: Sequence[Pickable], said: str) -> Address:
    at = Address.parse(said)
    names = [each.at for each in found]
    if at in names:
        return at
    if at.child("title") in names:
        return at.child("title")
    raise AddressError(
        "there is nothing to pick here", where=said, remedy="leave --pick out to see what there is"
    )
