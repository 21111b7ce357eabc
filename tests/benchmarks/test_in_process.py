"""What is measured in this process is measured at all."""

from pathlib import Path

from benchmarks.big_plan import write_big_plan
from benchmarks.in_process import least, worked_out


def test_every_room_is_worked_out(tmp_path: Path) -> None:
    write_big_plan(60, tmp_path)
    took = worked_out(tmp_path)
    assert list(took) == ["calibration", "page", "goals", "uat", "due", "check"]
    assert all(milliseconds >= 0 for milliseconds in took.values())


def test_the_least_of_several_runs_counts() -> None:
    runs: list[int] = []
    assert least(lambda: runs.append(1), 3) >= 0
    assert len(runs) == 3
