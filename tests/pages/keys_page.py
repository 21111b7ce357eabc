"""docs/keys.md: every key and what it does, from the registry of actions."""

from itertools import groupby

from successbook.tui.actions import keys_table
from tests.pages.markdown import table

__all__ = ["keys_page"]

_HEAD = """\
# Keys

<!-- Made by `make docs` from the registry of actions; do not edit. -->

Letters are commands until you write: Enter starts writing in the field under the cursor, Esc leaves the
field. The footer shows the keys of the moment, `?` all that work where you are, and `:` finds everything by
its name.

The name in the last column is for keys of your own, in `settings.toml` (`successbook where` prints its
place):

```toml
[keymap]
undo = "ctrl+z"
```
"""


def keys_page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for where, rows in groupby(keys_table(), key=lambda row: row.where):
        cells = [(row.keys, row.help, f"`{row.id}`") for row in rows]
        parts.append(f"## {where}\n\n{table(('keys', 'what it does', 'name'), cells)}")
    return "\n".join(parts)
