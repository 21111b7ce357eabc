"""A save that is killed with SIGKILL leaves the old bytes or the new ones, never a mix."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from successbook.files import temporary
from successbook.files.saving import save
from successbook.files.temporary import sweep
from tests.files.faults import WatchedDisk

ROOT = Path(__file__).parents[2]
ROUNDS = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "torture" else 40


def run(*arguments: str | Path) -> list[str]:
    path = os.pathsep.join([str(ROOT), *(each for each in sys.path if each)])
    done = subprocess.run(
        [sys.executable, "-m", "tests.files.killing", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": path},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def deaths(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return run(tmp_path_factory.mktemp("killed"), "calls")


def calls_of_a_change(folder: Path) -> int:
    disk = WatchedDisk()
    (folder / "plan.toml").write_bytes(b"a = 1\n")
    save(folder / "plan.toml", b"a = 2\n", b"a = 1\n", disk=disk)
    return len(disk.calls)


def test_it_is_killed_before_and_after_every_system_call(deaths: list[str], tmp_path: Path) -> None:
    killed = [each for each in deaths if each.startswith("change")]
    assert len(killed) == 2 * calls_of_a_change(tmp_path)


@pytest.mark.parametrize(
    ("scene", "outcomes"),
    [("change", {"old", "new"}), ("make", {"nothing", "new"}), ("remove", {"old", "nothing"})],
)
def test_old_or_new_bytes_are_on_the_disk(deaths: list[str], scene: str, outcomes: set[str]) -> None:
    found = [each.partition("|")[0].split()[3:] for each in deaths if each.startswith(scene)]
    assert {" ".join(words) for words in found} == outcomes


def test_what_a_killed_process_left_is_swept(deaths: list[str]) -> None:
    assert [each for each in deaths if each.partition("| ")[2]] == []


def test_a_kill_at_any_time_leaves_one_of_the_two(tmp_path: Path) -> None:
    found = [each.split("|")[0].split()[-1] for each in run(tmp_path, "times", str(ROUNDS))]
    assert len(found) == ROUNDS
    assert set(found) <= {"old", "new"}  # on a busy machine all may come early: which they are is chance
    assert [each.name for each in tmp_path.iterdir()] == ["plan.toml"]


def test_only_our_own_files_of_dead_processes_on_this_machine_are_swept(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    dead, here = int(ended.stdout), temporary._host()
    ours = f".successbook-{here}-{dead}-{'0' * 16}.tmp"
    others = [
        f".successbook-{here}-{os.getpid()}-{'0' * 16}.tmp",
        f".successbook-00000000-{dead}-{'0' * 16}.tmp",
        f".successbook-{here}-{dead}-short.tmp",
        "plan.toml.tmp",
    ]
    for name in (ours, *others):
        (tmp_path / name).touch()
    assert sweep(tmp_path) == (ours,)
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted(others)


def test_a_folder_that_cannot_be_looked_into_is_not_swept(tmp_path: Path) -> None:
    assert sweep(tmp_path / "nowhere") == ()
