"""An open plan: the tree, its undo, its files and its clock. The only door to a plan for the interface.

A change goes in through `Workbook.do`; listeners hear of it at once, and the disk follows within a second.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from successbook.clock import now as clock_now
from successbook.clock import time_of_day
from successbook.errors import FileError, ReadOnly, Refused
from successbook.files.folder import PlanFolder
from successbook.plan.kinds import NOTEBOOK, PLAN, locate
from successbook.plan.lost import lost_files, with_lost_files, without_empty
from successbook.plan.now import Now
from successbook.saver import SavedState, Saver
from successbook.tree import Address, Change, Done, History, Table, Tree, catching_up

if TYPE_CHECKING:
    from successbook.plan.drafts import Draft
    from successbook.plan.records import Record, Views
    from successbook.verdicts.findings import Finding

__all__ = ["Workbook"]

Heard = TypeVar("Heard")
Unlisten = Callable[[], None]


class Workbook:
    """A plan that is open.

    Args:
        folder: its files.
        now: the day it is.

    Attributes:
        tree: the plan as it is now; never changed in place.
        now: the day it is.
        history: the changes of this sitting.
    """

    def __init__(self, folder: PlanFolder, now: Now) -> None:
        self.tree: Tree = with_lost_files(folder.tree)
        self.now = now
        self._opened = clock_now().date
        self.history = History()
        self._folder = folder
        self._views: Views | None = None
        self._changed: list[Callable[[Change], None]] = []
        self._told: list[Callable[[SavedState], None]] = []
        self._lost = lost_files(folder.tree.files)
        self._saver = Saver(folder.write_tree, self._tell)

    @classmethod
    def open(cls, path: Path, now: Now) -> Workbook:
        """Open the plan in the folder `path`.

        Raises:
            NotReadable: there is no folder that can be read.
        """
        return cls(PlanFolder.open(path), now)

    @property
    def path(self) -> Path:
        """The plan's folder."""
        return self._folder.path

    @property
    def title(self) -> str:
        """What the plan is called: its title, else the name of its folder."""
        titles = (self.tree.get(at.child("title")) for at in (PLAN, NOTEBOOK))
        return next((each for each in titles if isinstance(each, str) and each.strip()), self.path.name)

    @property
    def unreadable(self) -> dict[str, FileError]:
        """The files that could not be read whole, with the reason; they are never rewritten."""
        return dict(self._folder.unreadable)

    @property
    def notices(self) -> dict[str, str]:
        """Sentences about files that were read but look wrong."""
        return dict(self._folder.notices)

    @property
    def saved(self) -> SavedState:
        """How what is in memory relates to the disk."""
        return self._saver.state

    def wrong(self) -> list[Finding]:
        """What `check` finds in the plan as it is in memory, file by file."""
        from successbook.files.wrong import wrong_with

        found = wrong_with(self._folder, without_empty(self.tree, self._lost))
        return sorted(found, key=lambda each: each.at.file)

    def why_not_change(self, at: Address) -> str | None:
        """Why what stands at `at` cannot be changed now, or None when it can."""
        if self._folder.read_only:
            return self._folder.read_only
        error = self._folder.unreadable.get(at.file)
        return str(error) if error else None

    def record(self, at: Address) -> Record | None:
        """The record at `at` as a strict view, kept while it is unchanged; None if there is none."""
        from successbook.plan.records import Views

        place, table = locate(at), self.tree.get(at)
        if place is None or place.field or not isinstance(table, Table):
            return None
        self._views = self._views or Views()
        return self._views.of(place.kind.record(), table)

    def moment(self) -> dt.datetime:
        """The day and the time to the minute, in the zone of `now`; past midnight `now` goes on too."""
        passed = clock_now().date - self._opened
        if passed:
            self._opened += passed
            self.now = Now(self.now.date + passed, self.now.zone)
        return dt.datetime.combine(self.now.date, time_of_day())

    def draft(self) -> Draft:
        """A draft of edits to the plan as it is now."""
        # Here, so that the record models load with the first edit and not at the start.
        from successbook.plan.drafts import Draft

        return Draft(self.tree, today=self.now.date)

    def do(self, change: Change) -> None:
        """Carry out a change; the disk follows by itself.

        Raises:
            ReadOnly: a file it touches cannot be changed now.
            AddressError, Refused: it does not fit; nothing has changed.
        """
        if change:
            self._expect_writable(change)
            self._become(self.history.do(self.tree, change), change)

    def undo(self) -> Change:
        """Take the last change back; the change that did so, whose places say where it happened.

        Raises:
            Refused: there is nothing to undo.
        """
        tree, change = self.history.undo(self.tree)
        self._become(tree, change)
        return change

    def redo(self) -> Change:
        """Do again what was undone last.

        Raises:
            Refused: nothing was undone since the last change.
        """
        tree, change = self.history.redo(self.tree)
        self._become(tree, change)
        return change

    def undo_one(self, which: Done) -> Change:
        """Take back one change from the middle, as a change of its own.

        Raises:
            Refused: what came later stands in its way.
        """
        tree, change = self.history.undo_one(self.tree, which)
        self._become(tree, change)
        return change

    def erase(self, change: Change) -> None:
        """Carry out a change that nobody can take back; it is on the disk when this returns.

        The undo of this sitting is forgotten, for its changes hold what was erased. Temporary files and
        emptied folders go too.

        Raises:
            ReadOnly: a file it touches cannot be changed now.
            SuccessbookError: it could not be written; it is gone from memory, and on the disk still.
        """
        self._expect_writable(change)
        tree = History().do(self.tree, change)
        self.history.forget()
        self._views = None
        self._become(tree, change)
        self.flush()
        self._folder.tidy()

    @property
    def in_repository(self) -> bool:
        """Whether git may hold older versions of it."""
        from successbook.files.own_place import repository_of

        return repository_of(self.path) is not None

    def listen(
        self,
        changed: Callable[[Change], None] | None = None,
        saved: Callable[[SavedState], None] | None = None,
    ) -> Unlisten:
        """Hear of every change (in the thread that made it) and of every saved state (from any thread).

        Returns:
            a function that ends the listening.
        """
        pairs: list[Unlisten] = []
        if changed is not None:
            pairs.append(_join(self._changed, changed))
        if saved is not None:
            pairs.append(_join(self._told, saved))

        def unlisten() -> None:
            for leave in pairs:
                leave()

        return unlisten

    def flush(self) -> None:
        """Wait until what is in memory is on the disk.

        Raises:
            SuccessbookError: it could not be written; memory is kept.
        """
        state = self._saver.flush()
        if state.error is not None:
            raise state.error

    def prepare(self) -> None:
        """Make the first write as quick as all later ones; call it in a quiet moment."""
        self._saver.prepare(self._folder.prepare)

    def save_again(self) -> None:
        """Try again to write what could not be written."""
        self._saver.hand(without_empty(self.tree, self._lost))

    def take_from_disk(self) -> Change:
        """Take over what is on the disk now, as one change that can be undone.

        Raises:
            NotReadable: the folder cannot be read any more.
            Refused: the disk has nothing new.
        """
        self._saver.flush()
        found = PlanFolder.open(self.path)
        theirs = with_lost_files(found.tree)
        change = catching_up("Take over what is on the disk", self.tree, theirs, but=found.unreadable)
        if not change:
            raise Refused("the files are as you have them here")
        self._folder = found
        self._lost = lost_files(found.tree.files)
        self._saver.close()
        self._saver = Saver(found.write_tree, self._tell)
        self._become(self.history.do(self.tree, change), change)
        return change

    def write_page(self, path: Path, text: str) -> Path:
        """Write a page for others to a new file; where it is.

        Args:
            path: as the person named it; relative to the folder beside the plan.
            text: what others will read.

        Raises:
            Refused: there is something already, or it is a place of the plan itself.
            NotWritten: it cannot be written.
        """
        from successbook.files.handing_out import write_document

        place = (self.path.parent / path.expanduser()).absolute()
        write_document(place, text.encode(), plan=self.path)
        return place

    def close(self) -> SavedState:
        """Write what waits, and let go."""
        return self._saver.close()

    def _become(self, tree: Tree, change: Change) -> None:
        self.tree = tree
        self._saver.hand(without_empty(tree, self._lost))
        for listener in tuple(self._changed):
            listener(change)

    def _expect_writable(self, change: Change) -> None:
        for place in change.places:
            reason = self.why_not_change(place)
            if reason:
                raise ReadOnly(reason)

    def _tell(self, state: SavedState) -> None:
        for listener in tuple(self._told):
            listener(state)


def _join(listeners: list[Heard], listener: Heard) -> Unlisten:
    listeners.append(listener)
    return lambda: listeners.remove(listener) if listener in listeners else None
