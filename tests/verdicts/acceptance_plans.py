"""Acceptance tests written in a few words, for tests of what follows from them."""

from __future__ import annotations

from collections.abc import Mapping

from successbook.tree import Address, Tree
from tests.verdicts.texts import tree

__all__ = ["ONE", "PEOPLE", "QUOTA", "RELEASE", "ROUNDS", "TWO", "UAT", "WAIVER", "criterion", "suite"]

RELEASE = Address("releases/r/release.toml")
UAT = Address("releases/r/uat.toml")

ONE = '[cases.pay]\ntitle = "Pay"\npriority = "must"\n'
TWO = f'{ONE}[cases.look]\ntitle = "Look"\npriority = "should"\n'
PEOPLE = '[testers.a]\ntitle = "A"\n[testers.b]\ntitle = "B"\n[rounds.r1]\ntitle = "Round 1"\n'
ROUNDS = f'{PEOPLE}[rounds.r2]\ntitle = "Round 2, what had failed"\n'
WAIVER = '[waivers.w]\ncase = "pay"\nby = "Mara"\nwhy = "Later."\n'
QUOTA = '[quotas.q]\ntitle = "Customers"\nwanted = 2\ntesters = ["a", "b"]\n'


def criterion(kind: str, rest: str = "", *, to: str = "exit") -> str:
    """A criterion to end a test, or with ``entry`` to begin one; `rest` are its further fields."""
    return f'[criteria.c]\ntitle = "It holds"\nlist = "{to}"\nkind = "{kind}"\n{rest}\n'


def suite(
    text: str = "", results: Mapping[str, str] | None = None, defects: Mapping[str, str] | None = None
) -> Tree:
    """A release with an acceptance test.

    Args:
        text: its file; case and tester and round tables may be written as in a plan.
        results: by round and tester (``r1--t1``) its cases with their states: ``pay failed, look passed``.
        defects: the file of each defect by its id.
    """
    files = {"plan.toml": "format = 1", RELEASE.file: 'title = "R"', UAT.file: text}
    for name, said in (results or {}).items():
        pairs = [each.strip().partition(" ") for each in said.split(",") if each.strip()]
        files[f"releases/r/results/{name}.toml"] = "\n".join(
            f"[results.{case}]\nstate = '{state}'" for case, _, state in pairs
        )
    for name, said in (defects or {}).items():
        files[f"releases/r/defects/{name}.toml"] = said
    return tree(files)
