"""Findings about acceptance tests: sign-offs that the evidence contradicts, or whose content has changed."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.belonging import release_of
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Tree
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.findings import Finding

__all__ = ["of_tests"]


def of_tests(tree: Tree) -> Iterator[Finding]:
    """What is wrong with the sign-offs of a plan's acceptance tests."""
    for uat in records(tree, KINDS["uat"]):
        release = release_of(uat)
        if release is None or not tree.table(uat.child("sign_offs")):
            continue
        for each in acceptance_of(tree, release).signatures:
            if each.challenged:
                says = f"{each.who} signed, and {each.against}"
                yield Finding("challenged-sign-off", each.at, says, "settle it, or take the sign-off back")
            if each.stale:
                says = f"{each.who} signed, and this has changed since: {each.what_changed}"
                yield Finding("stale-sign-off", each.at, says, "let it be signed again")
