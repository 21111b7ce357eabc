"""Text from plan files made safe to show.

Plan files come from other people. A control sequence inside a title must reach neither the terminal nor a
pipe raw: it could write the clipboard, rename the window or turn the reading direction. These functions are
for showing only; what is stored stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["capital", "counted", "folded", "one_line", "small", "visible", "with_and"]

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSAFE = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDI}]")
_BREAKS = re.compile(r"\r\n|[\n\r\t]")


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def visible(text: str) -> str:
    """`text` with control and direction characters shown as marks; newlines and tabs stay.

    C0 characters become their pictures (ESC is shown as U+241B), C1 and the bidirectional controls become
    ``<U+202E>``. See Unicode Standard Annex 9 for the latter, ECMA-48 for the former.
    """
    return _UNSAFE.sub(_mark, text)


def one_line(text: str) -> str:
    """`text` safe and on one line: line breaks are shown as a return mark, tabs as a space."""
    joined = _BREAKS.sub(lambda found: " " if found[0] == "\t" else " ⏎ ", text)
    return visible(joined)


def capital(text: str) -> str:
    """The text with a capital at its beginning; an abbreviation stays one."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with a small first letter, as it goes on in a sentence; the rest stays as it is."""
    return text[:1].lower() + text[1:]


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its word: ``1 reason``, ``2 reasons``; `many` where that is not `one` with an s."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


def folded(text: str) -> str:
    """The text as it is compared with what somebody else wrote: neither blanks nor capitals count."""
    return " ".join(text.split()).casefold()


def with_and(parts: Sequence[str]) -> str:
    """Parts of a sentence beside each other: ``F1``, ``F1 and C2``, ``F1, C2 and C3``; empty for none."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
