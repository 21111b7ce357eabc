"""Findings: what is wrong with the files of a plan, each with its place and what to do about it.

They depend on what the files say and on nothing else: not on the day, not on who asks, never on comments.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from successbook.errors import FileError
from successbook.plan.kinds import KINDS, ids_in
from successbook.plan.lost import lost_files
from successbook.plan.records import Views
from successbook.tree import Address, Tree

__all__ = ["RULES", "Finding", "Rule", "Severity", "findings", "of_files", "unreadable"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What `check` looks for.

    Attributes:
        severity: ``error`` where an answer is lost or wrong, ``warning`` where it may be meant.
        about: what it is about, a sentence for the documentation.
        remedy: what to do about it, a sentence for the documentation; a finding's own says it more exactly.
    """

    severity: Severity
    about: str
    remedy: str


RULES: Final[dict[str, Rule]] = {
    "unreadable-file": Rule(
        "error",
        "A file cannot be read; it is never rewritten, the rest of the plan works.",
        "Correct the line that is named, or restore an older version of the file.",
    ),
    "future-format": Rule(
        "error",
        "A file is of a format that this version does not know; it is only read.",
        "Update successbook.",
    ),
    "empty-file": Rule(
        "warning",
        "A file is empty, as after a save that was cut short.",
        "Restore an older version of it, or delete it.",
    ),
    "missing-file": Rule(
        "error",
        "A release, an acceptance test or a notebook has no file, and others that belong to it are there: "
        "nobody can tell what they are about.",
        "Restore an older version of the file, or write it anew; without it the record has no name.",
    ),
    "misspelt-file": Rule(
        "error",
        "Nothing reads a file or folder of this name, but one much like it is not there.",
        "Rename it as the finding says.",
    ),
    "misfit": Rule(
        "error",
        "A value does not fit its field.",
        "Write it as the field holds it: the finding gives an example.",
    ),
    "misplaced": Rule(
        "error",
        "A single value stands where records are kept, or the other way round.",
        "Give the record a table of its own, such as `[goals.its-id]`.",
    ),
    "misspelt-key": Rule(
        "error",
        "A key is not known, but one much like it is.",
        "Spell it as the finding says; if you mean another, call it something less alike.",
    ),
    "unknown-key": Rule(
        "warning",
        "A key is not known, nor one like it. It is kept.",
        "Remove it, move it to the file it belongs to, or leave it to the tool that wrote it.",
    ),
    "odd-id": Rule(
        "warning",
        "An id has characters that references and file names cannot carry.",
        "Use letters and digits of any script, joined by single hyphens, at most 60 characters.",
    ),
    "same-id": Rule(
        "warning",
        "Records of two kinds have the same id; a bare reference to it may be misread.",
        "Write references to them with their kind, such as `goal:guest-pays`.",
    ),
    "broken-reference": Rule(
        "error",
        "A reference names a record that is not there.",
        "Add the record, correct the reference, or take it away.",
    ),
    "wrong-kind": Rule(
        "error",
        "A reference names a record of a kind that cannot stand there.",
        "Name a record of one of the kinds that the finding lists.",
    ),
    "cycle": Rule(
        "error",
        "Records serve one another in a circle.",
        "Take one of the references in the circle out.",
    ),
    "file-name": Rule(
        "error",
        "A file is named after something else than what it holds: a result sheet after a round or a tester, "
        "or a result after a case, that is not there; a session after another day than that it was held on.",
        "Rename the file, add what it is named after, or correct the day.",
    ),
    "challenged-sign-off": Rule(
        "warning",
        "A sign-off of an acceptance test is contradicted by what its testers saw.",
        "Settle what speaks against it, or take the sign-off back.",
    ),
    "stale-sign-off": Rule(
        "warning",
        "What a sign-off of an acceptance test stands for has changed since it was signed.",
        "Look at what has changed, and sign again.",
    ),
    "days-crossed": Rule(
        "warning",
        "Of two days the later one stands first: an acceptance test, a baseline or a period ends before it "
        "begins, a phase of a schedule begins while the one above it runs.",
        "Correct one of the days.",
    ),
    "test-after-launch": Rule(
        "warning",
        "An acceptance test ends after the launch of its release.",
        "Correct one of the days, or move the launch.",
    ),
    "benchmark-days": Rule(
        "warning",
        "A benchmark was frozen before the day it is of, or after the launch; or it is of a day after it.",
        "Correct one of the days.",
    ),
    "nothing-decided": Rule(
        "warning",
        "The day or the name of a decision is said, and no decision; or a kill switch was tried that has no "
        "name.",
        "Say what was decided, or take it away.",
    ),
    "go-without-answer": Rule(
        "warning",
        "At a gate it was decided to go, and none of its questions is answered.",
        "Answer them; a go without answers stands, and is shown for what it is.",
    ),
    "stage-without-criteria": Rule(
        "warning",
        "A stage of a rollout says neither when it goes on nor when it goes back.",
        "Say when it advances and when it goes back.",
    ),
    "unexplained-step": Rule(
        "warning",
        "The launch log says that something was paused, turned back, held or done in spite of a limit, and "
        "not by whom or why; or the decision on an unexpected result has neither.",
        "Say who decided, and why.",
    ),
    "fix-without-unit": Rule(
        "warning",
        "How long a fix takes is a number, and nobody said hours or days: no advice can follow.",
        "Say hours or days.",
    ),
    "read-out-days": Rule(
        "warning",
        "A read-out was held before the launch, or the next one is before it.",
        "Correct one of the days.",
    ),
    "unknown-zone": Rule(
        "warning",
        "A time zone is not known, so its times cannot be compared with others.",
        "Name it as the IANA does, such as `Europe/Berlin`.",
    ),
    "conflict-marker": Rule(
        "error",
        "A text still has the marks of an unfinished git merge.",
        "Keep what is right of both sides, and take the marks away.",
    ),
}
"""Every rule by the id of its findings."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        rule: the id of the rule.
        at: where.
        says: what is wrong, a clause without a full stop.
        fix: what to do about it, a clause.
        line: the line of the file, where it is known without looking.
    """

    rule: str
    at: Address
    says: str
    fix: str
    line: int | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return RULES[self.rule].severity


