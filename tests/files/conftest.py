"""A plan of two files on the disk, and one file alone."""

from pathlib import Path

import pytest

from tests.files.folders import PLAN, RELEASE
from tests.files.one_file import OLD


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """The folder of a plan with a release."""
    folder = tmp_path / "plan"
    (folder / "releases" / "r1").mkdir(parents=True)
    (folder / "plan.toml").write_bytes(PLAN)
    (folder / "releases" / "r1" / "release.toml").write_bytes(RELEASE)
    return folder


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in a folder of its own."""
    path = tmp_path / "plan" / "plan.toml"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


@pytest.fixture(autouse=True)
def power_stays_on() -> None:
    """Here the disk is waited for as in earnest."""
