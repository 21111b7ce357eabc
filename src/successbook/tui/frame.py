"""What every screen stands on: themes, keys, styles and the safety filter, as a base for the app."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import monotonic

from textual import events
from textual.app import App
from textual.filter import LineFilter, NoColor

from successbook.errors import SettingsError
from successbook.tui.actions import action, shown_key
from successbook.tui.dispatch import Acts, bindings_for, say
from successbook.tui.keymap import read_keymap
from successbook.tui.known_styles import KnownStyles
from successbook.tui.palettes import DEFAULT, Palette, find_palette
from successbook.tui.safety import ControlFilter
from successbook.tui.theme_watch import ThemeWatch
from successbook.tui.themes import theme_of, variable_defaults
from successbook.tui.typed_ahead import TypedAhead

__all__ = ["NARROW", "STYLES", "Frame"]

STYLES = Path(__file__).parent / "styles"
"""The style sheets."""
_TERMINALS_OWN = "ansi-16"
_TRACEBACK = "SUCCESSBOOK_TRACEBACK"
_MOMENT = 0.25  # seconds after a key in which another one is to be expected
_GLANCE = 1.0  # seconds between two looks at the file of one's own theme
NARROW = 100
"""Below this many columns two panes become two pages."""


class Frame(Acts, App[None]):
    """The app without its screens.

    Args:
        theme_name: the theme the person chose last.
        themes_folder: their own themes.
        keymap: their own keys, as in the settings.
        remember_theme: called with the name of a theme that was kept.
    """

    SCOPE = "everywhere"
    BINDINGS = bindings_for("everywhere")
    CSS_PATH = [
        STYLES / f"{name}.tcss"
        for name in ("frame", "rows", "editors", "rooms", "board", "pictures", "launch")
    ]
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    TITLE = "successbook"
    keys_in_use: Mapping[str, tuple[str, ...]]

    def __init__(
        self,
        *,
        theme_name: str = DEFAULT,
        themes_folder: Path | None = None,
        keymap: Mapping[str, object] | None = None,
        remember_theme: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self.stylesheet = KnownStyles()
        self.themes_folder = themes_folder
        self._remember_theme = remember_theme
        self._control_filter = ControlFilter()
        self._no_color_filter = NoColor()
        self._first_problems: list[SettingsError] = []
        self._theme_watch = ThemeWatch(themes_folder)
        self._last_key = 0.0
        self._typed_ahead = TypedAhead(self, super().on_event)
        usable, problems = read_keymap(keymap or {})
        self.keys_in_use = usable
        self._first_problems.extend(problems)
        self.set_keymap({action_id: ",".join(keys) for action_id, keys in usable.items()})
        if self.no_color or self.console.color_system == "standard":
            theme_name = _TERMINALS_OWN  # our shades of paper would all become the same black
        try:
            self._dress(find_palette(theme_name, themes_folder))
        except SettingsError as error:
            self._first_problems.append(error)
            self._dress(find_palette(DEFAULT))

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names for colours, so that styles can be read before a theme is chosen."""
        return variable_defaults()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line passes on its way out. NO_COLOR means none; Textual would draw in greys.

        Textual's own filter turns a terminal's colours into ours. Nothing here uses those, and it would look
        at every word of every picture.
        """
        return [self._control_filter, self._no_color_filter] if self.no_color else [self._control_filter]

    def _dress(self, palette: Palette) -> None:
        """Wear the first theme. Nothing is painted yet, so no style needs to be read a second time."""
        if palette.ansi:
            self.wear(palette)
        else:
            self._theme_watch.follow(palette)
            theme = theme_of(palette)
            self.register_theme(theme)
            self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def refresh_css(self, animate: bool = True) -> None:
        """Read all styles again, but not before there is a screen.

        Textual asks for it when the first theme is worn, just after all styles were read with its colours.
        """
        if self.screen_stack:
            super().refresh_css(animate)

    def wear(self, palette: Palette) -> None:
        """Look like this theme from now on."""
        self._theme_watch.follow(palette)
        theme = theme_of(palette)
        self.register_theme(theme)
        if self.theme == theme.name:
            self.mutate_reactive(App.theme)
        self.theme = theme.name

    def keep_theme(self, name: str) -> None:
        """Remember a theme for the next start."""
        if self._remember_theme is not None:
            self._remember_theme(name)

    async def on_event(self, event: events.Event) -> None:
        """Keys wait for the keys before them; a test's driver does that waiting itself."""
        own = not event.is_forwarded and not self.is_headless
        if own and isinstance(event, events.Key | events.Paste):
            self._last_key = monotonic()
            await self._typed_ahead.take(event)
        else:
            await super().on_event(event)

    def is_at_keys(self) -> bool:
        """Whether a key is still at work, or was a moment ago, so that the next one is to be expected."""
        return self._typed_ahead.busy or monotonic() - self._last_key < _MOMENT

    def on_mount(self) -> None:
        """Say what was wrong with the settings; look after the theme from time to time."""
        for error in self._first_problems:
            say(self, str(error), "warning")
        if self.themes_folder is not None:
            self.set_interval(_GLANCE, self.look_at_theme)

    def look_at_theme(self) -> None:
        """Wear the theme as its file says it now."""
        try:
            if (palette := self._theme_watch.changed()) is not None:
                self.wear(palette)
        except SettingsError as error:
            say(self, str(error), "warning")

    async def action_quit(self) -> None:
        """Ctrl+Q leaves as `quit` does, never with less care; a field that is being written is left first."""
        from successbook.tui.widgets.editors import Editor

        focused = self.focused
        editor = (
            next((each for each in focused.ancestors if isinstance(each, Editor)), None) if focused else None
        )
        if editor is None:
            await self.action_run("quit")
        elif editor.finish("esc"):
            self.run_worker(self._quit_when_kept(), exit_on_error=False)

    async def _quit_when_kept(self) -> None:
        await self._typed_ahead.settled()
        await self.action_run("quit")

    def action_help_quit(self) -> None:
        """Ctrl+C where no text is marked: how one leaves."""
        key = shown_key(self.keys_in_use.get("quit", action("quit").keys)[0])
        say(self, f"{key} leaves; everything is saved. While you write, Esc first")

    def _fatal_error(self) -> None:
        """End after a mistake of the program, without showing what people wrote."""
        import sys

        from rich.text import Text

        from successbook.tui.failing import discreet_report

        if os.environ.get(_TRACEBACK):
            super()._fatal_error()
            return
        error = sys.exc_info()[1] or RuntimeError()
        self._exit_renderables.append(Text(discreet_report(error)))
        self._close_messages_no_wait()

    def do_help(self) -> None:
        """The help screen for where we are."""
        from successbook.tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def do_commands(self) -> None:
        """The palette."""
        from successbook.tui.screens.commands import CommandsScreen, carry_out

        self.push_screen(CommandsScreen(self.screen), carry_out)

    def do_theme(self) -> None:
        """The theme picker."""
        from successbook.tui.screens.themes import ThemeScreen

        self.push_screen(ThemeScreen(self.theme, self.themes_folder, self.wear, self.keep_theme))