def of_files(names: Collection[str], misspelt: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the names of files, before one looks into them.

    Args:
        names: the files that are there, whether or not they can be read.
        misspelt: files that nothing reads, each with the name that is probably meant.
    """
    for name, meant in misspelt.items():
        says = "nothing reads a file of this name" if name.endswith(".toml") else "nothing looks in here"
        yield Finding("misspelt-file", Address(name), says, f'did you mean "{meant}"? rename it')
    for name in lost_files(names):
        if name not in misspelt.values():
            says = "this file is not there, and others belong to it"
            yield Finding("missing-file", Address(name), says, "restore it, or write it anew")


def unreadable(name: str, error: FileError) -> Finding:
    """The finding for a file that cannot be read."""
    return Finding("unreadable-file", Address(name), error.what, error.remedy, error.line)


_AT_ONCE: Final = 50  # records held as views: each is asked once, and a large plan has many


def findings(tree: Tree, views: Views | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with a plan, file by file in reading order.

    Args:
        tree: the plan.
        views: views of its records that are there already; built anew without.
    """
    from successbook.verdicts.findings_launch import of_launches
    from successbook.verdicts.findings_links import of_links
    from successbook.verdicts.findings_names import of_names
    from successbook.verdicts.findings_release import of_releases
    from successbook.verdicts.findings_values import of_values

    def found() -> Iterator[Finding]:
        """Rule by rule, as the files come."""
        yield from of_values(tree, views or Views(limit=_AT_ONCE))
        yield from of_links(tree)
        yield from of_names(tree)
        yield from of_releases(tree)
        yield from of_launches(tree)
        if any(ids_in(KINDS["uat"].file, file) is not None for file in tree.files):
            from successbook.verdicts.findings_tests import of_tests

            yield from of_tests(tree)

    return tuple(sorted(found(), key=lambda each: each.at.file))
