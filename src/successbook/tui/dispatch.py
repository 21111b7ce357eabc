"""How actions reach the keys, the palette and a message when they cannot run.

A screen or widget takes part by naming its scope and writing one method for each action:

    class GoalsScreen(Acts, Screen[None]):
        SCOPE = "goals"
        BINDINGS = bindings_for("goals")

        def do_add(self) -> None: ...
        def why_not(self, action_id: str) -> str | None:
            return "This plan cannot be changed now" if self.read_only else None
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final, Literal, Protocol, runtime_checkable

from textual.actions import SkipAction
from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from successbook.errors import ReadOnly, Refused, SuccessbookError
from successbook.text import capital, one_line
from successbook.tui.actions import Action, in_scope, shown_keys

__all__ = [
    "Acts",
    "Offer",
    "SaysSaved",
    "Tells",
    "bindings_for",
    "forget_said",
    "missing",
    "offers",
    "say",
]

Severity = Literal["information", "warning", "error"]


def bindings_for(scope: str) -> list[BindingType]:
    """The key bindings of a scope, for a class's `BINDINGS`."""
    return [
        Binding(",".join(each.keys), f"run('{each.id}')", each.label, show=False, id=each.id)
        for each in in_scope(scope)
    ]


def say(node: DOMNode, sentence: str, severity: Severity = "information") -> None:
    """Show one line to the person, never as markup, in place of earlier ones; an error joins them.

    A screen that has a line of its own for what is said (`Tells`) says it there, and nothing is covered.
    """
    if severity != "error":
        screen = node if isinstance(node, Screen) else node.app.screen
        if isinstance(screen, Tells):
            screen.tell(sentence)
            return
        node.app.clear_notifications()
    node.app.notify(one_line(sentence), severity=severity, markup=False, timeout=6)


def forget_said(node: DOMNode) -> None:
    """Take away what was said in another room, but no error: that is not about where one is."""
    app = node.app
    for each in list(app._notifications):  # noqa: SLF001  # there is no public way to keep some
        if each.severity != "error":
            app._unnotify(each)  # noqa: SLF001


@runtime_checkable
class Tells(Protocol):
    """A screen with a line of its own for messages."""

    def tell(self, sentence: str) -> None:
        """Say something, until something else is said."""


class SaysSaved:
    """Mixin of a screen over the rooms that says itself that something could not be saved."""


def _node(acts: object) -> DOMNode:
    if isinstance(acts, DOMNode):
        return acts
    raise TypeError(f"{type(acts).__name__} is neither an app, a screen nor a widget")


def _method(action_id: str) -> str:
    return f"do_{action_id.replace('-', '_')}"


class Acts:
    """Mixin for an app, screen or widget that carries out the actions of its `SCOPE`."""

    SCOPE: ClassVar[str] = ""

    def why_not(self, action_id: str) -> str | None:
        """Why the action cannot run now, a whole sentence; None when it can."""
        del action_id
        return None

    def label_of(self, each: Action) -> str:
        """What the footer calls an action here: Enter may keep, take, or begin a new line."""
        return each.label

    def in_key_line(self, each: Action) -> bool:
        """Whether the key line names it here; not where another key that it names does the same."""
        del each
        return True

    async def action_run(self, action_id: str) -> None:
        """Carry out an action, or say why not. A `SuccessbookError` becomes a message.

        Raises:
            SkipAction: nothing here does this action; the key goes on to the next in the chain.
        """
        method = getattr(self, _method(action_id), None)
        if method is None:
            raise SkipAction
        reason = self.why_not(action_id)
        if reason is not None:
            say(_node(self), reason, "warning")
            return
        try:
            result = method()
            if inspect.isawaitable(result):
                await result
        except SuccessbookError as error:
            _tell(_node(self), error)

    def attempt(self, do: Callable[[], None]) -> None:
        """Carry something out that no key asked for directly; a `SuccessbookError` becomes a message."""
        try:
            do()
        except SuccessbookError as error:
            _tell(_node(self), error)


def _tell(node: DOMNode, error: SuccessbookError) -> None:
    """Say an error. What was refused is no worse than what cannot be done here, and is said like it."""
    mild = isinstance(error, Refused) and not isinstance(error, ReadOnly)
    say(node, str(error) if error.where else capital(str(error)), "warning" if mild else "error")


def missing(kind: type[Acts]) -> list[str]:
    """Ids of the actions in this class's scope that it has no method for; a test keeps this empty."""
    return [each.id for each in in_scope(kind.SCOPE) if not hasattr(kind, _method(each.id))]


@dataclass(frozen=True, slots=True)
class Offer:
    """An action as it stands at this moment: who would do it, with which keys, and why not."""

    action: Action
    node: Acts
    keys: tuple[str, ...]
    reason: str | None

    @property
    def label(self) -> str:
        """What it is called here."""
        return self.node.label_of(self.action)

    @property
    def named(self) -> bool:
        """Whether the key line names it."""
        return self.node.in_key_line(self.action)

    @property
    def shown(self) -> str:
        """Its keys as people know them."""
        return shown_keys(self.keys)

    async def run(self) -> None:
        """Carry it out, or say why not."""
        await self.node.action_run(self.action.id)


def _chain(screen: Screen[object]) -> Iterator[DOMNode]:
    start: DOMNode = screen.focused or screen
    for node in start.ancestors_with_self:
        if isinstance(node, App) and screen.is_modal:
            return
        yield node


_CHARACTERS: Final = {"space": " "}
"""Keys that are called otherwise than what they type."""


def offers(screen: Screen[object], wanted: Callable[[Action], object] | None = None) -> list[Offer]:
    """What can be done now, from the focused widget outwards to the app.

    An action whose every key is taken by something nearer is left out, and so is, while somebody types, an
    action whose keys would be typed.

    Args:
        screen: where the person is.
        wanted: which actions to look at; all unless told.
    """
    changed: dict[str, tuple[str, ...]] = getattr(screen.app, "keys_in_use", {})
    found: list[Offer] = []
    taken: dict[str, str] = {}
    focused = screen.focused
    for node in _chain(screen):
        if not isinstance(node, Acts):
            continue
        nearer = dict(taken)
        for each in in_scope(node.SCOPE):
            if not hasattr(node, _method(each.id)):
                continue
            free = [
                key
                for key in changed.get(each.id, each.keys)
                if (key not in nearer or nearer[key] == each.refines != "")
                and not (
                    focused
                    and focused.check_consume_key(key, _CHARACTERS.get(key, key if len(key) == 1 else None))
                )
            ]
            if free and (wanted is None or wanted(each)):
                found.append(Offer(each, node, tuple(free), node.why_not(each.id)))
            taken.update(dict.fromkeys(free, each.id))
    return found
