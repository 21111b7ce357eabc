"""Pages of the documentation made from the code, so that they cannot say anything else than it does."""

from collections.abc import Callable

from tests.pages.checks_page import checks_page
from tests.pages.columns_page import columns_page
from tests.pages.format_page import format_page
from tests.pages.keys_page import keys_page

__all__ = ["PAGES"]

PAGES: dict[str, Callable[[], str]] = {
    "docs/checks.md": checks_page,
    "docs/columns.md": columns_page,
    "docs/format.md": format_page,
    "docs/keys.md": keys_page,
}
"""Every generated page, by its path in the project."""
