"""An open plan: the title and tab lines, the rooms, the key line. One room is in front at a time."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from successbook.errors import ChangedOutside
from successbook.plan.belonging import in_notebook
from successbook.plan.kinds import KINDS, NOTEBOOK, PLAN, READINGS
from successbook.saver import SavedState
from successbook.tree import Address, Change
from successbook.tui.dispatch import SaysSaved, say
from successbook.tui.frame import STYLES, Frame
from successbook.tui.heard import heard_here
from successbook.tui.rooms.holders import changed_at
from successbook.tui.rooms.room import Room
from successbook.tui.screens.showing import Shows
from successbook.tui.taking_back import say_done_again, say_taken_back
from successbook.tui.upward import app_of
from successbook.tui.warming import Warming, record_models, rooms, styles
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TabLine, TitleLine
from successbook.tui.wrong_count import WrongCount

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["PlanScreen"]

_REMEDIES = {
    False: "Your changes are kept here; S tries again",
    True: "R takes over what is on the disk, and u then goes back to yours",
}
_KEYS = {False: "S tries again", True: "changed outside: R takes it over"}
"""The same in a few words, which stay in the title line when the message has gone."""
_SOON = 0.05
"""Seconds after the first picture at which what will be needed is made ready, in small pieces."""


class PlanScreen(Shows):
    """The rooms of one open plan.

    Args:
        workbook: the open plan, or a notebook.
        notebook: opens the person's own notebook.
    """

    SCOPE = "plan"
    BLANK = True

    def __init__(self, workbook: Workbook, notebook: Callable[[], Workbook]) -> None:
        super().__init__()
        self.workbook = workbook
        self._open_notebook = notebook
        self._notebook: Workbook | None = workbook if workbook.tree.has(NOTEBOOK) else None
        self._rooms: dict[str, Room] = {}
        self._front = ""
        self._wrong: WrongCount | None = None

    def compose(self) -> ComposeResult:
        """The frame; rooms are built when first visited."""
        yield TitleLine(self.workbook.title)
        yield TabLine()
        yield KeyLine()

    async def on_mount(self) -> None:
        """Listen to the plan and show the first room."""
        self._hear_saved = heard_here(self._show_saved)
        self._unlisten = [self.workbook.listen(self._changed, self._hear_saved)]
        await self.turn_to("reflect" if self.is_notebook else "page")
        self._show_saved(self.workbook.saved)
        self.set_timer(_SOON, self._get_ready)
        for error in self.workbook.unreadable.values():
            say(self, str(error), "error")
        for notice in self.workbook.notices.values():
            say(self, notice, "warning")

    def _get_ready(self) -> None:
        if isinstance(self.app, Frame) and not self.app.is_headless:
            later = styles(self.app.stylesheet, STYLES)
            pieces = chain(rooms(), record_models(self.workbook.tree.files), later)
            self._wrong = WrongCount(self, self.workbook, self.app.is_at_keys)
            Warming(self, self.app.is_at_keys, pieces, self._warmed)

    def _warmed(self) -> None:
        self.workbook.prepare()
        if self._wrong is not None:
            self._wrong.soon()

    def on_unmount(self) -> None:
        """Stop listening, and close the notebook."""
        for leave in self._unlisten:
            leave()
        if self._notebook is not None and self._notebook is not self.workbook:
            self._notebook.close()

    @property
    def is_notebook(self) -> bool:
        """Whether what is open is a notebook and no plan."""
        return self._notebook is self.workbook and not self.workbook.tree.has(PLAN)

    @property
    def ready(self) -> bool:
        """Whether a room is in front."""
        return bool(self._front)

    @property
    def workbooks(self) -> list[Workbook]:
        """What is open: the plan, and the notebook once it was visited."""
        apart = self._notebook is not None and self._notebook is not self.workbook
        return [self.workbook, *([self._notebook] if apart and self._notebook else [])]

    @property
    def active(self) -> Workbook:
        """What the room in front shows: the plan, or the notebook."""
        return self.room.workbook if self._front else self.workbook

    def flush(self) -> None:
        """Wait until everything is on the disk.

        Raises:
            SuccessbookError: something could not be written.
        """
        self.workbook.flush()
        if self._notebook is not None:
            self._notebook.flush()

    def _workbook_of(self, name: str) -> Workbook:
        return self.notebook if name == "reflect" else self.workbook

    @property
    def notebook(self) -> Workbook:
        """The notebook: the one that is open, else the person's own, opened now.

        Raises:
            NotWritten: there is no place for it.
            NotReadable: it cannot be opened.
        """
        if self._notebook is None:
            self._notebook = self._open_notebook()
            self._unlisten.append(self._notebook.listen(self._changed, self._hear_saved))
        return self._notebook

    @property
    def room(self) -> Room:
        """The room in front."""
        return self._rooms[self._front]

    async def turn_to(self, name: str) -> Room:
        """Bring a room to the front."""
        room = self._rooms.get(name)
        if room is None:
            room = self._rooms[name] = _build(name, self._workbook_of(name))
            await self.mount(room, before=self.query_one(KeyLine))
        for each in self._rooms.values():
            each.display = each is room
        if self._front != name:
            self._front = name
            self.query_one(TabLine).turn_to(name)
        room.freshen()
        room.enter()
        return room

    async def go_to(self, at: Address) -> None:
        """Show a record, or a field of it, in the room where it stands."""
        target = _metric_of(at)
        name = _room_of(target)
        if name != self._front:
            await self.turn_to(name)
        self.room.freshen()
        self.room.show(target)

    async def on_room_go_to(self, event: Room.GoTo) -> None:
        """A room asks to show a record, or to ask a question."""
        event.stop()
        if event.at is not None:
            await self.jump_to(event.at)
        else:
            app_of(self).ask_questions(event.kind)

    # The plan changed

    def _changed(self, change: Change) -> None:
        for name, room in self._rooms.items():
            if name == self._front:
                room.refill(change)
            else:
                room.spoil()
        self.query_one(TitleLine).show(self.workbook.title)
        self.query_one(KeyLine).look_again()
        if self._wrong is not None:
            self._wrong.soon()

    def _show_saved(self, state: SavedState) -> None:
        if not self.is_attached:
            return
        remedy = _KEYS[isinstance(state.error, ChangedOutside)]
        self.query_one(TitleLine).show_saved(state, remedy=remedy, locked=_locked(self.workbook))
        if state.kind == "saved" and state.remark:
            say(self, state.remark, "warning")
        if state.kind == "failed":
            if any(isinstance(each, SaysSaved) for each in self.app.screen_stack):
                return  # the screen above says it in its own words
            say(self, f"{state.error}. {_REMEDIES[isinstance(state.error, ChangedOutside)]}", "error")

    async def undo(self) -> None:
        """Take the last change back, and go to where it happened."""
        change = self.active.undo()
        say_taken_back(self, change)
        await self._go_back_to(change)

    async def redo(self) -> None:
        """Do again what was taken back, and go to where it happened."""
        change = self.active.redo()
        say_done_again(self, change)
        await self._go_back_to(change)

    async def _go_back_to(self, change: Change) -> None:
        if self._front == "history":
            return
        places = [_metric_of(place) for place in change.places]
        at = changed_at(self.active.tree, places)
        if at is not None:
            here = self._front in (_room_of(at), "page")
            if not (here and self.room.shows_change(at, change)):
                await self.go_to(at)
        elif places and (name := _room_of(places[0])) != self._front:
            await self.turn_to(name)


def _locked(workbook: Workbook) -> str:
    """What cannot be changed, in a few words: some files, or all of them where nothing may be written."""
    names = list(workbook.unreadable)
    if len(names) > 1:
        return f"{len(names)} files are read only"
    if names:
        return f"{names[0]} is read only"
    return "read only" if workbook.why_not_change(Address("")) else ""


def _build(name: str, workbook: Workbook) -> Room:
    """A room, with its code loaded when it is first entered."""
    where, kind = _ROOMS[name]
    room: type[Room] = getattr(import_module(f"successbook.tui.rooms.{where}"), kind)
    return room(workbook)


_ROOMS = {
    "page": ("page", "PageRoom"),
    "goals": ("goals", "GoalsRoom"),
    "release": ("release", "ReleaseRoom"),
    "uat": ("uat", "UatRoom"),
    "reflect": ("reflect", "ReflectRoom"),
    "history": ("history", "HistoryRoom"),
}


def _metric_of(at: Address) -> Address:
    """For a reading the metric it belongs to, else the address itself."""
    if at.file == READINGS and len(at.path) > 1:
        return KINDS["metric"].at(at.path[1])
    return at


def _room_of(at: Address) -> str:
    """The room in which a record stands, told by its file."""
    if at.file == PLAN.file:
        return "goals"
    if in_notebook(at.file):
        return "reflect"
    parts = at.file.split("/")
    return "release" if parts[-1] == "release.toml" or len(parts) == 1 else "uat"
