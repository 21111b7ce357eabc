"""The shelf: where one starts without naming a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from successbook.errors import SuccessbookError
from successbook.shelf import Shelf
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.name import NameScreen, folder_name, is_path
from successbook.tui.upward import app_of
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TitleLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

if TYPE_CHECKING:
    from successbook.plan_cards import PlanCard

__all__ = ["ShelfScreen"]

_COLUMNS = (
    Column(grow=True, at_least=22, at_most=64),
    Column(at_most=40, hide_below=48),
    Column(at_most=34, hide_below=70),
    Column(at_most=24, hide_below=90),
)


_WHOSE = (
    Option("myself", "My own", "what counts as success for me"),
    Option("a coachee", "About a coachee", "a coach's own notes and sessions, on the coach's computer"),
    Option("a team", "A team's", "what the team says in its sessions"),
)


class ShelfScreen(Acts, Screen[None]):
    """The plans in the folder, and those opened lately.

    Args:
        shelf: the shelf.
    """

    SCOPE = "shelf"
    BINDINGS = bindings_for("shelf")

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._plans = RowList(
            columns=_COLUMNS,
            empty="There is no plan here yet.\n\n"
            "n begins one with ten questions, s a session in your notebook, N a notebook about somebody "
            "you coach. d opens a sample.",
        )

    def compose(self) -> ComposeResult:
        """One list, the plans of this folder first."""
        today = self._shelf.now.date
        yield TitleLine("", place=f"{today:%A} {today.day} {today:%B}")
        yield Panel(self._plans, question="Your plans", aside=str(self._shelf.folder))
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill()
        self._plans.focus()

    def on_screen_resume(self) -> None:
        """Something may have changed meanwhile."""
        self._fill()

    def _fill(self) -> None:
        here, lately = self._shelf.here(), self._shelf.lately()
        known = {card.path.resolve() for card in here}
        own = [card for card in self._shelf.own_notebooks() if card.path.resolve() not in known]
        notebooks = [*own, *(card for card in here if card.notebook)]
        rows = [self._row(card) for card in here if not card.notebook]
        if notebooks:
            rows += [Row("gap", (Cell(""),), selectable=False)] if rows else []
            rows.append(Row("notebooks", (Cell("Notebooks", "heading"),), selectable=False))
            rows += [self._row(card) for card in notebooks]
        shown = {card.path.resolve() for card in notebooks}
        lately = [card for card in lately if card.path.resolve() not in shown]
        if lately:
            if rows:
                rows.append(Row("blank", (Cell(""),), selectable=False))
            rows.append(Row("lately", (Cell("Opened lately", "heading"),), selectable=False))
            rows += [self._row(card) for card in lately]
        self._plans.show(rows)

    def _row(self, card: PlanCard) -> Row:
        seen = f"opened {self._shelf.now.relative(card.seen)}" if card.seen else ""
        if card.error:
            return Row(card.path, ((Cell(card.title, "strong"), Cell(f"  {card.error}", "bad")),))
        return Row(
            card.path,
            (
                Cell(card.title, "strong"),
                Cell(card.ships, "accent", shorter=_shorter(card.ships)),
                Cell(card.waits),
                Cell(seen, "muted"),
            ),
        )

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        # By the app: a screen that waits until it has been replaced by another waits for ever.
        self.app.call_later(self.action_run, "open")

    def why_not(self, action_id: str) -> str | None:
        """Nothing can be opened on an empty shelf."""
        if action_id == "open" and self._plans.cursor_row is None:
            return "There is no plan here yet; n begins one"
        return None

    async def do_open(self) -> None:
        """Open the plan under the cursor."""
        key = self._plans.cursor_key
        if isinstance(key, Path):
            await self._open(key)

    async def _open(self, path: Path) -> None:
        try:
            await app_of(self).open_plan(path)
        except SuccessbookError as error:
            say(self, str(error), "error")

    def do_new_plan(self) -> None:
        """Begin a plan: name it, then ten questions."""

        async def begin(said: str | None) -> None:
            """Make the folder, and open the plan in it."""
            if said:
                title = "" if is_path(said) else " ".join(said.split())
                await self._open(self._shelf.new(folder_name(said), title=title))

        question = NameScreen(
            "What is the plan about?", "A folder of that name is made here.", self._shelf.folder
        )
        self.app.push_screen(question, begin)

    def do_open_folder(self) -> None:
        """Open a plan from any folder."""

        async def go(said: str | None) -> None:
            """Open the plan, if there is one."""
            if not said:
                return
            path = (self._shelf.folder / Path(said).expanduser()).absolute()
            if self._shelf.is_plan(path):
                await self._open(path)
            else:
                say(self, f"{path}: there is no plan in it; n begins one", "warning")

        question = NameScreen(
            "Which folder?", "Its path; ~ is your home folder.", self._shelf.folder, there=True
        )
        self.app.push_screen(question, go)

    async def do_session(self) -> None:
        """A session in the notebook under the cursor, else in the person's own."""
        key = self._plans.cursor_key
        cards = [*self._shelf.own_notebooks(), *self._shelf.here(), *self._shelf.lately()]
        here = next((card.path for card in cards if card.notebook and card.path == key), None)
        await self._open(here or self._shelf.begin_notebook())
        screen = app_of(self).plan_screen
        if screen is not None:
            await screen.room.action_run("session")

    def do_new_notebook(self) -> None:
        """A notebook of one's own, about a coachee, or of a team; it lies in one's own data folder."""

        async def about(whose: str | None) -> None:
            """Open one's own notebook, or ask for the name of another."""
            if whose == "myself":
                await self._open(self._shelf.begin_notebook())
            elif whose is not None:
                self._name_notebook(whose)

        self.app.push_screen(ChooseScreen("Whose notebook?", _WHOSE), about)

    def _name_notebook(self, about: str) -> None:
        folder = self._shelf.notebooks_folder
        if folder is None:
            say(self, "There is no home folder for a notebook; set HOME", "warning")
            return

        async def begin(said: str | None) -> None:
            """Make the folder once this dialogue is gone."""
            if said:
                title = " ".join(said.split())
                self.app.call_later(self._begin_notebook, folder / folder_name(said), title, about)

        hint = "It lies in your own data folder, on this computer."
        self.app.push_screen(NameScreen("What is it called?", hint, folder), begin)

    async def _begin_notebook(self, path: Path, title: str, about: str) -> None:
        await self._open(self._shelf.new(str(path), title=title, notebook=about))

    async def do_demo(self) -> None:
        """Look around in a sample plan."""
        await self._open(self._shelf.demo())


def _shorter(text: str) -> tuple[str, ...]:
    """What is left of a text with commas where it has no room: less of it, never a piece of a word."""
    parts = text.split(", ")
    return tuple(", ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1))
