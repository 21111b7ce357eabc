"""Disks on which things go wrong at a chosen moment, and which tell whether they did."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar, cast

from successbook.files.disk import Disk

P = ParamSpec("P")
T = TypeVar("T")


class WatchedDisk(Disk):
    """A disk that works, and remembers every system call by name."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls.append(operation)
        return function(*args, **kwargs)


class FaultyDisk(WatchedDisk):
    """A disk on which the `at`-th call of one operation fails, and `times - 1` calls of it after that."""

    def __init__(self, operation: str, number: int, *, at: int = 1, times: int = 1) -> None:
        super().__init__()
        self.operation = operation
        self.number = number
        self.at = at
        self.times = times
        self.fired = 0

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls.append(operation)
        if operation == self.operation:
            count = self.calls.count(operation)
            if self.at <= count < self.at + self.times:
                self.fired += 1
                raise OSError(self.number, os.strerror(self.number))
        return function(*args, **kwargs)


class MeddlingDisk(WatchedDisk):
    """A disk on which somebody else does something right before the `at`-th call of one operation."""

    def __init__(self, operation: str, meddle: Callable[[], object], *, at: int = 1) -> None:
        super().__init__()
        self.operation = operation
        self.meddle = meddle
        self.at = at
        self.fired = 0

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls.append(operation)
        if operation == self.operation and self.calls.count(operation) == self.at:
            self.fired += 1
            self.meddle()
        return function(*args, **kwargs)


class StingyDisk(WatchedDisk):
    """A disk that takes and gives only a few bytes at a time."""

    def __init__(self, bytes_a_call: int = 7) -> None:
        super().__init__()
        self.bytes_a_call = bytes_a_call

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls.append(operation)
        given: list[object] = list(args)
        if operation == "read" and isinstance(given[1], int):
            given[1] = min(given[1], self.bytes_a_call)
        elif operation == "write" and isinstance(given[1], memoryview):
            given[1] = given[1][: self.bytes_a_call]
        return cast("Callable[..., T]", function)(*given, **kwargs)


class NoExchangeDisk(WatchedDisk):
    """A disk that cannot swap two names."""

    def exchange(self, one: Path, other: Path) -> bool:
        return False


class LastCallDisk(WatchedDisk):
    """A disk that kills the process with SIGKILL right before, or right after, its `at`-th system call."""

    def __init__(self, at: int, *, after: bool) -> None:
        super().__init__()
        self.at = at
        self.after = after

    def call(self, operation: str, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        self.calls.append(operation)
        now = len(self.calls) == self.at
        if now and not self.after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = function(*args, **kwargs)
        if now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result
