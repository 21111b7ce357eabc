"""HTML from the templates beside this module: everything people wrote is text there, never markup.

A page stands alone: its style is in it, it loads nothing, and a policy in its head forbids it to
(Content Security Policy, level 3). Jinja2 escapes every value, and text goes through `visible` before.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from successbook.text import visible

__all__ = ["rendered"]


def _direction(text: str) -> str:
    """The direction in which a text is read: that of its first letter that has one (UAX 9, P2 and P3)."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


_ENVIRONMENT = Environment(
    autoescape=True,
    undefined=StrictUndefined,
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    finalize=lambda value: visible(value) if isinstance(value, str) and type(value) is str else value,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.filters["direction"] = _direction


def rendered(template: str, **values: object) -> str:
    """A page from the template of that name.

    Args:
        template: its name, such as ``handout.html``.
        values: what it shows.
    """
    return _ENVIRONMENT.get_template(template).render(**values)
