"""Fields that are chosen, not typed: one of some words, or references to other records."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from successbook.tree import Value
from successbook.tui.actions import Action
from successbook.tui.widgets.editors.base import Editor, Leave
from successbook.tui.widgets.rows import Cell, Column, Row, RowList

__all__ = ["Candidate", "ChoiceEditor", "ReferencesEditor"]

_NOTHING = "(leave empty)"


class _ChoiceList(RowList):
    """A list in which letters go to the next line that begins with them."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters are for choosing here."""
        del key
        return character is not None and character.isprintable() and character != " "

    async def _on_key(self, event: events.Key) -> None:
        if event.character is None or not event.is_printable or event.character == " ":
            return
        event.stop()
        event.prevent_default()
        keys = [row.key for row in self.rows]
        at = keys.index(self.cursor_key) if self.cursor_key in keys else -1
        for row in [*self.rows[at + 1 :], *self.rows[: at + 1]]:
            if str(_label(row)).lower().startswith(event.character.lower()):
                self.select(row.key)
                return


def _label(row: Row) -> str:
    cell = row.cells[0]
    return cell.text if isinstance(cell, Cell) else "".join(part.text for part in cell)


class ChoiceEditor(Editor):
    """One of some words; Enter chooses, letters go there.

    Args:
        value: the word, or a truth value.
        choices: values with the words for them, in order.
        optional: whether it may be left empty.
    """

    def __init__(
        self, value: Value | None, choices: Sequence[tuple[Value, str]], *, optional: bool = True
    ) -> None:
        super().__init__(value)
        self._choices: dict[str, tuple[Value | None, str]] = {
            str(at): (each, label) for at, (each, label) in enumerate(choices)
        }
        if optional:
            self._choices["nothing"] = (None, _NOTHING)
        self._list = _ChoiceList(columns=[Column(grow=True)])
        self.LINES = len(self._choices)
        self.fit(min(self.LINES, 8))

    @classmethod
    def yes_no(cls, value: Value | None) -> ChoiceEditor:
        """Yes or no."""
        return cls(value, [(True, "yes"), (False, "no")])

    def controls(self) -> ComposeResult:
        """The list."""
        yield self._list

    def on_mount(self) -> None:
        """Fill the list; the cursor stands on the value there is."""
        rows = [
            Row(key, (Cell(label, "muted" if value is None else ""),))
            for key, (value, label) in self._choices.items()
        ]
        now = next((key for key, (value, _) in self._choices.items() if value == self.value), None)
        self._list.show(rows, cursor=now if self.value is not None else None)

    def focus_field(self) -> None:
        """The keys go to the list."""
        self._list.focus()

    def stand_on_value(self) -> None:
        """Put the cursor on the value, or on "leave empty": Enter in passing changes nothing."""
        keys = [key for key, (value, _) in self._choices.items() if value == self.value]
        if keys:
            self._list.select(keys[-1])

    def fit(self, lines: int) -> None:
        """So many lines of the list."""
        self._list.styles.height = lines

    def text(self) -> str:
        """The key of the line under the cursor."""
        return "" if self._list.cursor_key is None else str(self._list.cursor_key)

    def read(self, text: str) -> Value | None:
        """The word of that line."""
        return self._choices[text][0] if text in self._choices else None

    def finish(self, leave: Leave) -> bool:
        """Only Enter chooses: looking through the words changes nothing."""
        if leave == "enter":
            return self._leave(self.read(self.text()), "enter")
        if leave == "esc" and self.may_drop is not None:
            return self._dropped()
        return self._leave(self.value, leave)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Stays inside."""
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Enter."""
        event.stop()
        self.finish("enter")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be referred to."""

    key: str
    label: str
    kind: str = ""


class _Filter(Input):
    """The line in which one types to narrow the list down; arrows belong to the list."""

    def __init__(self, steer: Callable[[str], bool]) -> None:
        super().__init__(compact=True, placeholder="type to find", select_on_focus=False)
        self._steer = steer

    async def _on_key(self, event: events.Key) -> None:
        if self._steer(event.key):
            event.stop()
            event.prevent_default()


class ReferencesEditor(Editor):
    """References, found by typing. Enter takes or drops a line; where only one is wanted it leaves.

    Args:
        value: an id, or a tuple of ids in their order.
        candidates: what may be referred to.
        many: whether there may be several.
    """

    LINES = 8

    def __init__(self, value: Value | None, candidates: Sequence[Candidate], *, many: bool) -> None:
        super().__init__(value)
        self.many = many
        ids = value if isinstance(value, tuple) else () if value is None else (value,)
        self.chosen: list[str] = [str(each) for each in ids]
        known = {each.key for each in candidates}
        gone = [Candidate(each, each, "not found") for each in self.chosen if each not in known]
        self._candidates = {each.key: each for each in [*candidates, *gone]}
        self._filter = _Filter(self._steer)
        self._list = RowList(
            columns=[Column(), Column(grow=True), Column(hide_below=34)], empty="Nothing is called that."
        )
        self._list.can_focus = False
        self._list.steered = True
        self.LINES = min(max(1 + len(self._candidates), 4), type(self).LINES)
        self.fit(self.LINES)

    def controls(self) -> ComposeResult:
        """The line to type in, and the list."""
        yield self._filter
        yield self._list

    def on_mount(self) -> None:
        """List everything, what is chosen first."""
        self._fill()

    def focus_field(self) -> None:
        """The keys go to the filter."""
        self._filter.focus()

    def _fill(self) -> None:
        wanted = self._filter.value.strip().lower().split()
        rest = [each for each in self._candidates.values() if each.key not in self.chosen]
        order = [self._candidates[key] for key in self.chosen] + rest
        if wanted:
            order = [
                each for each in order if all(part in f"{each.label} {each.kind}".lower() for part in wanted)
            ]
        self._list.show([self._row(each) for each in order])

    def _row(self, each: Candidate) -> Row:
        taken = each.key in self.chosen
        mark = (f"{self.chosen.index(each.key) + 1}" if self.many else "✓") if taken else ""
        return Row(
            each.key,
            (Cell(mark, "good"), Cell(each.label, "strong" if taken else ""), Cell(each.kind, "muted")),
        )

    def _steer(self, key: str) -> bool:
        moves = {"up": self._list.do_up, "down": self._list.do_down}
        moves |= {"pageup": self._list.do_page_up, "pagedown": self._list.do_page_down}
        if key in moves:
            moves[key]()
            return True
        if key == "backspace" and not self._filter.value and self.chosen and self.many:
            self.chosen.pop()
            self._changed()
            return True
        return False

    def _changed(self) -> None:
        self._fill()
        self.typed()

    def _take(self, key: str) -> None:
        if key in self.chosen:
            self.chosen.remove(key)
        elif self.many:
            self.chosen.append(key)
        else:
            self.chosen = [key]
        self._filter.value = ""
        self._changed()

    def label_of(self, each: Action) -> str:
        """Enter takes a line."""
        return "take" if each.id == "keep" else super().label_of(each)

    def fit(self, lines: int) -> None:
        """One line to type in, the others for the list."""
        self._list.styles.height = max(lines - 1, 1)

    def text(self) -> str:
        """The chosen ids."""
        return json.dumps(self.chosen)

    def read(self, text: str) -> Value | None:
        """One id, or all of them in order."""
        del text
        return (tuple(self.chosen) or None) if self.many else next(iter(self.chosen), None)

    def preview(self, text: str) -> str:
        """What is chosen."""
        del text
        if not self.many:
            return ""
        names = [self._candidates[key].label for key in self.chosen]
        return f"chosen: {', '.join(names)}" if names else "Enter takes a line, Enter again drops it"

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list down."""
        event.stop()
        if self._started is not None:
            self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter takes the line under the cursor."""
        event.stop()
        self._choose()

    def _choose(self) -> None:
        key = self._list.cursor_key
        if key is None:
            return
        was = str(key) in self.chosen
        self._take(str(key))
        if not self.many and not was:
            self.finish("enter")

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Stays inside."""
        event.stop()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """A double click."""
        event.stop()
        self._choose()
