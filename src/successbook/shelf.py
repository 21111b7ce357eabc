"""The shelf: the plans there are, new ones, samples, and what is remembered about a person's choices.

Beside the workbook this is the only other door to files for the interface and the command line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from successbook.errors import NotWritten, Refused, SuccessbookError
from successbook.files.folder import PlanFolder
from successbook.files.layout import is_plan
from successbook.files.own_place import data_folder, shared_repository
from successbook.files.settings import Settings
from successbook.plan.kinds import FORMAT, KINDS, NOTEBOOK, PLAN
from successbook.plan.now import Now
from successbook.plan.peek import people
from successbook.samples import Sample, sample_tree, samples, scratch_copy
from successbook.tree import Table, Tree, Value
from successbook.workbook import Workbook

if TYPE_CHECKING:
    from successbook.plan_cards import PlanCard

__all__ = ["Sample", "Shelf"]

_DEEPEST = 2
_MOST = 60
_SHARED = "shared"
"""Under this name it is remembered that a notebook's owner was told who may read it."""


class Shelf:
    """The plans in and below a folder, those opened lately, and the settings.

    Args:
        folder: where to look for plans, and where new ones go.
        now: the day it is.
        settings: what is remembered.
    """

    def __init__(self, folder: Path, now: Now, settings: Settings) -> None:
        self.folder = folder
        self.now = now
        self.settings = settings

    @classmethod
    def at(cls, folder: Path, now: Now) -> Shelf:
        """The shelf of a folder, with the person's own settings.

        Raises:
            NotReadable: there is no such folder.
        """
        if not folder.is_dir():
            raise Refused(
                "there is no such folder", where=str(folder), remedy=f"successbook new {folder} begins a plan"
            )
        return cls(folder, now, Settings.load())

    @staticmethod
    def is_plan(path: Path) -> bool:
        """Whether a folder holds a plan, or `path` is a plan's file."""
        return path.is_file() or is_plan(path)

    # Plans

    def here(self) -> list[PlanCard]:
        """The plans in and just below the folder, by title."""
        found = [self._card(path) for path in self._plans()]
        return sorted(found, key=lambda card: card.title.casefold())

    def lately(self) -> list[PlanCard]:
        """The plans opened lately that lie elsewhere, the latest first."""
        here = {path.resolve() for path in self._plans()}
        recent = [Path(entry.path) for entry in self.settings.recent]
        return [self._card(path) for path in recent if self.is_plan(path) and path.resolve() not in here]

    def _plans(self) -> list[Path]:
        found: list[Path] = []
        todo = [(self.folder, 0)]
        while todo and len(found) < _MOST:
            folder, depth = todo.pop(0)
            if self.is_plan(folder):
                found.append(folder)
            elif depth < _DEEPEST:
                todo += [(each, depth + 1) for each in _folders(folder)]
        return found

    def _card(self, path: Path) -> PlanCard:
        from successbook.plan_cards import card_of  # an open plan needs no card

        put_off = self.put_off(path, self.now.date)
        return card_of(path, self.now, seen=self.settings.seen(path), put_off=put_off)

    @property
    def notebooks_folder(self) -> Path | None:
        """Where notebooks about others lie, in the person's data folder; None without a home."""
        folder = data_folder()
        return folder / "notebooks" if folder is not None else None

    def own_notebooks(self) -> list[PlanCard]:
        """The notebooks in the person's data folder: their own first, then those about others."""
        folder, others = data_folder(), self.notebooks_folder
        found = [folder / "notebook"] if folder is not None else []
        found += _folders(others) if others is not None else []
        return [self._card(path) for path in found if (path / "notebook.toml").exists()]

    def begin_notebook(self) -> Path:
        """Let the person's own notebook be there, with the one file by which it is known as one.

        Raises:
            NotWritten: there is no place for it.
            NotReadable: it cannot be opened.
        """
        workbook = self.notebook()
        if not workbook.tree.has(NOTEBOOK):
            draft = workbook.draft()
            draft.add(KINDS["notebook"], fields={"about": "myself"})
            workbook.do(draft.change("Begin a notebook"))
            workbook.flush()
        workbook.close()
        return workbook.path

    def open(self, path: Path) -> Workbook:
        """Open a plan and remember that it was opened; of a notebook only where it lies, not what is in it.

        Raises:
            NotReadable: it cannot be opened.
        """
        workbook = Workbook.open(path, self.now)
        own = workbook.tree.has(NOTEBOOK) and not workbook.tree.has(PLAN)
        title = workbook.path.name if own else workbook.title
        self.settings.opened(workbook.path, title, self.now.date)
        return workbook

    def forget(self, path: Path) -> None:
        """Remember nothing of a plan or notebook any more: not that it was opened, not where one stopped."""
        self.settings.forget(path)

    def warn_of_sharing(self, workbook: Workbook) -> str:
        """A sentence, told once, about a notebook in a repository that others read; else empty."""
        if not workbook.tree.has(NOTEBOOK) or self.settings.position(workbook.path, _SHARED):
            return ""
        repository = self.repository_of(workbook)
        if not repository:
            return ""
        self.settings.keep_position(workbook.path, _SHARED, "told")
        return (
            f"This notebook lies in the repository {repository}: whoever reads that can read it. "
            "A folder outside of it keeps it to yourself"
        )

    def repository_of(self, notebook: Workbook) -> str:
        """The name of the repository in which others can read a notebook; empty for one kept to oneself."""
        found = shared_repository(notebook.path)
        return found.name if found is not None else ""

    def notebook(self) -> Workbook:
        """The person's own notebook; it lies in their data folder, not in a plan.

        Raises:
            NotWritten: there is no place for it.
            NotReadable: it cannot be opened.
        """
        folder = data_folder()
        if folder is None:
            raise NotWritten(
                "there is no home folder for your notebook", path=Path("notebook"), remedy="set HOME"
            )
        path = folder / "notebook"
        try:
            path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            what = f"the folder cannot be made: {error.strerror}"
            raise NotWritten(what, path=path, cause=error) from error
        return Workbook.open(path, self.now)

    def new(self, name: str, *, title: str = "", template: str = "", notebook: str = "") -> Path:
        """Make the folder of a new plan, or notebook, with the one file by which it is known.

        Args:
            name: the folder, relative to the shelf's.
            title: what the plan is called; empty leaves that open.
            template: a sample to begin with, without its date; empty for an empty plan.
            notebook: whom a notebook is about (``myself``, ``a coachee``, ``a team``); empty for a plan.

        Raises:
            Refused: the folder has something already.
            NotWritten: it cannot be made.
        """
        path = (self.folder / Path(name).expanduser()).absolute()
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise Refused("there is something already", where=str(path), remedy="choose another name")
        head: dict[str, Value] = {"format": FORMAT, "title": title} if title else {"format": FORMAT}
        if notebook:
            head["about"] = notebook
        file = "notebook.toml" if notebook else "plan.toml"
        tree = sample_tree(template, self.now.date) if template else Tree({file: Table(head)})
        try:
            path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NotWritten(
                f"the folder cannot be made: {error.strerror}", path=path, cause=error
            ) from error
        PlanFolder.open(path).write_tree(tree)
        return path

    # Samples

    @staticmethod
    def samples() -> list[Sample]:
        """The plans that come with successbook, the one to open by default first."""
        return samples()

    def demo(self, name: str = "") -> Path:
        """A sample in a scratch copy, its dates moved to these weeks.

        Raises:
            Refused: there is no such sample.
        """
        return scratch_copy(name, self.now.date)

    # What a notebook looks at

    def linked(self, notebook: Workbook) -> list[Tree]:
        """The plans that a notebook looks at, as they are on the disk now; what cannot be read is left out.

        Their paths are told from the notebook's own folder.
        """
        found = []
        for said in people(notebook.tree.table(NOTEBOOK), "plans"):
            try:
                found.append(PlanFolder.open((notebook.path / Path(said).expanduser()).absolute()).tree)
            except (SuccessbookError, OSError, RuntimeError, ValueError):
                continue  # it is elsewhere today, and a session needs no plan
        return found

    @property
    def guides_folder(self) -> Path | None:
        """The person's own guides."""
        return self.settings.guides_folder

    # What is remembered

    @property
    def themes_folder(self) -> Path | None:
        """The person's own themes."""
        return self.settings.themes_folder

    def remember_theme(self, name: str) -> None:
        """Use this theme from now on.

        Raises:
            SettingsError: the settings cannot be written.
        """
        self.settings.keep_theme(name)

    def position(self, plan: Path, guide: str) -> str:
        """The step of a guide at which somebody stopped; empty when there is none."""
        return self.settings.position(plan, guide)

    def remember_position(self, plan: Path, guide: str, step: str) -> None:
        """Keep the step of a guide at which somebody stops."""
        self.settings.keep_position(plan, guide, step)

    def put_off(self, plan: Path, today: dt.date) -> frozenset[str]:
        """What of a plan's questions and findings is put off on a day, by `verdicts.page.Need.id`."""
        return frozenset(name for name, day in self.settings.put_off(plan).items() if day > today)

    def keep_put_off(self, plan: Path, until: Mapping[str, dt.date | None], today: dt.date) -> None:
        """Put off questions and findings until a day, or show them again with None."""
        self.settings.keep_put_off(plan, until, today)


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    except OSError:
        return []
