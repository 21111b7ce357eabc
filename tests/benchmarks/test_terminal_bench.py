"""The measuring tool measures; how much is nobody's business here."""

import shlex
import sys
from pathlib import Path

from benchmarks.rows import Row
from benchmarks.terminal_bench import Case, Result, ratio, rounds, run

HELLO = Path(__file__).parents[2] / "benchmarks" / "hello.py"


def test_a_run_measures_every_pattern_every_key_and_the_way_out() -> None:
    result = run(
        Case("hello", (sys.executable, HELLO), ("Hello", "Hello 0"), keys=("x", "y", "Down"), idle=0.2)
    )
    assert len(result.shown) == 2
    assert len(result.keys) == 3
    assert result.silent == 0
    assert min(*result.shown, *result.keys, result.held or 0, result.memory, result.leave) > 0
    assert result.idle is not None


def test_rounds_are_interleaved_and_warm_ones_do_not_count(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def case(name: str) -> Case:
        script = f"echo {name} >> {shlex.quote(str(log))}; echo ready; read -r line"
        return Case(name, ("sh", "-c", script), ("ready",), leave=("Enter",))

    results = rounds([case("a"), case("b")], count=2, warm=1)
    assert log.read_text().split() == ["a", "b"] * 3
    assert {name: len(runs) for name, runs in results.items()} == {"a": 2, "b": 2}


def test_a_case_that_fails_is_told_and_left_out_and_the_others_go_on() -> None:
    said: list[str] = []
    fine = Case("fine", ("sh", "-c", "echo ready; read -r line"), ("ready",), leave=("Enter",))
    broken = Case("broken", ("sh", "-c", "echo no such screen"), ("ready",))
    results = rounds([fine, broken], count=1, warm=0, say=said.append)
    assert list(results) == ["fine"]
    assert len(said) == 1
    assert said[0].startswith("broken: it ended before ['ready']")


def test_a_ratio_compares_within_a_round() -> None:
    def result(ms: float) -> Result:
        return Result([], [], 0, None, 0, None, ms)

    def leave(result: Result) -> float:
        return result.leave

    mine, base = [result(20), result(90), result(300)], [result(10), result(30), result(100)]
    assert ratio(mine, base, leave, leave) == 3


def test_a_row_says_ok_over_or_that_it_could_not_be_measured() -> None:
    assert " ok" in str(Row("this", 2, 2))
    assert " over" in str(Row("this", 2, 2.01))
    assert "could not be measured" in str(Row("this", 2, None))
