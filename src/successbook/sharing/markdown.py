"""Markdown that stays inert: what people wrote cannot become a heading, a link, a table or raw HTML."""

from __future__ import annotations

import re

from successbook.text import one_line

__all__ = ["escaped", "paragraphs"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&])")
_AT_START = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+](?=\s)|\d+(?=[.)]\s)|=+\s*$|-{3,})")


def escaped(text: str) -> str:
    """`text` on one line, with all that Markdown reads as markup taken literally (CommonMark 0.31, 2.4)."""
    plain = _SPECIAL.sub(r"\\\1", one_line(text.strip()))
    start = _AT_START.match(plain)
    if start is None:
        return plain
    mark = start.end() if start[2][0].isdigit() else start.start(2)
    return f"{plain[:mark]}\\{plain[mark:]}"


def paragraphs(text: str) -> str:
    """A text of several lines, each taken literally; a line break stays one, an empty line begins anew."""
    blocks = re.split(r"\n[ \t]*\n", text.strip("\n"))
    return "\n\n".join(
        "\\\n".join(escaped(line) for line in block.splitlines() if line.strip()) for block in blocks
    )
