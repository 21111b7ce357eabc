"""Findings in a notebook, told without a word of it: what `check` prints is read by others, in logs too.

File and line are enough for the person whose notebook it is. An id is made from a line's first words, so the
address goes, too.
"""

from __future__ import annotations

from dataclasses import replace

from successbook.plan.belonging import in_notebook
from successbook.plan.describe import field_named
from successbook.plan.kinds import locate
from successbook.text import small
from successbook.tree import Address
from successbook.verdicts.findings import RULES, Finding

__all__ = ["discreet"]


_OF_FILES = ("file-name", "missing-file", "misspelt-file")
"""Findings that name a file or a day, and nothing else."""


def discreet(finding: Finding) -> Finding:
    """The finding as it may be printed: of a plan as it is, of a notebook by its rule and its field."""
    if not in_notebook(finding.at.file) or finding.rule in _OF_FILES:
        return finding
    rule = RULES[finding.rule]
    says, fix = _clause(rule.about.partition(". ")[0]), _clause(rule.remedy)
    place = locate(finding.at)
    if finding.rule == "misfit" and place is not None and field_named(place.kind, finding.at.key) is not None:
        says, fix = f"{finding.at.key} does not fit", finding.fix
    elif finding.rule == "misspelt-key":
        fix = finding.fix  # it names the key that is meant, one of ours
    return replace(finding, at=Address(finding.at.file), says=says, fix=fix)


def _clause(text: str) -> str:
    """A sentence of the documentation as a part of a finding's."""
    return small(text.removesuffix("."))
