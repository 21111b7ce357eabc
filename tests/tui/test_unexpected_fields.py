"""The fields of an unexpected result: words by their first letters, numbers shown as one would type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import Refused
from successbook.tree import Table
from successbook.tui.screens.asking import WordEditor
from successbook.tui.screens.unexpected_fields import fields_for


def test_a_word_is_known_by_its_first_letters() -> None:
    editor = WordEditor(None, ("low", "medium", "high", "critical"))
    assert [editor.read(text) for text in ("h", "Hi", "medium", "  ")] == ["high", "high", "medium", None]
    assert WordEditor(None, ("met", "method")).read("met") == "met"
    with pytest.raises(Refused, match="one of low, medium, high, critical"):
        editor.read("bad")


@given(st.integers(0, 10**9), st.sampled_from(["guests", "% of guests", ""]))
def test_what_was_written_is_shown_as_it_would_be_typed(number: int, of: str) -> None:
    line = next(
        each
        for each in fields_for(Table({"affected": number, **({"affected_of": of} if of else {})}))
        if each.name == "affected"
    )
    assert line.values(line.editor.value) == {"affected": number, "affected_of": of or None}
