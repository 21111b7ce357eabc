"""A real terminal for tests and benchmarks: a program, its keys, and the screen that a person would see.

with Terminal(["successbook", "demo"], size=(80, 24)) as terminal:
    terminal.wait_for("Goals")
    terminal.press("2", "Down", "Enter", "a new title", "Esc")
    assert "a new title" in terminal.screen
    terminal.press("q")
    assert terminal.wait_end() == 0
"""

from tests.terminal.keys import encode
from tests.terminal.screen import Screen, leaks
from tests.terminal.terminal import Terminal

__all__ = ["Screen", "Terminal", "encode", "leaks"]
