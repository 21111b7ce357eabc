"""What `make torture` does in full, and `make test` in part."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Final, TypeVar

__all__ = ["THOROUGH", "ends"]

T = TypeVar("T")

THOROUGH: Final = os.environ.get("HYPOTHESIS_PROFILE") == "torture"


def ends(cases: Sequence[T]) -> Sequence[T]:
    """The first and the last of several cases, such as sizes of a terminal; all of them under torture."""
    return cases if THOROUGH else (cases[0], cases[-1])
