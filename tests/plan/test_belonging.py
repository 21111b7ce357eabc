"""To which release or notebook something belongs: told by its address alone."""

from successbook.plan.belonging import NOTEBOOK_KINDS, acceptance_test_of, id_of, in_notebook, release_of
from successbook.plan.kinds import KINDS
from successbook.tree import Address

RELEASE = Address("releases/first/release.toml")
UAT = Address("releases/first/uat.toml")


def test_everything_in_a_release_s_folder_belongs_to_it_and_to_its_acceptance_test() -> None:
    inside = (
        RELEASE,
        RELEASE.child("gates", "go"),
        UAT,
        UAT.child("cases", "pay", "steps", "open"),
        Address("releases/first/results/one--f1.toml", ("results", "pay", "note")),
        Address("releases/first/defects/f1-blank.toml"),
    )
    assert {release_of(at) for at in inside} == {RELEASE}
    assert {acceptance_test_of(at) for at in inside} == {UAT}


def test_what_stands_in_no_release_belongs_to_none() -> None:
    for at in (None, Address("plan.toml", ("goals", "a")), Address("notebook.toml"), Address("notes.md")):
        assert release_of(at) is None
        assert acceptance_test_of(at) is None


def test_the_id_of_a_file_is_in_its_name() -> None:
    assert id_of(RELEASE) == id_of(RELEASE.child("title")) == id_of(UAT) == "first"
    assert id_of(UAT.child("cases", "pay")) == "pay"
    assert id_of(Address("releases/first/results/one--f1.toml")) == "one--f1"
    assert id_of(Address("releases/first/defects/f1-blank.toml")) == "f1-blank"
    assert id_of(Address("reflections/2026-06-12.toml")) == "2026-06-12"


def test_a_notebook_has_its_own_file_and_those_of_its_sessions() -> None:
    assert in_notebook("notebook.toml")
    assert in_notebook("reflections/2026-06-12.toml")
    assert not any(map(in_notebook, ("plan.toml", "readings.toml", UAT.file, RELEASE.file)))


def test_the_kinds_of_a_notebook_are_those_below_it() -> None:
    below = {"notebook"}
    for kind in KINDS.values():
        if kind.inside in below:
            below.add(kind.name)
    assert below == NOTEBOOK_KINDS
