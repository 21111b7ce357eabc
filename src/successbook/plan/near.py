"""The nearest known word, for sentences that say what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_ALIKE = 0.7
_MANY = 300
"""With more words than this only those with the same beginning or end are compared: it takes 10 us a word."""
_ENDS = 8


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that `word` most likely stands for, or None when none is like it."""
    from difflib import get_close_matches

    wanted = word.casefold()
    folded = {each.casefold(): each for each in known}
    likely: Iterable[str] = folded
    if len(folded) > _MANY:
        likely = [
            each for each in folded if each[:_ENDS] == wanted[:_ENDS] or each[-_ENDS:] == wanted[-_ENDS:]
        ]
    found = get_close_matches(wanted, likely, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy ``did you mean "title"?``, or `otherwise` when nothing known is like `word`."""
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else otherwise
