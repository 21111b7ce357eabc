"""Records that are added: their ids, their place among the others, and what is refused."""

import pytest

from successbook.errors import AddressError, Refused
from successbook.plan.drafts import FORMAT, Draft
from successbook.plan.kinds import KINDS, Kind, locate
from successbook.tree import Table, Tree, Value, is_id
from tests.plan.made import FULL_KINDS, GOAL, METRIC, SMALL, SUITE, TODAY, added, at


def test_a_record_gets_its_table_an_id_and_its_title() -> None:
    draft = Draft(Tree(), today=TODAY)
    record = draft.add(KINDS["goal"], "  Let a guest\npay quickly ", fields={"owners": ("Mara",)})
    assert record == at("plan.toml:goals.let-a-guest-pay-quickly")
    assert draft.tree.table(record) == Table({"title": "Let a guest pay quickly", "owners": ("Mara",)})
    assert draft.tree.files["plan.toml"]["format"] == FORMAT


@pytest.mark.parametrize(
    ("kind", "fields", "id_"),
    [
        ("update", {"date": TODAY, "step": "Before the first stage"}, "before-the-first-stage"),
        ("reset", {"value": 14, "because": "New quarter"}, "new-quarter"),
        ("target", {"kind": "reach", "value": 14}, "2026-06-15-abcd"),
        ("insight", {}, "2026-06-15-abcd"),
        ("goal", {"title": "Said as a field"}, "said-as-a-field"),
    ],
)
def test_a_record_without_a_title_is_named_after_its_first_words_or_the_day(
    kind: str, fields: dict[str, Value], id_: str
) -> None:
    draft = Draft(SMALL, today=TODAY, random=lambda: "abcd")
    holders = {"update": at("stakeholders.toml:stakeholders.finance"), "reset": METRIC, "target": METRIC}
    assert draft.add(KINDS[kind], inside=holders.get(kind), fields=fields).key == id_


def test_two_records_with_one_title_get_two_ids_and_none_is_counted_up() -> None:
    draft = Draft(SMALL, random=iter(("aaaa", "bbbb")).__next__)
    ids = [draft.add(KINDS["goal"], "Pay!").key for _ in range(2)]
    assert ids == ["pay-aaaa", "pay-bbbb"]


def test_an_id_already_used_by_a_release_with_other_files_is_not_minted_again() -> None:
    tree = Tree({**SMALL.files, "releases/second/uat.toml": Table()})
    draft = Draft(tree, random=lambda: "abcd")
    assert draft.add(KINDS["release"], "Second") == at("releases/second-abcd/release.toml")


def test_a_record_comes_last_or_behind_its_neighbour() -> None:
    draft = Draft(SMALL)
    goals = at("plan.toml:goals")
    draft.add(KINDS["goal"], "Last", id_="last")
    draft.add(KINDS["goal"], "Next", id_="next", after=GOAL)
    draft.add(KINDS["goal"], "Far", id_="far", after=METRIC)
    assert list(draft.tree.table(goals)) == ["pay", "next", "quick", "last", "far"]


@pytest.mark.parametrize("kind", FULL_KINDS, ids=[kind.name for kind in FULL_KINDS])
def test_a_record_of_every_kind_can_be_added_filled_and_taken_away(kind: Kind) -> None:
    draft = Draft(Tree(), today=TODAY)
    record = added(draft, kind)
    place = locate(record)
    assert place is not None
    assert place.kind is kind
    without = Draft(draft.tree)
    without.remove(record)
    assert not without.tree.has(record)
    if record.path and not KINDS[kind.inside or "plan"].single:
        assert not without.tree.has(record.parent)


@pytest.mark.parametrize("id_", ["..", "a/b", "a b", "a.b", "-", "a--b", "x" * 61, "\x1b"])
def test_what_is_no_id_is_refused(id_: str) -> None:
    for kind in ("release", "goal"):
        with pytest.raises(Refused, match="is no id"):
            Draft(SMALL).add(KINDS[kind], "x", id_=id_)


def test_a_record_named_after_others_has_their_ids_with_two_hyphens_between() -> None:
    draft = Draft(SMALL)
    draft.add(KINDS["case"], "Pay", inside=SUITE)
    sheet = draft.add(KINDS["sheet"], inside=SUITE, id_="round-1--f1")
    assert sheet.file == "releases/first/results/round-1--f1.toml"
    assert draft.add(KINDS["result"], inside=sheet, id_="pay") == sheet.child("results", "pay")
    for id_ in ("a--b--c", "--a", "a--", "a--b.c"):
        with pytest.raises(Refused, match="is no id"):
            draft.add(KINDS["sheet"], inside=SUITE, id_=id_)
    with pytest.raises(Refused, match="is no id"):
        draft.add(KINDS["result"], inside=sheet, id_="a--b")


def test_an_id_that_is_taken_is_refused() -> None:
    with pytest.raises(Refused, match="something stands here already"):
        Draft(SMALL).add(KINDS["goal"], "x", id_="pay")


@pytest.mark.parametrize(
    ("kind", "inside"),
    [
        ("target", None),
        ("target", "plan.toml:goals.pay"),
        ("target", "plan.toml:metrics.nobody"),
        ("target", "plan.toml:metrics.seconds.targets.summer"),
        ("update", "plan.toml:metrics.seconds"),
        ("milestone", "releases/nobody/release.toml"),
        ("case", "releases/nobody/uat.toml"),
    ],
)
def test_a_part_is_added_to_no_other_record_than_its_own(kind: str, inside: str | None) -> None:
    draft = Draft(SMALL)
    with pytest.raises(AddressError):
        draft.add(KINDS[kind], "x", inside=at(inside) if inside else None)
    assert draft.tree is SMALL


def test_the_first_case_brings_the_acceptance_test_of_its_release() -> None:
    draft = Draft(SMALL)
    case = draft.add(KINDS["case"], "Pay", inside=SUITE)
    assert case == SUITE.child("cases", "pay")
    assert draft.tree.files[SUITE.file]["format"] == FORMAT


def test_a_record_that_cannot_hang_there_is_not_added() -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused, match="a mission cannot hang under a goal"):
        draft.add(KINDS["mission"], "x", under=GOAL)
    with pytest.raises(AddressError):
        draft.add(KINDS["goal"], "x", under=at("plan.toml:goals.nobody"))
    assert draft.tree is SMALL


def test_a_single_value_where_records_should_be_is_not_overwritten() -> None:
    draft = Draft(Tree({"plan.toml": Table({"goals": 3})}))
    with pytest.raises(Refused, match="a single value stands where a table is needed") as caught:
        draft.add(KINDS["goal"], "x")
    assert caught.value.where == "plan.toml:goals"
    assert draft.tree.files["plan.toml"]["goals"] == 3


@pytest.mark.parametrize("kind", FULL_KINDS, ids=[kind.name for kind in FULL_KINDS])
def test_what_is_minted_without_a_word_is_an_id(kind: Kind) -> None:
    draft = Draft(Tree(), today=TODAY)
    inside = added(draft, KINDS[kind.inside]) if kind.inside else None
    place = locate(draft.add(kind, inside=inside))
    assert place is not None
    assert is_id(place.id) or kind.file == place.id
