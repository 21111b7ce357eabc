"""Where the things that ship beside the code are: themes, sample plans, guides, styles.

In an installed wheel they lie inside the package; in a checkout themes and samples lie at the top level.
"""

from __future__ import annotations

from pathlib import Path

from successbook.errors import SuccessbookError

__all__ = ["resource"]

_PACKAGE = Path(__file__).parent


def resource(name: str) -> Path:
    """The folder or file `name` (``themes``, ``sample_plans``, ``guides/ten-questions.toml``).

    Raises:
        SuccessbookError: the installation is incomplete.
    """
    for home in (_PACKAGE, _PACKAGE.parents[1]):
        if (home / name).exists():
            return home / name
    raise SuccessbookError(f'"{name}" is missing from this installation', remedy="install successbook again")
