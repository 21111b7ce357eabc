"""The sample plan is exactly what the ten questions make of ten answers."""

from collections.abc import Iterator
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.guides.finding import State
from successbook.guides.interview import Interview
from successbook.guides.reading import shipped_guide
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import locate
from successbook.plan.records import view
from successbook.resources import resource
from successbook.tree import Address, Table, Tree
from tests.guides.login_bugfix import SAMPLE, answered, write_sample


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_ten_answers_given_to_the_interview_are_the_sample_byte_by_byte(tmp_path: Path) -> None:
    write_sample(tmp_path)
    assert files(tmp_path / SAMPLE) == files(resource("sample_plans") / SAMPLE)
    assert set(files(tmp_path / SAMPLE)) == {
        "plan.toml",
        "releases/fix-the-login-loop/release.toml",
        "stakeholders.toml",
    }


def test_the_sample_answers_every_question_and_nothing_is_missing() -> None:
    tree = PlanFolder.open(resource("sample_plans") / SAMPLE).tree
    assert tree == answered()
    interview = Interview(shipped_guide("ten-questions"), tree)
    assert set(interview.states()) == {State.ANSWERED}
    assert [said.missing for said in interview.said()][:8] == [()] * 8
    assert len(interview.said()[9].answers) == 3


def test_everything_in_the_sample_hangs_from_the_mission() -> None:
    hierarchy = Hierarchy(answered())
    assert hierarchy.orphans == []
    kinds = [line.kind.name for line in hierarchy.outline()]
    assert kinds == ["mission", "problem", "goal", "key_action", "initiative", "metric", "metric"]


def test_every_value_of_the_sample_fits_its_field() -> None:
    tree = answered()
    places = [locate(at) for name in tree.files for at in _tables(tree, Address(name))]
    records = [place for place in places if place is not None and not place.field]
    assert len(records) == 15
    for place in records:
        assert not view(place.kind.record(), tree.table(place.record)).misfits, place


def _tables(tree: Tree, at: Address) -> Iterator[Address]:
    yield at
    for key, held in tree.table(at).items():
        if isinstance(held, Table):
            yield from _tables(tree, at.child(key))
