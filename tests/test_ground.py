"""The tests' own ground: nothing of the person who runs them is touched."""

import os
from pathlib import Path

import platformdirs


def test_every_test_has_a_home_of_its_own(home: Path) -> None:
    folders = [
        platformdirs.user_config_dir("successbook"),
        platformdirs.user_state_dir("successbook"),
        platformdirs.user_data_dir("successbook"),
        platformdirs.user_cache_dir("successbook"),
        str(Path.home()),
    ]
    assert all(Path(folder).is_relative_to(home) for folder in folders)
    assert list(home.iterdir()) == []


def test_the_day_is_fixed() -> None:
    assert os.environ["SUCCESSBOOK_TODAY"] == "2026-06-15"
