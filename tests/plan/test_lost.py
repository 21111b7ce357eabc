"""What belongs to a file that is gone is seen all the same: an empty record stands for it."""

import pytest

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.lost import lost_files, with_lost_files
from successbook.plan.titles import title_of
from successbook.tree import Address, Table, Tree

RELEASE, UAT = "releases/a/release.toml", "releases/a/uat.toml"
SHEET, DEFECT = "releases/a/results/r--t.toml", "releases/a/defects/d.toml"


@pytest.mark.parametrize(
    ("there", "lost"),
    [
        ((), ()),
        (("plan.toml", "readings.toml", "notebook.toml", "reflections/2026-06-12.toml"), ()),
        (("reflections/2026-06-12.toml",), ("notebook.toml",)),
        ((RELEASE, UAT, SHEET, DEFECT), ()),
        ((UAT,), (RELEASE,)),
        ((RELEASE, SHEET), (UAT,)),
        ((DEFECT, SHEET), (UAT, RELEASE)),
        ((RELEASE, "releases/b/uat.toml"), ("releases/b/release.toml",)),
        (("notes.toml", "releases/a/other.toml"), ()),
    ],
)
def test_a_file_is_lost_where_others_belong_to_it(there: tuple[str, ...], lost: tuple[str, ...]) -> None:
    assert lost_files(there) == lost


def test_an_empty_record_stands_for_it_and_is_called_after_its_folder() -> None:
    defect = Table({"title": "Late"})
    whole = with_lost_files(Tree({DEFECT: defect}))
    assert list(records(whole, KINDS["release"])) == [Address(RELEASE)]
    assert whole.files == {DEFECT: defect, RELEASE: Table(), UAT: Table()}
    assert title_of(whole, Address(RELEASE)) == "release a"


def test_a_plan_that_has_all_its_files_is_the_same() -> None:
    tree = Tree({RELEASE: Table(), UAT: Table()})
    assert with_lost_files(tree) is tree
