"""An answer told line by line as Markdown: its first line, then lists."""

from __future__ import annotations

from collections.abc import Iterable

from successbook.sharing.markdown import escaped

__all__ = ["told_markdown"]


def told_markdown(lines: Iterable[str]) -> str:
    """Told lines as Markdown, with one final newline: unindented ones are paragraphs, the others lists.

    Addresses, which tell a program where something stands, are left out: they say nothing to a reader.

    Args:
        lines: the lines, the first one the answer in short.
    """
    said: list[str] = []
    for number, line in enumerate(lines):
        text = line.strip()
        depth = (len(line) - len(line.lstrip())) // 2
        if not text or (depth > 1 and ".toml:" in text and " " not in text):
            continue
        if number == 0:
            said += [f"**{escaped(text)}**", ""]
        elif depth:
            said.append(f"{'  ' * (depth - 1)}- {escaped(text)}")
        else:
            said += ["", escaped(text), ""]
    text = "\n".join(said).strip()
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return f"{text}\n"
