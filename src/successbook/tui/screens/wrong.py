"""What is wrong with the files of a plan, as `check` says it: a line for each, and Enter goes there."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from textual import on
from textual.app import ComposeResult

from successbook.errors import Refused
from successbook.plan.kinds import locate
from successbook.text import counted, one_line
from successbook.tree import Address, Table, Tree
from successbook.tui.dispatch import bindings_for, say
from successbook.tui.screens.overlay import Overlay
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.panel import Panel
from successbook.tui.widgets.rows import Cell, Column, Row, RowList
from successbook.verdicts.dated import quoted

if TYPE_CHECKING:
    from successbook.verdicts.findings import Finding
    from successbook.workbook import Workbook

__all__ = ["WrongScreen"]

_MARKS: Final = {"error": ("✗", "bad"), "warning": ("!", "careful")}


class WrongScreen(Overlay):
    """Shows every finding; its result is where to go, None when it was closed.

    Args:
        workbook: the open plan.
        place: the line to begin at, as `again` gives it on.
    """

    SCOPE = "wrong"
    BINDINGS = bindings_for("wrong")

    def __init__(self, workbook: Workbook, place: Hashable = None) -> None:
        super().__init__(workbook)
        self._place = place
        self._found: Sequence[Finding] = ()
        self._list = RowList(
            columns=(Column(at_least=1, at_most=1), Column(grow=True)),
            mark_away=False,
            empty="Nothing is wrong with these files.\n\nValues that do not fit, references to nothing and "
            "names that say something else than the file would stand here.",
        )

    def compose(self) -> ComposeResult:
        """One list."""
        yield Panel(self._list, question="What is wrong with the files?", classes="over--table")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where one was."""
        super().on_mount()
        self._list.focus()
        if self._place is not None:
            self._list.select(self._place)

    def fill(self) -> None:
        """What is wrong now, file by file."""
        self._found = self.workbook.wrong()
        errors = sum(each.severity == "error" for each in self._found)
        rest = len(self._found) - errors
        counts = [counted(number, word) for number, word in ((errors, "error"), (rest, "warning")) if number]
        self.query_one(Panel).ask("What is wrong with the files?", aside=", ".join(counts))
        self._list.show(list(_rows(self.workbook.tree, self._found)))

    def again(self) -> WrongScreen:
        """The same list, at the same line."""
        return WrongScreen(self.workbook, self._list.cursor_key)

    @on(RowList.Chosen)
    async def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        await self.action_run("go-there")

    def do_go_there(self) -> None:
        """Go to what the line is about."""
        key = self._list.cursor_key
        if not isinstance(key, int):
            return
        at = self._found[key].at
        place = locate(at)
        if place is None or not isinstance(self.workbook.tree.get(place.record), Table):
            raise Refused(f"{at.file} can only be put right outside", remedy="in an editor, or by git")
        self.dismiss(at if len(place.field) == 1 else place.record)

    def do_copy(self) -> None:
        """Copy the list as Markdown."""
        from successbook.sharing.told import told_markdown

        lines = ["What is wrong", *(f"  {each.at}: {each.says}; {each.fix}" for each in self._found)]
        self.app.copy_to_clipboard(told_markdown(lines))
        say(self, "Copied what is wrong as Markdown")


def _rows(tree: Tree, found: Sequence[Finding]) -> Iterator[Row]:
    """A heading for each file, and its findings, each with the record that it is about."""
    file = ""
    for number, each in enumerate(found):
        if each.at.file != file:
            file = each.at.file
            yield Row(("file", file), (Cell(""), Cell(one_line(file), "heading")), selectable=False)
        mark, role = _MARKS[each.severity]
        about = _about(tree, each.at)
        said = (
            Cell(f"{about}: " if about else "", "muted", wrap=True),
            Cell(f"{one_line(each.says)}; ", wrap=True),
            Cell(one_line(each.fix), "muted", wrap=True),
        )
        yield Row(number, (Cell(mark, role), said))


def _about(tree: Tree, at: Address) -> str:
    """The record that something is about; empty for a file as a whole."""
    place = locate(at)
    if place is None or not at.path or not isinstance(tree.get(place.record), Table):
        return one_line(".".join(at.path[:2]))
    return f"{place.kind.label} {quoted(tree, place.record)}"
