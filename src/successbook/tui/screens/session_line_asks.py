"""What is asked about one line of a session, a key each: an example, its facet, whether it counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from successbook.guides.session_prompts import Prompt, Shape
from successbook.plan.describe import field_named
from successbook.plan.dimensions import DIMENSIONS
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS
from successbook.plan.peek import people, words
from successbook.plan.titles import title_of
from successbook.text import capital
from successbook.tree import Address
from successbook.tui.actions import Action
from successbook.tui.screens.choose import ChooseScreen, Option
from successbook.tui.screens.counting import CountsScreen
from successbook.tui.screens.session_answers import Asking
from successbook.tui.screens.session_body import SessionBody
from successbook.tui.screens.session_keys import FacetKey, LineKey, QuestionKey
from successbook.tui.widgets.wrapping import cut

__all__ = ["AsksOfLines"]

_DETAILS = {"before": "before, now", "direction": "direction, amount", "example": "details"}
"""What the key for details is called, by the first field that it asks for."""
_NEED_LINE = "Put the cursor on a line that you wrote"
_ON_LINES = (
    "line-example",
    "line-facet",
    "line-kind",
    "line-counts",
    "line-also",
    "line-details",
    "line-quote",
    "line-seen",
    "line-remove",
)


class AsksOfLines(SessionBody):
    """A page on which the cursor can be on a line that was said: what more can be said of that line."""

    @property
    def entry(self) -> Address | None:
        """The line under the cursor."""
        return self.key.at if isinstance(self.key, LineKey) else None

    def label_of(self, each: Action) -> str:
        """What this page asks about a line."""
        if each.id == "line-details":
            return _DETAILS.get(next(iter(self.walk.page.details), ""), each.label)
        return super().label_of(each)

    def why_not(self, action_id: str) -> str | None:
        """What is about a line needs one."""
        if action_id in _ON_LINES and self.entry is None:
            return _NEED_LINE
        if action_id == "line-details" and self.walk.page.details == ("example",):
            return "This page asks for nothing more; e asks for an example"
        if action_id == "line-matters" and not self._facet_here():
            return "Put the cursor on a facet"
        return None

    def _facet_here(self) -> str:
        match self.key:
            case FacetKey(title) | QuestionKey(title, _):
                return title
            case LineKey(at):
                return words(self.walk.tree.table(at), "facet")
        return ""

    # One key each

    def _ask_fields(self, *names: str) -> None:
        """Ask for fields of the line, one after another; where there are words to choose from, choose."""
        if self.entry is None or not names:
            return
        entry, first, rest = self.entry, names[0], names[1:]
        field = field_named(KINDS["entry"], first)
        if field is None:
            return
        if field.control is Control.CHOICE:
            self._choose(entry, first, field.question, field.choices, lambda: self._ask_fields(*rest))
            return
        shape: Shape = "day" if field.control is Control.DATE else "words"
        at = entry.child(first)
        hint = "30 may, last fri, -14" if shape == "day" else field.good
        prompt = Prompt(first, field.question, shape, at, hint, past=True)
        then = partial(self._after_field, entry, rest)
        self.ask_for(Asking(prompt, lambda value: self.walk.saying().say(at, value), then))

    def _after_field(self, entry: Address, rest: tuple[str, ...]) -> None:
        self._list.select(LineKey(entry))
        if rest and not self._leaving:
            self.call_after_refresh(self._ask_fields, *rest)

    def _choose(
        self, entry: Address, name: str, asks: str, choices: tuple[str, ...], then: Callable[[], None]
    ) -> None:
        held = words(self.walk.tree.table(entry), name)
        options = [Option(each, each, "as it is now" if each == held else "") for each in choices]

        def chosen(word: str | None) -> None:
            """Write the word, if there is one, and go on to what is asked next."""
            if word is not None:
                self.attempt(lambda: self.do(self.walk.saying().say(entry.child(name), word)))
            self.call_after_refresh(then)

        self.app.push_screen(ChooseScreen(asks, options, self._title(entry)), chosen)

    def _title(self, entry: Address) -> str:
        """The line that something is asked about, which may be covered by what asks."""
        return cut(f'"{title_of(self.walk.tree, entry)}"', 26)

    def do_line_example(self) -> None:
        """The key e."""
        self._ask_fields("example")

    def do_line_details(self) -> None:
        """The key n."""
        self._ask_fields(*self.walk.page.details)

    def do_line_quote(self) -> None:
        """The key i."""
        self._ask_fields("quote", "by")

    def do_line_seen(self) -> None:
        """The key t."""
        self._ask_fields("seen")

    def do_line_kind(self) -> None:
        """The key k."""
        self._ask_fields("kind")

    def do_line_facet(self) -> None:
        """f: the facets of this page first, then those of the other dimensions."""
        entry = self.entry
        if entry is None:
            return
        pages = sorted(
            (page for page in self.walk.guide.pages if page.kind == "lines"),
            key=lambda page: page.name != self.walk.page.name,
        )
        found = {
            f"{page.dimension}|{facet.title}": Option(
                f"{page.dimension}|{facet.title}", facet.title, page.dimension
            )
            for page in pages
            for facet in self.walk.facets(page)
        }
        options = [*found.values(), Option("|", "none yet", "it stays in its dimension")]

        def chosen(key: str | None) -> None:
            """Put the line under the facet."""
            if key is not None:
                dimension, _, facet = key.partition("|")
                self.attempt(lambda: self.do(self.walk.saying().into(entry, dimension, facet)))

        self.app.push_screen(ChooseScreen("Under which facet?", options, self._title(entry)), chosen)

    def do_line_also(self) -> None:
        """The key o."""
        entry = self.entry
        if entry is None:
            return
        table = self.walk.tree.table(entry)
        held = people(table, "also")
        options = [
            Option(name, capital(name), "counts there too; Enter takes it out" if name in held else about)
            for name, about in DIMENSIONS.items()
            if name != words(table, "dimension")
        ]

        def chosen(name: str | None) -> None:
            if name is not None:
                self.attempt(lambda: self.do(self.walk.saying().also(entry, name)))

        self.app.push_screen(
            ChooseScreen("For whom else does it count?", options, self._title(entry)), chosen
        )

    def do_line_counts(self) -> None:
        """d: yes, no, or thinking. That it was asked is kept, whatever is answered."""
        entry = self.entry
        if entry is None:
            return

        def answered(word: str | None) -> None:
            saying = self.walk.saying()
            self.attempt(lambda: self.do(saying.ask_whether_it_counts(entry, word or "")))

        self.app.push_screen(CountsScreen(title_of(self.walk.tree, entry)), answered)

    def do_line_matters(self) -> None:
        """The key m."""
        self.do(self.walk.saying().matter(self._facet_here()))

    def do_line_remove(self) -> None:
        """The key x."""
        if self.entry is not None:
            self.do(self.walk.saying().remove(self.entry))
