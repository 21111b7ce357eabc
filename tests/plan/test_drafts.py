"""Drafts: what a person means becomes edits that leave the files as if somebody tidy had written them."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import AddressError, CycleError, Refused
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.drafts import FORMAT, Draft
from successbook.plan.hierarchy import Hierarchy
from successbook.plan.kinds import KINDS, READINGS, Kind, locate
from successbook.plan.shapes import normal
from successbook.tree import Add, Address, Move, Note, Remove, Set, Table, Tree, Value, do, is_id
from tests.plan.made import FULL_KINDS, SMALL, TODAY, added, answerable, records_with_fields
from tests.strategies import broken_plans, fitting, identical

WHY = Note(above=("# why",), beside="# beside")


def at(token: str) -> Address:
    return Address.parse(token)


PLAN, GOAL, METRIC = at("plan.toml"), at("plan.toml:goals.pay"), at("plan.toml:metrics.seconds")
RELEASE, SUITE = at("releases/first/release.toml"), at("releases/first/uat.toml")


# Laws


@given(records_with_fields(), st.data())
def test_a_value_put_and_the_old_one_put_back_leaves_the_plan_as_it_was(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    field = data.draw(st.sampled_from(answerable(kind)))
    place = record.child(field.name)
    draft = Draft(tree)
    draft.put(place, data.draw(fitting(field) | st.none()))
    draft.put(place, tree.get(place))
    assert identical(draft.tree, tree)


@given(st.sampled_from(FULL_KINDS), st.data())
def test_fields_stand_as_declared_in_whatever_order_they_are_put(kind: Kind, data: st.DataObject) -> None:
    start = Draft(Tree(), today=TODAY)
    record = added(start, kind)
    fields = data.draw(st.lists(st.sampled_from(answerable(kind)), unique=True, max_size=5))
    answers = {field.name: data.draw(fitting(field)) for field in fields}
    trees = []
    for _ in range(2):
        draft = Draft(start.tree)
        for name in data.draw(st.permutations(list(answers))):
            draft.put(record.child(name), answers[name])
        trees.append(draft.tree)
    assert identical(*trees)
    order = [field.name for field in fields_of(kind.name)]
    assert sorted(trees[0].table(record), key=order.index) == list(trees[0].table(record))


@given(records_with_fields(), st.data())
def test_what_was_put_stands_there_in_its_shape_and_the_change_brings_all_of_it(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    draft, expected = Draft(tree), dict[str, Value | None]()
    for field in data.draw(st.lists(st.sampled_from(answerable(kind)), min_size=1, max_size=4)):
        value = data.draw(fitting(field) | st.none())
        draft.put(record.child(field.name), value)
        expected[field.name] = normal(field.control, value)
    assert {name: draft.tree.get(record.child(name)) for name in expected} == expected
    changed, inverse = do(tree, draft.change("Write"))
    assert identical(changed, draft.tree)
    assert identical(do(changed, inverse)[0], tree)


@given(records_with_fields(), st.data())
def test_the_shape_of_a_field_depends_on_its_control_alone(
    made: tuple[Tree, Address, Kind], data: st.DataObject
) -> None:
    tree, record, kind = made
    field = data.draw(st.sampled_from(answerable(kind)))
    seen = set()
    for _ in range(3):
        draft = Draft(tree)
        draft.put(record.child(field.name), data.draw(fitting(field)))
        seen.add(shape(field, draft.tree.get(record.child(field.name))))
    assert len(seen - {None}) <= 1


def shape(field: FieldDescription, value: Value | None) -> object:
    """What decides how a value is written: its type, and for text whether it is a block."""
    if value is None:
        return None
    if isinstance(value, str):
        return "measured" if field.control.value == "measured" else f"text {value.endswith(chr(10))}"
    return "measured" if isinstance(value, int | float) and not isinstance(value, bool) else type(value)


@given(records_with_fields())
def test_putting_what_is_there_changes_nothing(made: tuple[Tree, Address, Kind]) -> None:
    tree, record, _ = made
    draft = Draft(tree)
    for name, value in tree.table(record).items():
        draft.put(record.child(name), value)
    draft.put(record.child("nobody"), None)
    assert draft.tree is tree
    assert not draft.change("Nothing")


@given(broken_plans(), st.data())
def test_hanging_is_refused_or_makes_the_new_parent_the_first_and_keeps_the_others(
    tree: Tree, data: st.DataObject
) -> None:
    before = Hierarchy(tree)
    if not before.kinds:
        return
    record, parent, leave = (data.draw(st.sampled_from(list(before.kinds))) for _ in range(3))
    draft = Draft(tree)
    try:
        draft.hang(record, parent, instead_of=data.draw(st.sampled_from((None, leave))))
    except CycleError:
        assert before.would_circle(record, parent)
    except Refused:
        assert before.kinds[parent].name not in before.kinds[record].under
    else:
        after = Hierarchy(draft.tree)
        assert after.parents[record][0] == parent
        assert set(before.parents[record]) <= {*after.parents[record], leave}
        said = tree.get(record.child(before.kinds[record].link))
        if isinstance(said, tuple):
            assert set(after.parents[record]) <= {*before.parents[record], parent}
            assert len(draft.change("Hang").edits) <= 1
        if any(after.would_circle(record, each) for each in after.parents[record]):
            assert any(before.would_circle(record, each) for each in before.parents[record])
        return
    assert draft.tree is tree


# Putting


def test_a_field_gets_its_place_among_the_declared_ones() -> None:
    draft = Draft(SMALL)
    for name, value in (("by", TODAY), ("owners", ("Mara",)), ("how_it_serves", "Because"), ("own", 1)):
        draft.put(GOAL.child(name), value)
    draft.put(GOAL.child("confidence"), "hunch")
    assert list(draft.tree.table(GOAL)) == [
        "title", "serves", "how_it_serves", "owners", "by", "confidence", "own"
    ]  # fmt: skip


def test_a_hand_made_order_and_comments_are_left_alone() -> None:
    table = Table({"own": 1, "by": TODAY, "title": "Pay"}, {"by": WHY})
    tree = Tree({"plan.toml": Table({"goals": Table({"pay": table})})})
    draft = Draft(tree)
    draft.put(GOAL.child("title"), "Pay more")
    draft.put(GOAL.child("by"), dt.date(2026, 7, 1))
    assert list(draft.tree.table(GOAL)) == ["own", "by", "title"]
    assert draft.tree.note(GOAL.child("by")) == WHY
    assert draft.change("x").edits == (
        Set(GOAL.child("title"), "Pay more"),
        Set(GOAL.child("by"), dt.date(2026, 7, 1)),
    )


def test_tables_of_parts_stand_in_the_order_of_their_kinds() -> None:
    draft = Draft(SMALL)
    for name in ("score", "reset", "revision"):
        draft.add(KINDS[name], inside=METRIC, id_="x")
    tables = [key for key, value in draft.tree.table(METRIC).items() if isinstance(value, Table)]
    assert tables == ["targets", "resets", "revisions", "scores"]


def test_tables_of_kinds_stand_in_the_order_of_their_kinds() -> None:
    draft = Draft(Tree())
    for name in ("insight", "goal", "mission", "metric"):
        draft.add(KINDS[name], "x")
    assert list(draft.tree.files["plan.toml"]) == ["format", "missions", "goals", "metrics", "insights"]


def test_readings_stand_by_date_and_before_remarks_in_whatever_order_they_are_put() -> None:
    days = ["2026-06-08", "2026-05-31", "2026-06-15", "2026-06-01"]
    draft = Draft(SMALL)
    for day in days:
        draft.put(Address(READINGS, ("notes", "seconds", day)), f" of {day} ")
        draft.put(Address(READINGS, ("readings", "seconds", day)), 14)
    table = draft.tree.files[READINGS]
    assert list(table) == ["format", "readings", "notes"]
    assert list(draft.tree.table(Address(READINGS, ("readings", "seconds")))) == sorted(days)
    assert draft.tree.get(Address(READINGS, ("notes", "seconds", days[0]))) == f"of {days[0]}"


def test_what_has_no_order_of_its_own_stands_in_the_order_of_putting() -> None:
    draft = Draft(SMALL)
    for metric in ("seconds", "calls", "errors"):
        draft.put(Address(READINGS, ("readings", metric, "2026-06-08")), 14)
    assert list(draft.tree.table(Address(READINGS, ("readings",)))) == ["seconds", "calls", "errors"]
    for key in ("b", "c", "a"):
        draft.put(at(f"plan.toml:nobody.{key}"), 1)
    assert list(draft.tree.table(at("plan.toml:nobody"))) == ["b", "c", "a"]


def test_a_value_taken_away_takes_emptied_tables_along_but_no_record() -> None:
    draft = Draft(SMALL)
    reading = Address(READINGS, ("readings", "seconds", "2026-06-08"))
    draft.put(reading, 14)
    draft.put(reading, None)
    assert draft.tree.files[READINGS] == Table({"format": FORMAT})
    for name in ("kind", "value"):
        draft.put(METRIC.child("targets", "summer", name), None)
    assert draft.tree.get(METRIC.child("targets", "summer")) == Table()


@pytest.mark.parametrize("nothing", ["", "  ", "\n", None])
def test_empty_text_is_absence(nothing: str | None) -> None:
    draft = Draft(SMALL)
    draft.put(GOAL.child("title"), nothing)
    assert not draft.tree.has(GOAL.child("title"))


def test_no_answer_false_and_zero_are_values() -> None:
    draft = Draft(SMALL)
    draft.put(METRIC.child("tolerance"), 0)
    draft.put(METRIC.child("own"), value=False)
    assert draft.tree.get(METRIC.child("tolerance")) == 0
    assert draft.tree.get(METRIC.child("own")) is False


def test_a_misfit_is_replaced_where_it_stands() -> None:
    held = Table({"title": Table({"a": 1}), "by": "soon"})
    draft = Draft(Tree({"plan.toml": Table({"goals": Table({"pay": held})})}))
    draft.put(GOAL.child("title"), "Pay")
    draft.put(GOAL.child("by"), TODAY)
    assert draft.tree.table(GOAL) == Table({"by": TODAY, "title": "Pay"})
    draft.put(GOAL.child("own"), Table({"a": 1}))
    assert draft.tree.get(GOAL.child("own", "a")) == 1


@pytest.mark.parametrize(
    "token",
    [
        "plan.toml:goals.nobody.title",
        "plan.toml:metrics.nobody.targets.x.value",
        "plan.toml:metrics.seconds.targets.nobody.value",
        "stakeholders.toml:stakeholders.nobody.title",
        "releases/nobody/release.toml:title",
        "releases/first/release.toml:milestones.nobody.title",
        "releases/first/uat.toml:title",
        "notebook.toml:title",
        "../plan.toml:title",
        "releases/../release.toml:title",
        "/etc/passwd:title",
        "notes.txt:title",
    ],
)
@pytest.mark.parametrize("value", ["x", None])
def test_nothing_is_put_where_no_record_is(token: str, value: str | None) -> None:
    draft = Draft(SMALL)
    with pytest.raises(AddressError):
        draft.put(at(token), value)
    assert draft.tree is SMALL


@pytest.mark.parametrize("token", ["plan.toml", "plan.toml:goals", "plan.toml:goals.pay"])
def test_no_single_value_replaces_a_table_of_records(token: str) -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused):
        draft.put(at(token), 3)
    assert draft.tree is SMALL


def test_the_table_of_the_plan_is_made_when_it_is_needed() -> None:
    draft = Draft(Tree())
    draft.put(at("plan.toml:title"), "Checkout")
    assert draft.tree.files["plan.toml"] == Table({"format": FORMAT, "title": "Checkout"})


# Adding


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


# Removing, reordering, hanging


def test_a_removed_record_leaves_references_to_it_where_they_are() -> None:
    draft = Draft(SMALL)
    draft.remove(GOAL)
    assert draft.tree.get(at("plan.toml:goals.quick.serves")) == ("goal:pay",)
    assert draft.change("x").edits == (Remove(GOAL),)


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(AddressError):
        Draft(SMALL).remove(at("plan.toml:goals.nobody"))


def test_a_record_is_put_first_or_behind_another_and_keeps_its_comments() -> None:
    draft = Draft(SMALL)
    quick = at("plan.toml:goals.quick")
    draft.reorder(quick, None)
    assert list(draft.tree.table(quick.parent)) == ["quick", "pay"]
    draft.reorder(quick, GOAL)
    assert identical(draft.tree, SMALL)
    assert draft.change("x").edits == (Move(quick, quick), Move(quick, quick, "pay"))
    draft.reorder(quick, quick)
    assert identical(draft.tree, SMALL)


def test_a_record_is_not_put_beside_those_of_another_kind() -> None:
    with pytest.raises(Refused, match="beside records of its own kind"):
        Draft(SMALL).reorder(GOAL, METRIC)


def test_a_new_first_parent_comes_before_what_the_record_serves_already() -> None:
    draft = Draft(SMALL)
    draft.hang(GOAL, at("plan.toml:missions.shop"))
    assert draft.tree.get(GOAL.child("serves")) == ("mission:shop", "problem:form")
    draft.hang(GOAL, at("plan.toml:problems.form"), instead_of=at("plan.toml:missions.shop"))
    assert draft.tree.get(GOAL.child("serves")) == ("problem:form",)


def test_a_reference_is_a_bare_id_where_the_kind_is_clear_else_kind_and_id() -> None:
    assert SMALL.get(at("plan.toml:problems.form.serves")) == ("shop",)
    assert SMALL.get(GOAL.child("serves")) == ("problem:form",)
    assert SMALL.get(METRIC.child("measures")) == ("goal:pay",)


def test_hanging_keeps_broken_references_other_spellings_and_a_single_word() -> None:
    for held, kept in (
        (("nobody", "form", 3), ("nobody", 3)),
        ("nobody", ("nobody",)),
        ("problem:form", ()),
        ("mission:shop", ("mission:shop",)),
        ("goal:quick", ()),
        (3, ()),
    ):
        draft = Draft(SMALL)
        draft.edit(Set(GOAL.child("serves"), held))
        draft.hang(GOAL, at("plan.toml:problems.form"))
        assert draft.tree.get(GOAL.child("serves")) == ("problem:form", *kept)


@pytest.mark.parametrize(
    ("record", "parent", "error", "says"),
    [
        ("goals.pay", "goals.pay", CycleError, '"Guests pay" would come to serve itself'),
        ("goals.pay", "goals.quick", CycleError, '"Guests pay" would come to serve itself'),
        (
            "goals.pay",
            "metrics.seconds",
            Refused,
            "a goal cannot hang under a metric; it hangs under a problem",
        ),
        ("missions.shop", "goals.pay", Refused, "a mission cannot hang under a goal"),
        (
            "problems.form",
            "goals.pay",
            Refused,
            "a problem cannot hang under a goal; it hangs under a mission",
        ),
        ("goals.nobody", "goals.pay", AddressError, "no record stands here"),
        ("goals.pay", "goals.nobody", AddressError, "no record stands here"),
        ("goals.pay.title", "problems.form", AddressError, "no record stands here"),
        ("goals.pay", "goals.quick.title", AddressError, "no record stands here"),
    ],
)
def test_what_cannot_hang_there_is_refused_with_the_reason(
    record: str, parent: str, error: type[Refused], says: str
) -> None:
    draft = Draft(SMALL)
    with pytest.raises(error) as caught:
        draft.hang(at(f"plan.toml:{record}"), at(f"plan.toml:{parent}"))
    assert type(caught.value) is error
    assert says in str(caught.value)
    assert draft.tree is SMALL


# What is not known yet


def test_dont_know_is_kept_as_an_answer_and_the_value_goes() -> None:
    draft = Draft(SMALL)
    draft.put(GOAL.child("by"), TODAY)
    draft.dont_know(GOAL, "by")
    draft.dont_know(GOAL, "owners")
    draft.dont_know(GOAL, "by")
    assert draft.tree.get(GOAL.child("not_known")) == ("by", "owners")
    assert not draft.tree.has(GOAL.child("by"))


def test_an_answer_ends_a_dont_know_and_taking_it_away_does_not_bring_it_back() -> None:
    draft = Draft(SMALL)
    draft.dont_know(GOAL, "by")
    draft.dont_know(GOAL, "owners")
    draft.put(GOAL.child("by"), TODAY)
    assert draft.tree.get(GOAL.child("not_known")) == ("owners",)
    draft.put(GOAL.child("by"), None)
    assert draft.tree.get(GOAL.child("not_known")) == ("owners",)
    draft.put(GOAL.child("owners"), ("Mara",))
    assert not draft.tree.has(GOAL.child("not_known"))


def test_no_answer_is_no_end_of_a_dont_know() -> None:
    draft = Draft(SMALL)
    draft.dont_know(GOAL, "by")
    draft.put(GOAL.child("by"), None)
    assert draft.tree.get(GOAL.child("not_known")) == ("by",)


def test_the_first_part_ends_a_dont_know_about_parts() -> None:
    draft = Draft(SMALL)
    draft.dont_know(METRIC, "resets")
    draft.add(KINDS["reset"], inside=METRIC, fields={"value": 14})
    assert not draft.tree.has(METRIC.child("not_known"))


def test_the_plan_keeps_which_kinds_are_not_known_and_no_record_goes_for_it() -> None:
    draft = Draft(SMALL)
    draft.dont_know(PLAN, "goals")
    assert draft.tree.get(PLAN.child("not_known")) == ("goals",)
    assert draft.tree.has(GOAL)
    empty = Draft(Tree())
    empty.dont_know(PLAN, "goals")
    assert empty.tree.files["plan.toml"] == Table({"format": FORMAT, "not_known": ("goals",)})


def test_what_is_not_there_cannot_be_unknown() -> None:
    with pytest.raises(AddressError):
        Draft(SMALL).dont_know(at("plan.toml:goals.nobody"), "by")


@pytest.mark.parametrize(
    "step",
    [
        lambda draft: draft.edit(Add(at("nowhere.toml:a"), 1)),
        lambda draft: draft.put(at("nowhere.toml:a"), 1),
        lambda draft: draft.remove(at("plan.toml:goals.nobody")),
        lambda draft: draft.add(KINDS["goal"], "x", id_="pay"),
    ],
)
def test_what_is_refused_leaves_the_draft_as_it_was(step: Callable[[Draft], object]) -> None:
    draft = Draft(SMALL)
    with pytest.raises(Refused):
        step(draft)
    assert draft.tree is SMALL
    assert draft.change("x").edits == ()


@pytest.mark.parametrize("kind", FULL_KINDS, ids=[kind.name for kind in FULL_KINDS])
def test_what_is_minted_without_a_word_is_an_id(kind: Kind) -> None:
    draft = Draft(Tree(), today=TODAY)
    inside = added(draft, KINDS[kind.inside]) if kind.inside else None
    place = locate(draft.add(kind, inside=inside))
    assert place is not None
    assert is_id(place.id) or kind.file == place.id
