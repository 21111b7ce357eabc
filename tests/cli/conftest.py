"""A small plan on the disk, and the command line run in this process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from successbook.cli import main
from tests.plans import written


@dataclass(frozen=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; one that cannot do it says so in one line and prints no data."""

    def run(*words: object) -> Result:
        capsys.readouterr()
        code = main([str(word) for word in words])
        out, err = capsys.readouterr()
        if code == 2:
            assert out == ""
            assert err.startswith("successbook: ")
            assert err.count("\n") == 1
        assert "Traceback" not in err
        return Result(code, out, err)

    return run


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The folder of a small plan with nothing wrong in it."""
    return written(tmp_path / "plan")
