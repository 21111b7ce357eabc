"""The words of TOML as patterns."""

import re
from pathlib import Path

import successbook

_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[^}]*\}+)\+")


def test_no_group_is_repeated_possessively_which_fails_in_python_before_3_11_5() -> None:
    sources = sorted(Path(successbook.__file__).parent.rglob("*.py"))
    assert len(sources) > 100
    assert [path.name for path in sources if _POSSESSIVE_GROUP.search(path.read_text("utf-8"))] == []
