"""The matrix of 1,000 cases and 10 testers in three rounds: opening it, and a key in it.

python -m benchmarks.matrix
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.big_tests import sheets, uat_fields
from benchmarks.terminal_bench import Case, Result, rounds
from successbook.files.folder import PlanFolder
from successbook.tree import Table, Tree, freeze

CASES = 1_000
MANY = 2_000
"""Records of a plan that is tested by ten testers in three rounds."""
HELLO = Path(__file__).with_name("hello.py")
MATRIX = r"must +T0"
"""What is on the screen when the matrix is: its heading."""


def write_matrix_plan(folder: Path) -> Path:
    """A release with 1,000 cases and 30,000 results, and nothing else."""
    plan = {
        "plan.toml": {"format": 1, "title": "Large test", "missions": {"m": {"title": "One mission"}}},
        "releases/summer/release.toml": {"format": 1, "title": "Summer"},
        "releases/summer/uat.toml": uat_fields(CASES, 1, MANY, lambda number: f"Case {number}"),
        **sheets(CASES, 1, MANY),
    }
    tables = {name: freeze(fields) for name, fields in plan.items()}
    folder.mkdir(parents=True, exist_ok=True)
    PlanFolder.open(folder).write(Tree({k: v for k, v in tables.items() if isinstance(v, Table)}))
    return folder


def matrix_cases(folder: Path) -> list[Case]:
    """The matrix: its first key opens it, the others move in it."""
    start = (sys.executable, "-m", "successbook", folder)
    moves = ("4", *("Down",) * 12, *("Right",) * 4, *("Down",) * 4)
    return [Case("matrix", start, ("1 Page", "One mission"), keys=moves)]


def opening(result: Result) -> float:
    """Milliseconds from the key to the matrix."""
    return result.keys[0]


def moving(result: Result) -> float:
    """Milliseconds from a key in the matrix to its picture, the median."""
    return statistics.median(result.keys[1:])


def main() -> int:
    """Measure and print both, beside a bare Textual app."""
    with tempfile.TemporaryDirectory() as scratch:
        cases = matrix_cases(write_matrix_plan(Path(scratch) / "plan"))
        hello = Case("hello", (sys.executable, HELLO), ("Hello",), keys=("x",) * 20)
        runs = rounds([hello, *cases], 3)
    bare = statistics.median(statistics.median(each.keys) for each in runs["hello"])
    for what, look in (("opening the matrix", opening), ("a key in the matrix", moving)):
        took = statistics.median(look(each) for each in runs["matrix"])
        print(f"{what}, 1,000 cases by 10 testers: {took:.1f} ms, {took / bare:.1f}x a key of a bare app")
    return 0


if __name__ == "__main__":
    sys.exit(main())
