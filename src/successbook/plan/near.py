"""The nearest known word, for sentences that say what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_ALIKE = 0.7


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of the `known` words that `word` most likely stands for, or None when none is like it."""
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in known}
    found = get_close_matches(word.casefold(), folded, n=1, cutoff=_ALIKE)
    return folded[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The remedy ``did you mean "title"?``, or `otherwise` when nothing known is like `word`."""
    found = nearest(word, known)
    return f'did you mean "{found}"?' if found else otherwise
