"""The ten answers of the sample plan "Login bug fix", as somebody would give them.

``python -m tests.guides.login_bugfix`` writes the sample; a test holds its files against this, byte by byte.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.guides.interview import Interview
from successbook.guides.reading import shipped_guide
from successbook.resources import resource
from successbook.tree import Table, Tree, Value, do

__all__ = ["SAMPLE", "TEN_ANSWERS", "answered", "write_sample"]

SAMPLE = "login-bugfix"
BEGUN = Tree({"plan.toml": Table({"format": 1, "title": "Login bug fix"})})
"""The plan as it is when the first question is asked: it has a name and nothing else."""

TEN_ANSWERS: Sequence[tuple[str, Mapping[str, Value]]] = (
    ("mission", {"mission.title": "Nobody waits on the phone for a doctor"}),
    (
        "problem",
        {
            "problem.title": "Patients are sent in circles after a password reset",
            "problem.who": "Patients who sign in less than once a month",
        },
    ),
    (
        "evidence",
        {
            "problem.how_we_know": (
                "212 calls to support last month, 64 two months before.\n"
                "The log shows it too: 31 % of resets are followed by another failed login "
                "within five minutes."
            )
        },
    ),
    (
        "goal",
        {
            "goal.title": "Let patients book right after a reset",
            "goal.how_it_serves": "Whoever cannot log in calls the practice instead, and waits.",
        },
    ),
    ("metric", {"metric.title": "Resets that end in a booking", "metric.baseline": 43, "metric.unit": "%"}),
    ("target", {"target.value": 65, "target.by": dt.date(2026, 8, 31), "target.kind": "at least"}),
    (
        "action",
        {
            "action.title": "Patients book online after a reset",
            "action.who": "Patients who call the practice today",
        },
    ),
    (
        "next",
        {
            "initiative.title": "Fix the login loop",
            "release.planned": dt.date(2026, 6, 24),
            "initiative.level": "bug fix",
        },
    ),
    (
        "proof",
        {
            "proof.title": "Calls about the login loop",
            "proof.baseline": 48,
            "proof.unit": "a week",
            "proof-target.value": 5,
        },
    ),
    (
        "people",
        {
            "stakeholder.title": "Ines Haddad",
            "stakeholder.department": "Customer support",
            "stakeholder.expects": "Fewer calls from the first week on, and a text for those who still call.",
        },
    ),
    (
        "people",
        {
            "stakeholder.title": "Tom Okafor",
            "stakeholder.department": "Practices",
            "stakeholder.expects": "Nothing changes in how a practice logs in.",
        },
    ),
    (
        "people",
        {
            "stakeholder.title": "Ruth Lindqvist",
            "stakeholder.department": "Data protection",
            "stakeholder.expects": "A reset link still works once, and for one hour.",
        },
    ),
)
"""The step and what is answered there, in order."""


def answered() -> Tree:
    """The plan after the ten answers."""
    four = iter(("k3ma", "w8td"))
    tree = BEGUN
    interview = Interview(
        shipped_guide("ten-questions"), tree, today=dt.date(2026, 6, 15), random=lambda: next(four)
    )
    for step, values in TEN_ANSWERS:
        assert interview.position == step
        tree, _ = do(tree, interview.answer(values))
        interview.see(tree)
        interview.next()
    return tree


def write_sample(samples: Path) -> None:
    """Write the sample plan below `samples`."""
    folder = samples / SAMPLE
    folder.mkdir(exist_ok=True)
    PlanFolder.open(folder).write(answered())


if __name__ == "__main__":
    write_sample(resource("sample_plans"))
