"""A bare Textual program to try the harness on: a field, the keys it was sent, the size it has."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Plain(App[int]):
    """Shows what it is told; F2 asks for the end, Ctrl+G writes to the clipboard."""

    BINDINGS = [("f2", "exit(3)", "End"), ("ctrl+g", "shout", "Shout")]
    ENABLE_COMMAND_PALETTE = False
    pressed = ""

    def compose(self) -> ComposeResult:
        """Two lines and a field."""
        yield Static("no key yet", id="keys")
        yield Static("", id="size")
        yield Input(id="field")
        yield Static("日本 in the middle", id="wide")

    def on_key(self, event: events.Key) -> None:
        """Keys that no field takes are named."""
        self.pressed += f" {event.key}"
        self.query_one("#keys", Static).update(f"keys:{self.pressed}")

    def on_input_changed(self, event: Input.Changed) -> None:
        """What the field holds, to see that it is the same."""
        self.query_one("#keys", Static).update(f"typed <{event.value}>")

    def on_click(self, event: events.Click) -> None:
        """Where the mouse was."""
        self.query_one("#keys", Static).update(f"clicked {event.screen_x}, {event.screen_y}")

    def on_resize(self, event: events.Resize) -> None:
        """The size."""
        self.query_one("#size", Static).update(f"{event.size.width} by {event.size.height}")

    def action_exit(self, status: int) -> None:
        """End with a status, and say a word to the shell."""
        self.exit(return_code=status, message="goodbye")

    def action_shout(self) -> None:
        """What hostile text would do, if it reached the terminal raw."""
        self.copy_to_clipboard("stolen")


if __name__ == "__main__":
    app = Plain()
    app.run()
    raise SystemExit(app.return_code)
