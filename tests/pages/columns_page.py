"""docs/columns.md: the columns of spreadsheets, with what other tools call them."""

from successbook.sharing.audiences import AUDIENCES
from successbook.sharing.columns import TABLES, Column
from successbook.sharing.documents import DOCUMENTS, PARTS
from successbook.sharing.values import SYNONYMS
from tests.pages.markdown import table

__all__ = ["columns_page"]

_HEAD = """\
# Columns of spreadsheets

<!-- Made by `make docs` from the columns that export writes and import knows; do not edit. -->

What `successbook export --to csv` writes and what `successbook import` reads. A heading is compared without
regard to capitals, punctuation and spaces; of several columns that could be a field, the name
that stands first here wins. `--map HEADING=FIELD` says what a column is where its heading is none of these,
`--map HEADING=` leaves it out; both are kept for next time. How to work with them:
[spreadsheets](spreadsheets.md).
"""

_SORTS = {
    "cases": ("Cases", "A row for each case, more rows for its further steps; `--part cases`, `--uat FILE`."),
    "results": (
        "Results",
        "A row for each case that a tester tried. A result sheet has more columns, which tell the tester "
        "what to do and are not read; `--for testers`, `--part results`, `--uat FILE`.",
    ),
    "readings": (
        "Readings",
        "A row for each value; or a row for each day, with a column for each metric that is called like it; "
        "`--part readings`, `--readings FILE`.",
    ),
}

_WORDS = """\
## Results in other words

Words that are no result are listed and left out, but for these, which can mean nothing else.
`--word WORD=OURS` says what another word means, such as `Retest=failed` or `High=must`; it is kept for next
time.
"""

_PARTS = """\
## What can be exported

`successbook export PATH --to FORMAT --part PART --for AUDIENCE`. What stands in a notebook is never exported.
"""


def columns_page() -> str:
    """The whole page."""
    text = _HEAD
    for sort, columns in TABLES.items():
        title, about = _SORTS[sort]
        text += f"\n## {title}\n\n{about}\n\n" + table(
            ("heading", "field", "what stands in it", "also called"), map(_row, columns)
        )
    words = sorted(SYNONYMS.items(), key=lambda pair: pair[1])
    text += f"\n{_WORDS}\n" + table(("word", "result"), words)
    formats = {part: [to for known, to in DOCUMENTS if known == part] for part in PARTS}
    parts = [(f"`{part}`", about, ", ".join(formats[part])) for part, about in PARTS.items()]
    text += f"\n{_PARTS}\n" + table(("part", "what it is", "formats"), parts)
    audiences = [(f"`{name}`", about) for name, about in AUDIENCES.items()]
    return f"{text}\n{table(('audience', 'what it is shown'), audiences)}"


def _row(column: Column) -> tuple[str, str, str, str]:
    return column.heading, f"`{column.field}`", column.about, ", ".join(column.also)
