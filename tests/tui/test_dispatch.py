"""From a key to an action, to the footer, the palette and the help."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Input

from successbook.errors import Refused
from successbook.tui.actions import Action
from successbook.tui.dispatch import Acts, bindings_for, missing, offers
from successbook.tui.screens.commands import CommandsScreen
from successbook.tui.screens.help import HelpScreen
from successbook.tui.screens.themes import ThemeScreen
from successbook.tui.widgets.editors import Editor, EditorCard
from successbook.tui.widgets.footer import KeyLine
from successbook.tui.widgets.heading import TabLine, TitleLine
from successbook.tui.widgets.rows import Cell, Row, RowList
from tests.tui.stage import Stage, lines, screen


class Goals(Acts, Screen[None]):
    SCOPE = "goals"
    BINDINGS = bindings_for("goals")

    def __init__(self) -> None:
        super().__init__()
        self.did: list[str] = []
        self.adding = ""
        self.refused = "delete"

    def compose(self) -> ComposeResult:
        yield TitleLine("Checkout MVP", place="main · 2 changes", state="saved")
        yield TabLine("goals")
        yield RowList()
        yield Input()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(RowList).show([Row("a", (Cell("A pays"),))])
        self.query_one(RowList).focus()

    def label_of(self, action: Action) -> str:
        return self.adding or action.label if action.id == "add" else super().label_of(action)

    def why_not(self, action_id: str) -> str | None:
        return 'Nothing to delete in "[/]\x1b"' if action_id == self.refused else None

    def do_write(self) -> None:
        self.did.append("write")

    async def do_add(self) -> None:
        self.did.append("add")

    def do_add_below(self) -> None:
        raise Refused("a metric cannot hang under a mission", remedy="choose a goal")

    def do_delete(self) -> None:
        self.did.append("delete")


class App(Stage):
    def on_mount(self) -> None:
        self.undone = 0
        self.push_screen(Goals())

    @property
    def goals(self) -> Goals:
        found = self.screen_stack[1]
        assert isinstance(found, Goals)
        return found

    def do_undo(self) -> None:
        self.undone += 1

    def do_quit(self) -> None:
        self.exit()


async def test_a_key_runs_the_method_of_its_action() -> None:
    app = App()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("a", "u")
        assert (app.goals.did, app.undone) == (["add"], 1)


async def test_what_cannot_be_done_says_why_and_is_not_done() -> None:
    app = App()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("d")
        assert app.said() == ['Nothing to delete in "[/]␛"']
        assert app.goals.did == []
        await pilot.pause(0.2)
        assert "Nothing to delete" in screen(app)


async def test_a_refusal_is_shown_as_its_sentence() -> None:
    app = App()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("A")
        assert app.said() == ["A metric cannot hang under a mission; choose a goal"]
        assert [each.severity for each in app._notifications] == ["warning"]


async def test_a_key_without_a_method_does_nothing() -> None:
    app = App()
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("J", "t", "1")
        assert app.said() == []
    assert "move-down" in missing(Goals)
    assert "add" not in missing(Goals)


@pytest.mark.parametrize("kind", [RowList, HelpScreen, ThemeScreen])
def test_what_we_built_carries_out_its_whole_scope(kind: type[Acts]) -> None:
    assert missing(kind) == []


def test_editor_and_card_carry_out_the_scope_of_writing_together() -> None:
    assert set(missing(Editor)) & set(missing(EditorCard)) == set()


async def test_own_keys_work_and_are_shown_and_the_old_ones_do_not() -> None:
    app = App(keymap={"add": "x", "undo": "ctrl+z,z", "nonsense": "y"})
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "u", "x", "z", "ctrl+z")
        assert (app.goals.did, app.undone) == (["add"], 2)
        assert "x add" in lines(app)[-1]
        assert any('no action is called "nonsense"' in said for said in app.said())


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_footer_is_cut_between_entries_and_always_ends_with_help(width: int) -> None:
    app = App()
    async with app.run_test(size=(width, 20)) as pilot:
        await pilot.pause()
        entries = [entry.strip() for entry in lines(app)[-1].split("   ") if entry.strip()]
        known = {f"{offer.keys[0]} {offer.label}".replace("enter", "Enter") for offer in offers(app.screen)}
        assert set(entries) <= known
        assert "? help" in entries[-2:]
        assert entries[0] == "Enter write"
        assert "d delete" not in entries


async def test_the_footer_says_how_to_quit_however_its_entries_fall() -> None:
    app = App()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        for length in range(40):
            app.goals.adding = "a" * length
            app.goals.query_one(KeyLine).refresh()
            await pilot.pause()
            assert lines(app)[-1].rstrip().endswith("   q quit"), length


async def test_the_footer_is_painted_again_only_if_other_keys_matter() -> None:
    app = App()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        line = app.goals.query_one(KeyLine)
        before = line.render_lines(line.size.region)
        line.look_again()
        assert line.render_lines(line.size.region) is before
        app.goals.adding = "add a goal"
        line.look_again()
        assert "a add a goal" in line.render_lines(line.size.region)[0].text


async def test_a_click_on_the_footer_does_what_the_key_does() -> None:
    app = App()
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        at = lines(app)[-1].index("a add")
        await pilot.click(KeyLine, offset=(at + 2, 0))
        assert app.goals.did == ["add"]


async def test_while_somebody_types_only_keys_that_are_not_typed_are_offered() -> None:
    app = App()
    async with app.run_test(size=(120, 20)) as pilot:
        app.screen.query_one(Input).focus()
        await pilot.pause()
        assert {key for offer in offers(app.screen) for key in offer.keys if len(key) == 1} == set()
        assert "a add" not in lines(app)[-1]
        await pilot.press("a", "u")
        assert (app.goals.did, app.undone) == ([], 0)


async def test_the_palette_lists_actions_with_reasons_and_runs_them() -> None:
    app = App()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        assert isinstance(app.screen, CommandsScreen)
        assert 'not now: Nothing to delete in "[/]␛"' in screen(app)
        assert app.screen.query_one(RowList).rows[-1].key == ("goals", "delete")
        await pilot.press(*"beside")
        await pilot.pause()
        assert "Delete the record" not in screen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen_stack[-1] is app.goals
        assert app.goals.did == ["add"]


async def test_the_palette_says_why_something_is_not_possible_now() -> None:
    app = App()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("colon", *"delete", "enter")
        await pilot.pause()
        assert app.said() == ['Nothing to delete in "[/]␛"']
        assert app.goals.did == []


async def test_in_the_palette_the_arrows_move_while_one_types_and_escape_leaves() -> None:
    app = App()
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.press("colon")
        listing = app.screen.query_one(RowList)
        assert isinstance(app.focused, Input)
        await pilot.press("down", "down", "up")
        assert listing.cursor_row is listing.rows[1]
        await pilot.press(*"qqqqq")
        await pilot.pause()
        assert "Nothing here is called that" in screen(app)
        await pilot.press("enter", "escape")
        assert app.screen is app.goals


async def test_help_lists_what_works_here_first_and_then_every_key() -> None:
    app = App()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        seen = screen(app)
        assert "not now: Nothing to" in seen
        assert seen.index("2 Goals") < seen.index("Everywhere") < seen.index("In every list")
        keys = [row.key for row in app.screen.query_one(RowList).rows]
        assert ("all", "Shelf of plans", "new-plan") in keys


async def test_help_lists_what_can_be_done_before_what_cannot() -> None:
    app = App()
    async with app.run_test(size=(100, 40)) as pilot:
        app.goals.refused = "add"
        offered = [each.action.id for each in offers(app.screen) if each.node.SCOPE == "goals"]
        await pilot.press("question_mark")
        await pilot.pause()
        rows = [row.key for row in app.screen.query_one(RowList).rows]
        shown = [key[1] for key in rows if isinstance(key, tuple) and key[0] == "goals"]
        assert offered.index("add") < len(offered) - 1, "it is no news that the last one stands last"
        assert shown == [each for each in offered if each != "add"] + ["add"]


async def test_the_title_gives_way_and_the_state_stays() -> None:
    app = App()
    async with app.run_test(size=(60, 20)) as pilot:
        title = app.screen.query_one(TitleLine)
        title.show(
            "A very long title of a plan that nobody can read to its end, really",
            state="not saved: disk full",
            role="bad",
        )
        await pilot.pause()
        assert lines(app)[0].endswith("not saved: disk full")
        assert "…" in lines(app)[0]
        tabs = "1 Page  2 Goals  3 Release  4 UAT  5 Reflect  6 History"
        assert lines(app)[1].strip() == tabs
