"""What is due in the goal hierarchy: goals, targets of metrics, and baselines being established."""

from __future__ import annotations

from collections.abc import Iterator

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.measured import measure
from successbook.plan.now import Now
from successbook.plan.peek import day, words
from successbook.tree import Tree
from successbook.verdicts.dated import Dated, near, quoted, who
from successbook.verdicts.due_targets import judged_days, of_target
from successbook.verdicts.judging import stopped
from successbook.verdicts.targets import aim_of

__all__ = ["of_goals"]


def of_goals(tree: Tree, now: Now) -> Iterator[Dated]:
    """Open goals and targets whose day has passed or comes soon, and baselines that can be set."""
    for at in records(tree, KINDS["goal"]):
        table = tree.table(at)
        by = day(table, "by")
        if by is not None and near(by, now) and words(table, "state") in ("", "open"):
            yield Dated(at, "state", by, f"goal {quoted(tree, at)}", who(table))
    judged = judged_days(tree)
    for at in records(tree, KINDS["metric"]):
        table = tree.table(at)
        if stopped(table):
            continue
        start = measure(table.get("baseline"))
        for target in records(tree, KINDS["target"], at):
            if near(day(tree.table(target), "by"), now):
                aim = aim_of(tree, at, target)
                yield from of_target(tree, at, aim, start, judged.get(at.key), now)
        ends = day(table, "baseline_to")
        if ends is not None and near(ends, now) and start is not None and start.state == "establishing":
            title = quoted(tree, at)
            what, past = f"end of the baseline of {title}", f"the baseline of {title} was to be complete"
            yield Dated(at, "baseline", ends, what, past=past, rest="; it is not set yet")
