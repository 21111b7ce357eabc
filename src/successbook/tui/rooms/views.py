"""`v`, the view: the one picture of what is under the cursor, whatever kind of record that is.

A kind of record that has a picture is a line in `_VIEWS`; a part of such a record shows the picture of what
it is a part of. Screens are loaded when they are opened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from textual.screen import Screen

from successbook.plan.kinds import locate
from successbook.plan.moments import read_in
from successbook.plan.now import Now
from successbook.plan.peek import words
from successbook.tree import Address
from successbook.tui.rooms.holders import outwards
from successbook.verdicts.recent import metric_of
from successbook.verdicts.release_state import has_launched, launch_day

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["View", "open_view", "view_of"]


@dataclass(frozen=True, slots=True)
class View:
    """A picture of a record.

    Attributes:
        label: what the footer calls it, one to three words.
        screen: ``module:Class`` of the screen, called with the workbook and the record; its result is where
            to go, or None.
        record: the record it is of.
    """

    label: str
    screen: str
    record: Address


Finds = Callable[["Workbook", Address], View | None]


def view_of(workbook: Workbook, subject: Address) -> View | None:
    """The picture of a record: of itself, of the metric it is about, or of what it is a part of."""
    place = locate(subject)
    for at in outwards(place) if place is not None else ():
        held = locate(at)
        finds = _VIEWS.get(held.kind.name) if held is not None else None
        found = finds(workbook, at) if finds is not None else _chart(workbook, at)
        if found is not None:
            return found
    return None


def open_view(workbook: Workbook, view: View) -> Screen[Address]:
    """The screen of a view, its code loaded now."""
    module, _, name = view.screen.partition(":")
    screen: Screen[Address] = getattr(import_module(module), name)(workbook, view.record)
    return screen


def _chart(workbook: Workbook, at: Address) -> View | None:
    metric = metric_of(workbook.tree, at)
    if metric is None:
        return None
    return View("view chart", "successbook.tui.screens.chart:ChartScreen", metric)


def _release(workbook: Workbook, at: Address) -> View | None:
    """Before the launch: can we ship? From the morning of the launch on, here or there: today."""
    here, tree = workbook.now, workbook.tree
    moment, zone = workbook.moment(), words(tree.table(at), "zone")
    read = read_in(moment.date(), moment.time(), here.zone, zone) if zone and zone != here.zone else None
    there = (read or moment).date()
    is_today = launch_day(tree, at) in (here.date, there)
    if is_today or has_launched(tree, at, Now(max(here.date, there))):
        return View("today", "successbook.tui.screens.launch:LaunchScreen", at)
    return _readiness(workbook, at)


def _readiness(_workbook: Workbook, at: Address) -> View | None:
    return View("ready?", "successbook.tui.screens.ready:ReadyScreen", at)


def _grid(_workbook: Workbook, at: Address) -> View:
    return View("who has heard", "successbook.tui.screens.grid:GridScreen", at)


def _tracking(_workbook: Workbook, at: Address) -> View:
    return View("tracking table", "successbook.tui.screens.tracking:TrackingScreen", at)


def _board(_workbook: Workbook, at: Address) -> View:
    return View("view the board", "successbook.tui.screens.board:BoardScreen", at)


def _unexpected(_workbook: Workbook, at: Address) -> View:
    return View("the unexpected", "successbook.tui.screens.unexpected:UnexpectedScreen", at)


def _readout(_workbook: Workbook, at: Address) -> View:
    return View("read-out", "successbook.tui.screens.readout:ReadoutScreen", at)


_VIEWS: Final[dict[str, Finds]] = {
    "release": _release,
    "stakeholder": _grid,
    "instrument": _tracking,
    "incident": _unexpected,
    "readout": _readout,
    "notebook": _board,
    "session": _board,
    "entry": _board,
}
"""By kind of record what finds its picture; None passes on to what the record is a part of."""
