"""Ids: the readable keys of records, minted once from a title and frozen from then on."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache

__all__ = ["LONGEST", "is_id", "mint", "random_part", "slug"]

LONGEST = 60
"""The most characters an id may have."""

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_WORDS = 6
_READ = 1_000
"""How much of a title is looked at: a whole page pasted into one costs nothing."""


def _letterlike(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


@lru_cache(maxsize=16_384)
def is_id(text: str) -> bool:
    """Whether `text` may be the id of a record.

    Ids are in Unicode normal form C and made of letters, marks and digits of any script joined by single
    hyphens, at most 60 characters. Without dot, colon or slash they fit into addresses, references and names
    of files.
    """
    return (
        0 < len(text) <= LONGEST
        and unicodedata.is_normalized("NFC", text)
        and all(part and all(map(_letterlike, part)) for part in text.split("-"))
    )


def slug(title: str, words: int = _WORDS) -> str:
    """The first words of `title` as an id, ``""`` if it has no letter or digit."""
    lowered = unicodedata.normalize(
        "NFC", unicodedata.normalize("NFC", title[:_READ]).replace("'", "").lower()
    )
    parts = "".join(char if _letterlike(char) else " " for char in lowered).split()[:words]
    text = ""
    for part in parts:
        longer = f"{text}-{part}" if text else part
        if len(longer) > LONGEST - 6:
            break
        text = longer
    return text or (unicodedata.normalize("NFC", parts[0][: LONGEST - 6]) if parts else "")


def random_part() -> str:
    """Four random characters that are hard to mistake for one another."""
    import secrets  # loads OpenSSL, which most sittings never need

    return "".join(secrets.choice(_ALPHABET) for _ in range(4))


def mint(
    title: str,
    taken: Container[str],
    *,
    today: dt.date | None = None,
    random: Callable[[], str] | None = None,
) -> str:
    """A new id for a record titled `title`.

    Args:
        title: its title or first words; may be empty.
        taken: the ids that are in use.
        today: for a record without words: its id starts with this date.
        random: gives four random characters; ids are never counted up, so that two branches of a plan do not
            mint the same one for different records.
    """
    text = slug(title)
    if text and text not in taken:
        return text
    start = text or (today.isoformat() if today else "new")
    draw = random or random_part
    while (candidate := f"{start}-{draw()}") in taken:
        continue
    return candidate
