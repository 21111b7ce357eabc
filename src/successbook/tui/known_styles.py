"""Styles that are worked out once for each place in which a widget may stand."""

# ruff: noqa: SLF001  # all that is asked here again and again, Textual keeps to itself

from __future__ import annotations

from collections.abc import Hashable
from typing import Any
from weakref import WeakKeyDictionary

from textual.app import App
from textual.cache import LRUCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widget import Widget

__all__ = ["Known", "KnownStyles"]

_MANY = 4_000  # places; all screens of a plan together have some hundreds

_SOURCES = 512  # style sheets, of files and of classes of widgets


class Known:
    """What holds in one place: the styles, whether they ask for the mouse, and how a node keeps them."""

    __slots__ = ("hover", "rules", "worn")

    def __init__(self, rules: RulesMap, hover: bool) -> None:
        self.rules = rules
        self.hover = hover
        self.worn: RulesMap | None = None

    def note(self, node: DOMNode) -> None:
        """Keep how a node keeps them that has just been given them, unless they are still on their way."""
        if "transitions" not in self.rules:
            self.worn = node.styles.base.get_rules()


class KnownStyles(Stylesheet):
    """A style sheet that remembers what it worked out until its rules change.

    Textual asks all rules about a widget and each of its parts whenever one is mounted, a screen comes to the
    front or the focus moves: a quarter of its work. The answer follows from what stands above the widget, and
    that is mostly as it was.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._known_of: list[RuleSet] | None = None
        self._known: dict[Hashable, Known] = {}
        self._worn: WeakKeyDictionary[DOMNode, Known] = WeakKeyDictionary()
        self._parse_cache = LRUCache(_SOURCES)

    def reparse(self) -> None:
        """Read the styles that a screen brings along, or all of them when there are other colours.

        Textual reads all in both cases: a tenth of a second.
        """
        self.parse()

    def apply(
        self, node: DOMNode, *, animate: bool = False, cache: dict[tuple[Any, ...], RulesMap] | None = None
    ) -> None:
        """Give a node its styles.

        Args:
            node: a widget, a screen, the app, or a part of a widget that has styles of its own.
            animate: whether what changes may move.
            cache: what Textual remembers during one update; what is remembered here holds more.
        """
        del cache
        rules = self.rules
        if rules is not self._known_of or len(self._known) > _MANY:
            self._known_of = rules
            self._known = self.known_of(rules)
            self._worn.clear()
        place = _place(node)
        known = None if place is None else self._known.get(place)
        if known is not None:
            self._wear(node, known, animate)
            return
        answer: dict[tuple[Any, ...], RulesMap] = {}
        super().apply(node, animate=animate, cache=answer)
        for found in answer.values():  # none, where the place among its siblings counts
            known = self._known[place] = self._worn[node] = Known(found, node._has_hover_style)
            known.note(node)

    def known_of(self, rules: list[RuleSet]) -> dict[Hashable, Known]:
        """What is known of new rules: nothing yet."""
        del rules
        return {}

    def _wear(self, node: DOMNode, known: Known, animate: bool) -> None:
        """Give a node styles that are known; one that has them already keeps them."""
        node._has_hover_style = known.hover
        node._has_focus_within = node._has_order_style = node._has_odd_or_even = False
        if node.styles.base.get_rules() != known.worn:
            self.replace_rules(node, known.rules, animate=animate)
            known.note(node)
        else:
            node.notify_style_update()  # what it shows through may have changed
        if self._worn.get(node) is not known:
            self._process_component_classes(node)
            self._worn[node] = known


def _place(node: DOMNode) -> Hashable | None:
    """All that rules can ask of a node and of those above it, but for its place among its siblings."""
    place: list[Hashable] = []
    above: object = node
    while isinstance(above, DOMNode):
        place += (above.__class__, above._id, frozenset(above._classes))
        if isinstance(above, Widget):
            place += (above.has_focus, above.mouse_hover, above.disabled, above.can_focus)
        elif isinstance(above, App):
            place += (above.app_focus, above.theme, above.native_ansi_color)
            return tuple(place)
        above = above._parent
    return None  # it stands nowhere yet
