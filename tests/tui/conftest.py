"""A terminal with all colours for the tests of the interface, whatever runs them; styles are read once."""

from collections.abc import Hashable
from typing import Final

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from successbook.tui.known_styles import Known, KnownStyles

_READ: Final[dict[tuple[tuple[str, str], ...], dict[object, list[RuleSet]]]] = {}
"""What was read from the style sheets, by the colours they were read with."""
_KNOWN: Final[dict[tuple[RuleSet, ...], dict[Hashable, Known]]] = {}
"""What these rules give to whom."""


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(autouse=True)
def styles_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """An app in a test takes the rules that the one before has read, and what it knows of them."""
    original = Stylesheet.set_variables

    def set_variables(self: Stylesheet, variables: dict[str, str]) -> None:
        self._parse_cache = {}  # type: ignore[assignment]
        original(self, variables)
        self._parse_cache = _READ.setdefault(tuple(sorted(variables.items())), {})  # type: ignore[assignment]

    monkeypatch.setattr(Stylesheet, "set_variables", set_variables)
    monkeypatch.setattr(KnownStyles, "known_of", lambda sheet, rules: _KNOWN.setdefault(tuple(rules), {}))
