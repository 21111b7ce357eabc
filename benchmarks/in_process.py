"""What is measured without a terminal: parsing, verdicts and rows, saving, commands against bare Python."""

import datetime as dt
import itertools
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.plan.now import Now
from successbook.tree import Address, Set, Tree, apply
from successbook.tui.rooms.goals_rows import goals_rows
from successbook.tui.rooms.outline_rows import Folds
from successbook.tui.rooms.uat_rows import uat_rows
from successbook.verdicts.due import due_of
from successbook.verdicts.findings import findings
from successbook.verdicts.page import page_of

BARE = (
    "import sys, tomllib; from pydantic import BaseModel; [tomllib.load(open(p, 'rb')) for p in sys.argv[1:]]"
)
"""The least that a command does which validates a plan."""


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median time that some work takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def save_one_edit(plan: Path, times: int = 20) -> float:
    """Milliseconds from an edited tree to "saved": changed block, verification, joining, durable write."""
    folder = PlanFolder.open(plan)
    goal = next(iter(folder.tree.table(Address("plan.toml", ("goals",)))))
    title = Address("plan.toml", ("goals", goal, "title"))
    trees = [apply(folder.tree, Set(title, f"Title number {number}"))[0] for number in range(times + 1)]
    folder.write_tree(trees.pop())  # the first one renders every block
    return milliseconds(lambda: folder.write_tree(trees.pop()), times)


def least(work: Callable[[], object], times: int = 9) -> float:
    """The fewest milliseconds of processor time that some work takes: what else runs disturbs that least."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return min(taken)


def calibration() -> int:
    """Work that has nothing to do with successbook; its time tells how fast the machine is at the moment."""
    kept = {}
    for number in range(60_000):
        kept[number % 997] = (number, str(number))
    return len(kept)


def worked_out(plan: Path) -> dict[str, float]:
    """Milliseconds of processor time to work out what each room shows, each time after an edit of a goal."""
    now, tree = Now(dt.date(2026, 6, 15)), PlanFolder.open(plan).tree
    goal = next(iter(tree.table(Address("plan.toml", ("goals",)))))
    title, numbers = Address("plan.toml", ("goals", goal, "title")), itertools.count()

    def edited() -> Tree:
        return apply(tree, Set(title, f"Title number {next(numbers)}"))[0]

    return {
        "calibration": least(calibration),
        "page": least(lambda: page_of(edited(), now)),
        "goals": least(lambda: goals_rows(edited(), now, Folds())),
        "uat": least(lambda: uat_rows(edited(), now, Folds())),
        "due": least(lambda: due_of(edited(), now)),
        "check": least(lambda: findings(edited()), 3),
    }


def command_ratio(command: Sequence[str | Path], plan: Path, times: int = 7) -> float:
    """How much more a command takes than bare Python that imports pydantic and parses the plan."""
    bare: list[str | Path] = [sys.executable, "-c", BARE, *sorted(plan.rglob("*.toml"))]
    ratios = []
    for _ in range(times):
        base = milliseconds(lambda: subprocess.run(bare, check=True), 1)
        mine = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True), 1)
        ratios.append(mine / base)
    return statistics.median(ratios)
