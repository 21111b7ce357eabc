"""docs/checks.md: every finding of `check`, what it means and what to do about it."""

from successbook.verdicts.findings import RULES
from tests.pages.markdown import table

__all__ = ["checks_page"]

_HEAD = """\
# What `check` finds

<!-- Made by `make docs` from the rules of `check`; do not edit. -->

`successbook check PATH` reads the files of plans and notebooks and prints one line for each thing that is
wrong: file and line, the sentence, what to do, the name of the finding in brackets, the address. What it says
depends on the files alone, not on the day; comments are never a finding.

An *error* is an answer that is lost or wrong. A *warning* may be meant as it is; with `--strict` it counts as
an error. The exit code is 0 when nothing is wrong, 1 when something is, 2 when there is nothing to check.
`--format json` is for programs, `--format github` for annotations in a workflow.
"""


def checks_page() -> str:
    """The whole page."""
    rows = [(f"`{name}`", rule.severity, rule.about, rule.remedy) for name, rule in RULES.items()]
    return f"{_HEAD}\n{table(('finding', 'severity', 'what it means', 'what to do'), rows)}"
