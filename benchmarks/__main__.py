"""Measure, and print a table: `make bench`, or `python -m benchmarks --rounds 7 --json out.json`."""

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.board import board_rows
from benchmarks.cases import make_plans, terminal_cases
from benchmarks.rows import HEADING, other_rows, terminal_rows
from benchmarks.terminal_bench import noise, rounds


def settle_in(scratch: Path) -> None:
    """Give what is measured a home of its own, and a fixed day."""
    os.environ |= {"HOME": str(scratch), "SUCCESSBOOK_TODAY": "2026-06-15"}
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(scratch / "home" / name.lower())


def main() -> int:
    """Measure everything and print the table; 1 if something could not be measured.

    A bar that is exceeded is no failure: on an unsteady machine it says little, so it is for people to read.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="runs of each case (default 5)")
    parser.add_argument("--only", default="", help="only terminal cases whose name contains this, and hello")
    parser.add_argument("--json", type=Path, help="write every single number to this file")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        settle_in(scratch)
        plans = make_plans(scratch)
        cases = [case for case in terminal_cases(plans) if case.name == "hello" or options.only in case.name]
        unsteady = noise()
        runs = rounds(cases, options.rounds)
        rows = terminal_rows(runs) + ([] if options.only else [*other_rows(plans), *board_rows()])
        unsteady = max(unsteady, noise())
    measured = [row for row in rows if row.measured is not None]
    print(HEADING, *(measured if options.only else rows), sep="\n")
    print(
        f"x: to a bare Textual app, {options.rounds} rounds at 120x40; this machine's noise {unsteady:.2f}x"
    )
    if options.json:
        options.json.write_text(json.dumps({n: [asdict(r) for r in rs] for n, rs in runs.items()}, indent=1))
    return 0 if options.only or len(measured) == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main())
