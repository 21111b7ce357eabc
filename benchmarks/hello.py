"""A bare Textual app: the base that every measurement is a ratio to. Any key changes its text; q ends it."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text that counts the keys it has seen."""

    BINDINGS = [("q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False
    seen = 0

    def compose(self) -> ComposeResult:
        """The one line."""
        yield Static("Hello 0", id="line")

    def on_key(self, _event: events.Key) -> None:
        """Show that the key has arrived."""
        self.seen += 1
        self.query_one("#line", Static).update(f"Hello {self.seen}")


if __name__ == "__main__":
    Hello().run()
