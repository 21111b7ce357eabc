"""Beginning a session from the notebook, and going on with one that was stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.dom import DOMNode

from successbook.guides.session_guide import SessionGuide
from successbook.guides.session_reading import SHIPPED, session_guides
from successbook.guides.session_saying import begin_session
from successbook.plan.kinds import NOTEBOOK, PLAN
from successbook.plan.peek import day, words
from successbook.plan.sessions import page_called, sessions_of
from successbook.plan.titles import title_of
from successbook.tree import Address, Tree
from successbook.tui.dispatch import say
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.upward import app_of

if TYPE_CHECKING:
    from successbook.workbook import Workbook

__all__ = ["Sitting"]

_NEW = "a new one"
_HOW = (
    Option("alone", "Alone", "you ask yourself"),
    Option("with a coach", "With a coach", "you type, the coach talks"),
    Option("as a team", "As a team", "one types what the team says, here in your notebook"),
)


def _paused_sessions(tree: Tree) -> list[Address]:
    """The sessions that were stopped and can be gone on with, the latest first."""
    return [at for at in reversed(sessions_of(tree)) if words(tree.table(at), "paused_at")]


class Sitting:
    """Everything that is asked before a session is on the screen.

    Args:
        node: where the key was pressed.
        workbook: the notebook.
        plan: the plan that is open beside it, if there is one.
        after: called with the session when it was left.
    """

    def __init__(
        self, node: DOMNode, workbook: Workbook, plan: Tree | None, after: Callable[[Address], None]
    ) -> None:
        self._node, self._workbook, self._plan, self._after = node, workbook, plan, after
        self._app = app_of(node)
        self._guides, problems = session_guides(self._app.shelf.guides_folder)
        for problem in problems:
            say(node, str(problem), "error")

    def begin(self, session: Address | None = None) -> None:
        """Go on with a session, or begin one; where one was stopped, it is asked which of the two."""
        tree = self._workbook.tree
        if session is not None:
            self.go_on(session)
            return
        paused = _paused_sessions(tree)
        if not paused:
            self._ask_how()
            return
        options = [Option(str(at), title_of(tree, at), self._stopped(at)) for at in paused]
        options.append(Option(_NEW, "A new session", "of today; the others wait"))

        def chosen(key: str | None) -> None:
            """On with the session, or to a new one."""
            if key == _NEW:
                self._ask_how()
            elif key is not None:
                self.go_on(Address.parse(key))

        self._node.app.push_screen(ChooseScreen("Go on with which session?", options), chosen)

    def _stopped(self, at: Address) -> str:
        table = self._workbook.tree.table(at)
        on = day(table, "paused_on")
        when = f", {self._workbook.now.relative(on)}" if on is not None else ""
        return f"stopped at {page_called(words(table, 'paused_at'))}{when}"

    def _ask_how(self) -> None:
        """Alone, with a coach, as a team; a notebook about somebody has said so already."""
        about = words(self._workbook.tree.table(NOTEBOOK), "about")
        known = {"a team": "as a team", "a coachee": "with a coach"}.get(about)
        if known is not None:
            self._ask_guide(known)
            return

        def chosen(how: str | None) -> None:
            if how is not None:
                self._ask_guide(how)

        self._node.app.push_screen(ChooseScreen("How do you hold this session?", _HOW), chosen)

    def _ask_guide(self, how: str) -> None:
        """Which guide; nobody is asked where there is only one."""
        if len(self._guides) == 1:
            self._start(how, next(iter(self._guides.values())))
            return
        options = [
            Option(each.name, each.title, f"{each.minutes} minutes. {each.about}")
            for each in self._guides.values()
        ]

        def chosen(name: str | None) -> None:
            if name is not None:
                self._start(how, self._guides[name])

        self._node.app.push_screen(ChooseScreen("Which guide?", options), chosen)

    def _start(self, how: str, guide: SessionGuide) -> None:
        change, at = begin_session(
            self._workbook.tree,
            self._workbook.now.date,
            guide=guide.name,
            page=guide.pages[0].name,
            together=how,
        )
        self._workbook.do(change)
        self.go_on(at)

    def go_on(self, session: Address) -> None:
        """Open a session at the page on which it was stopped; for a guide that is gone, the usual one."""
        from successbook.tui.screens.session import SessionScreen

        wanted = words(self._workbook.tree.table(session), "guide")
        guide = self._guides.get(wanted)
        if guide is None:
            guide = self._guides[SHIPPED]
            if wanted:
                say(self._node, f'There is no guide "{wanted}" here; this is the usual one', "warning")
        guide = guide.held(words(self._workbook.tree.table(session), "together"))
        plans = self._app.shelf.linked(self._workbook)
        if self._plan is not None and not any(_same(self._plan, each) for each in plans):
            plans = [self._plan, *plans]

        def left(at: Address | None) -> None:
            if at is not None:
                self._after(at)

        self._node.app.push_screen(SessionScreen(self._workbook, session, guide, plans), left)


def _same(one: Tree, other: Tree) -> bool:
    """Whether two trees are the same plan: the open one may be newer than the disk."""
    title = PLAN.child("title")
    return one.get(title) == other.get(title)
