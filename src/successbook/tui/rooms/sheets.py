"""Paper and spreadsheets in 4 UAT: sheets for the testers are given out, and taken back."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from successbook.plan.belonging import id_of, release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.recording import new_round
from successbook.plan.titles import title_of
from successbook.text import counted
from successbook.tree import Address, Tree
from successbook.tree.ids import mint
from successbook.tui.dispatch import Acts, say
from successbook.tui.screens.name import NameScreen, folder_name
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from textual.app import App

    from successbook.workbook import Workbook

__all__ = ["Sheets"]

_NEEDS = {
    "tester": "There are no testers yet; A on the acceptance test adds one",
    "case": "There are no cases yet; a adds one",
}


_FIRST = "Round 1"
"""What the first round is called."""
_GIVEN: tuple[tuple[str, Literal["html", "csv"]], ...] = (("handouts", "html"), ("sheets", "csv"))
"""What a tester is given, and as what."""


class Sheets(Acts):
    """The half of the UAT room that gives out sheets and takes them back."""

    workbook: Workbook
    app: App[object]

    @abstractmethod
    def sheets_of(self) -> tuple[Address, str]:
        """The acceptance test that is in front, and the id of the round; an empty one is the latest."""

    def why_not(self, action_id: str) -> str | None:
        """Sheets need somebody to fill them in, and something to try."""
        if action_id not in ("give-sheets", "take-sheets"):
            return super().why_not(action_id)
        tree = self.workbook.tree
        if next(records(tree, KINDS["release"]), None) is None:
            return "There is no release yet; 3 is where releases are, a adds one there"
        if action_id == "give-sheets":
            uat, _ = self.sheets_of()
            missing = (name for name in _NEEDS if next(records(tree, KINDS[name], uat), None) is None)
            return next((_NEEDS[name] for name in missing), None)
        return None

    def do_give_sheets(self) -> None:
        """Write a handout and a result sheet for each tester; of a retest only what it is about.

        Where there is no round yet the sheets begin one, as the first run does.
        """
        from successbook.tui.screens.choose import ChooseScreen, Option
        from successbook.verdicts.retests import to_try_again

        uat, round_ = self.sheets_of()
        tree = self.workbook.tree
        rounds = [KINDS["round"].at(round_, uat)] if round_ else list(records(tree, KINDS["round"], uat))
        testers = [each.key for each in records(tree, KINDS["tester"], uat)]
        again = {each: cases for each in testers if (cases := to_try_again(tree, uat, each))}
        if not rounds or not again:
            self._ask_folder(uat, rounds[-1] if rounds else None, len(testers), retest=False)
            return
        at = rounds[-1]

        def chosen(key: str | None) -> None:
            """On to the folder."""
            if key is not None:
                retest = key == "again"
                self._ask_folder(uat, at, len(again) if retest else len(testers), retest=retest)

        count = len(frozenset().union(*again.values()))
        what = f"{counted(count, 'case')} of {counted(len(again), 'tester')}"
        options = [
            Option("all", "everything", f"Every case, to {counted(len(testers), 'tester')}."),
            Option("again", "to try again", f"What did not pass for them or was repaired: {what}."),
        ]
        self.app.push_screen(ChooseScreen(f"What is given out for {title_of(tree, at)}?", options), chosen)

    def _ask_folder(self, uat: Address, at: Address | None, count: int, *, retest: bool) -> None:
        """Ask for a new folder, and write the files there; without a round the first one begins with them."""
        from successbook.sharing.folders import folder_for_sheets

        tree, plan, who = self.workbook.tree, self.workbook.path, counted(count, "tester")
        title = title_of(tree, at) if at is not None else _FIRST
        beside = folder_for_sheets(plan, at.key if at is not None else mint(_FIRST, ()))

        async def go(said: str | None) -> None:
            """Write the sheets into the folder that was named."""
            if said:
                folder = plan.parent / Path(folder_name(said)).expanduser()
                draft = self.workbook.draft()
                round_ = at.key if at is not None else new_round(draft, uat)
                if await self._give(draft.tree, uat, round_, folder, retest=retest):
                    self.workbook.do(draft.change(f'Begin "{_FIRST}"'))

        question = NameScreen(
            f"Into which folder do the sheets of {who} go?",
            f"For {title}: a handout to print and a result sheet each.",
            plan.parent,
            value=beside.name,
        )
        self.app.push_screen(question, go)

    async def _give(self, tree: Tree, uat: Address, round_: str, folder: Path, *, retest: bool) -> bool:
        """Make the documents and write them, both off the interface's thread: they may be many.

        Returns:
            whether they were written.
        """
        from successbook.errors import SuccessbookError
        from successbook.sharing.documents import Wish, documents
        from successbook.sharing.folders import give_out

        book = self.workbook
        between = app_of(self).shelf.settings.separator
        wishes = [
            Wish(to, "testers", part, _release(uat), round_, separator=between, retest=retest)
            for part, to in _GIVEN
        ]

        def work(title: str = book.title) -> int:
            found = [each for wish in wishes for each in documents(tree, title, book.now, wish)]
            return len(give_out(folder, found, book.path))

        try:
            count = await asyncio.to_thread(work)
        except SuccessbookError as error:
            say(self.app, str(error), "error")
            return False
        say(
            self.app, f"{count} files are in {folder}. B takes the result sheets back when they are filled in"
        )
        return True

    def do_take_sheets(self) -> None:
        """Take result sheets back, or cases from another tool: first a preview of what would come of it."""
        uat, round_ = self.sheets_of()

        async def go(said: str | None) -> None:
            if said:
                await self._take(uat, round_, self.workbook.path.parent / Path(said).expanduser())

        question = NameScreen(
            "Which file comes back? Of a folder all its CSV files are taken.",
            "A result sheet, or cases or results of another tool, as CSV.",
            self.workbook.path.parent,
            there=True,
            what="file or folder",
        )
        self.app.push_screen(question, go)

    async def _take(self, uat: Address, round_: str, path: Path) -> None:
        from successbook.errors import SuccessbookError
        from successbook.sharing.folders import given_from
        from successbook.tui.screens.incoming import IncomingScreen

        try:
            given = await asyncio.to_thread(given_from, path)
            screen = IncomingScreen(self.workbook, app_of(self).shelf, given, _release(uat), round_)
            await asyncio.to_thread(screen.read)
        except SuccessbookError as error:
            say(self.app, str(error), "error")
            return
        self.app.push_screen(screen)


def _release(uat: Address) -> str:
    """The id of the release that an acceptance test belongs to."""
    return id_of(release_of(uat) or uat)
