"""docs/checks.md: every finding of `check` and what to do about it, and what else deserves a look."""

from successbook.verdicts.attention import ATTENTION
from successbook.verdicts.findings import RULES
from tests.pages.markdown import table

__all__ = ["checks_page"]

_HEAD = """\
# What `check` finds

<!-- Made by `make docs` from the rules of `check`; do not edit. -->

`successbook check PATH` reads the files of plans and notebooks and prints one line for each thing that is
wrong: file and line, the sentence, what to do, the name of the finding in brackets, the address. What it says
depends on the files alone, not on the day; comments are never a finding. Of a notebook it says no word of
what stands in it, not even an address, which begins with the words of a line: file and line are enough.

An *error* is an answer that is lost or wrong. A *warning* may be meant as it is; with `--strict` it counts as
an error. The exit code is 0 when nothing is wrong, 1 when something is, 2 when there is nothing to check.
`--format json` is for programs, `--format github` for annotations in a workflow. In the app `F` lists the
same, and Enter goes to what a line is about.
"""

_LOOKS = """\
## What deserves a look

A plan without findings may still have gaps. These are no findings of `check`: the page of a plan shows up to
three of them under *What needs you*, after what is due; `successbook show PATH --part goals` lists them all.
What is on hold, dropped or closed is left alone.
"""


def checks_page() -> str:
    """The whole page."""
    rows = [(f"`{name}`", rule.severity, rule.about, rule.remedy) for name, rule in RULES.items()]
    looks = [(f"`{name}`", about) for name, about in ATTENTION.items()]
    found = table(("finding", "severity", "what it means", "what to do"), rows)
    return f"{_HEAD}\n{found}\n{_LOOKS}\n{table(('name', 'what it is about'), looks)}"
