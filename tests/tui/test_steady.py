"""Lines that are kept until something of them changes."""

from textual.app import App, ComposeResult
from textual.content import Content

from successbook.tui.widgets.painting import SheetView
from successbook.tui.widgets.rows import Cell, Row, RowList
from successbook.tui.widgets.steady import Steady


class _Line(Steady):
    DEFAULT_CSS = "_Line { height: 1; }"
    text, drawn = "one", 0

    def render(self) -> Content:
        self.drawn += 1
        return Content(self.text)


class _Beside(App[None]):
    def compose(self) -> ComposeResult:
        yield _Line()
        yield RowList()


def _first_word(widget: Steady | SheetView) -> str:
    return widget.render_lines(widget.size.region)[0].text.split()[0]


async def test_a_steady_widget_is_drawn_once_until_it_is_refreshed() -> None:
    async with _Beside().run_test() as pilot:
        line = pilot.app.query_one(_Line)
        assert _first_word(line) == "one"
        drawn, line.text = line.drawn, "two"
        assert _first_word(line) == "one"
        assert line.drawn == drawn
        line.refresh()
        assert _first_word(line) == "two"


async def test_a_steady_widget_is_drawn_again_in_another_size() -> None:
    async with _Beside().run_test(size=(40, 10)) as pilot:
        line = pilot.app.query_one(_Line)
        assert _first_word(line) == "one"
        line.text = "two"
        await pilot.resize_terminal(50, 10)
        assert _first_word(line) == "two"
        assert line.render_lines(line.size.region)[0].cell_length == 50


async def test_of_a_list_the_lines_that_differ_are_drawn_again_and_no_others() -> None:
    async with _Beside().run_test() as pilot:
        rows = pilot.app.query_one(RowList)
        rows.show([Row(at, (Cell(word),)) for at, word in enumerate(("one", "two", "three"))])
        await pilot.pause()
        before = rows.render_lines(rows.size.region)
        rows.show([Row(at, (Cell(word),)) for at, word in enumerate(("one", "other", "three"))])
        after = rows.render_lines(rows.size.region)
        assert [line.text.strip(" ▌") for line in after[:3]] == ["one", "other", "three"]
        assert [old is new for old, new in zip(before, after, strict=True)] == [
            at != 1 for at in range(len(after))
        ]
