"""A program that saves and is killed on the way, again and again; run by test_killed.py.

usage: python -m tests.files.killing FOLDER calls        killed before and after each single system call
       python -m tests.files.killing FOLDER times ROUNDS killed at random moments of many saves in a row

Prints one line per death: the scene, the moment, and what was found on the disk afterwards.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from successbook.files.saving import remove, save
from successbook.files.temporary import sweep
from tests.files.faults import LastCallDisk, WatchedDisk

OLD, NEW = b"old = 1\n" * 3000, b"new = 22\n" * 9000
SCENES = ("change", "make", "remove")


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def prepare(path: Path, scene: str) -> None:
    path.unlink(missing_ok=True)
    if scene != "make":
        path.write_bytes(OLD)


def act(path: Path, scene: str, disk: WatchedDisk) -> None:
    if scene == "remove":
        remove(path, OLD, disk=disk)
    else:
        save(path, NEW, OLD if scene == "change" else None, disk=disk)


def found(path: Path) -> str:
    known = {OLD: "old", NEW: "new"}
    return known.get(path.read_bytes(), "a mix") if path.exists() else "nothing"


def die(path: Path, scene: str, at: int, *, after: bool) -> bool:
    """Let a child act and be killed; whether it was, rather than having come to the end."""
    child = os.fork()
    if not child:
        act(path, scene, LastCallDisk(at, after=after))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def at_each_call(path: Path) -> None:
    for scene in SCENES:
        for after in (False, True):
            at = 1
            prepare(path, scene)
            while die(path, scene, at, after=after):
                on_disk = found(path)
                sweep(path.parent)
                left = [each.name for each in path.parent.iterdir() if each != path]
                tell(scene, "after" if after else "before", at, on_disk, "|", *left)
                at += 1
                prepare(path, scene)


def at_random_times(path: Path, rounds: int) -> None:
    generator = random.Random(7)
    path.write_bytes(OLD)
    for number in range(rounds):
        child = os.fork()
        if not child:
            held = path.read_bytes()
            while True:
                following = OLD if held == NEW else NEW
                save(path, following, held)
                held = following
        time.sleep(generator.uniform(0, 0.02))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        tell("loop", "at random", number, found(path), "|")
    sweep(path.parent)


if __name__ == "__main__":
    target = Path(sys.argv[1]) / "plan.toml"
    if sys.argv[2] == "calls":
        at_each_call(target)
    else:
        at_random_times(target, int(sys.argv[3]))
