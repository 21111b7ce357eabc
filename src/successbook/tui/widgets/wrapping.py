"""Text cut and wrapped by terminal cells: a CJK character or an emoji takes two, a combining mark none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size, split_graphemes

from successbook.text import one_line

__all__ = ["Span", "clip", "cut", "width_of", "wrap"]

Span = tuple[str, str]
"""A piece of text and its role."""
_WORDS = re.compile(r"\s*\S+|\s+")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_UNBROKEN = re.compile(rf"\s*(?:[≤≥] (?=\d))?\S+(?:(?<=\d) (?:%|(?:{_MONTHS})\b(?: \d{{4}}\b)?)\S*)?|\s+")
"""Words, where a date ("7 May", "7 May 2026"), a percentage ("41 %") and a limit ("≤ 60") are one."""
_ROOM = 16  # cells from which on a line has room for a date


def width_of(text: str) -> int:
    """Terminal cells that a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def clip(spans: Iterable[Span], width: int) -> list[Span]:
    """The spans cut to `width` cells; a cut is shown as "…"."""
    spans = list(spans)
    if sum(width_of(text) for text, _ in spans) <= width:
        return spans
    kept: list[Span] = []
    room = max(width - 1, 0)
    for text, role in spans:
        taken = width_of(text)
        if taken > room:
            cut = set_cell_size(text, room)
            while width_of(cut) > room:  # stray joiners are counted in two ways
                cut = cut[:-1]
            kept.append((cut.rstrip() + ("…" if width else ""), role))
            return kept
        kept.append((text, role))
        room -= taken
    return kept


def cut(text: str, width: int) -> str:
    """The text on one line of at most `width` cells."""
    return "".join(part for part, _ in clip([(one_line(text), "")], width))


def _chop(word: str, offset: int, first: int, width: int) -> tuple[list[int], int]:
    """Where to break a word wider than a line (its first part `first` wide), and the last part's width."""
    breaks: list[int] = []
    room = first
    used = 0
    for start, _, size in split_graphemes(word)[0]:
        if used + size > room and (used or room < width):
            breaks.append(offset + start)
            room, used = width, 0
        used += size
    return breaks, used


def _breaks(text: str, width: int) -> list[int]:
    """Offsets at which a paragraph goes on to the next line."""
    breaks: list[int] = []
    used = 0
    for found in (_UNBROKEN if width >= _ROOM else _WORDS).finditer(text):
        piece = found[0]
        word = piece.lstrip()
        blank = width_of(piece) - width_of(word)
        start = found.start() + len(piece) - len(word)
        size = width_of(word)
        if used + blank + size <= width or not word:
            used += blank + size
        elif size <= width:
            breaks.append(start)
            used = size
        else:
            first = width - used - blank
            if word.isascii() or first < 2:
                if used or blank:
                    breaks.append(start)
                first = width
            more, used = _chop(word, start, first, width)
            breaks.extend(more)
    return breaks


def wrap(spans: Sequence[Span], width: int) -> list[list[Span]]:
    """The spans over as many lines of `width` cells as they need; breaks at spaces, and at newlines."""
    text = "".join(part for part, _ in spans)
    width = max(width, 2)
    cuts: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        ends = [start + offset for offset in _breaks(paragraph, width)]
        for end in [*ends, start + len(paragraph)]:
            cuts.append((start, end))
            start = end
        start += 1
    while len(cuts) > 1 and cuts[-1][0] == cuts[-1][1]:
        cuts.pop()  # a final newline does not make a line
    return [_slice(spans, begin, end) for begin, end in cuts]


def _slice(spans: Sequence[Span], begin: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = 0
    for text, role in spans:
        part = text[max(begin - at, 0) : max(end - at, 0)]
        if part:
            found.append((part, role))
        at += len(text)
    while found:
        text, role = found.pop()
        if text := text.rstrip():
            found.append((text, role))
            break
    return found
