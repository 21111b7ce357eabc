"""What is measured without a terminal: parsing, saving one edit, and commands against bare Python."""

import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.tree import Address, Set, apply

BARE = "import pydantic, sys, tomllib; tomllib.load(open(sys.argv[1], 'rb'))"
"""The least that a command does which validates a plan."""


def milliseconds(work: Callable[[], object], times: int) -> float:
    """The median time that some work takes."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def parse(plan: Path, times: int = 5) -> float:
    """Milliseconds that tomllib takes for all files of a plan."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(plan.rglob("*.toml"))]
    return milliseconds(lambda: [tomllib.loads(text) for text in texts], times)


def save_one_edit(plan: Path, times: int = 20) -> float:
    """Milliseconds from an edited tree to "saved": changed block, verification, joining, durable write."""
    folder = PlanFolder.open(plan)
    goal = next(iter(folder.tree.table(Address("plan.toml", ("goals",)))))
    title = Address("plan.toml", ("goals", goal, "title"))
    trees = [apply(folder.tree, Set(title, f"Title number {number}"))[0] for number in range(times + 1)]
    folder.write_tree(trees.pop())  # the first one renders every block
    return milliseconds(lambda: folder.write_tree(trees.pop()), times)


def command_ratio(command: Sequence[str | Path], plan: Path, times: int = 7) -> float:
    """How much more a command takes than bare Python that imports pydantic and parses the plan."""
    bare = (sys.executable, "-c", BARE, plan / "plan.toml")
    ratios = []
    for _ in range(times):
        base = milliseconds(lambda: subprocess.run(bare, check=True), 1)
        mine = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True), 1)
        ratios.append(mine / base)
    return statistics.median(ratios)
