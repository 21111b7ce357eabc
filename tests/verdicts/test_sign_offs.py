"""Sign-offs: on exactly what they are, what leaves them alone, and what makes them stale or challenged."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.tree import Address, Set, Table, Tree, Value, apply
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.fingerprint import MEANING, changes_since, fingerprint, marks_of
from successbook.verdicts.sign_offs import Signature, seal_of
from tests.verdicts.acceptance_plans import RELEASE, UAT, suite

TEXT = """
scope = "Paying"
environments = ["Staging", "Phone"]
[criteria.c]
title = "Nine of ten"
list = "exit"
kind = "share passed"
number = 50
[cases.pay]
title = "Pay"
section = "Paying"
priority = "must"
tags = ["phone"]
pass_when = "The page names the sum."
[cases.pay.steps.one]
title = "Choose a card"
[cases.pay.steps.two]
title = "Pay"
expect = "Thank you"
[cases.look]
title = "Look"
priority = "should"
[testers.a]
title = "A"
[testers.b]
title = "B"
[rounds.r1]
title = "Round 1"
[quotas.q]
title = "All"
wanted = 1
testers = ["a", "b"]
[waivers.w]
case = "look"
by = "M"
why = "W"
"""
RESULTS = {"r1--a": "pay passed, look failed"}
DEFECTS = {"d": 'title = "D"\nstate = "open"\nseverity = "minor"'}


def the_test(text: str = TEXT, results: dict[str, str] | None = None) -> Tree:
    return suite(text, RESULTS if results is None else results, DEFECTS)


def put(tree: Tree, at: Address, value: Value) -> Tree:
    return apply(tree, Set(at, value))[0]


def signed(tree: Tree) -> Tree:
    seal = seal_of(tree, UAT)
    table = tree.files[UAT.file].put("sign_offs", Table({"lin": Table({"title": "Lin", **seal})}))
    return Tree({**tree.files, UAT.file: table})


def carried(tree: Tree, changed: Tree) -> Tree:
    """The sign-off of one plan in another."""
    held = signed(tree).files[UAT.file]["sign_offs"]
    return Tree({**changed.files, UAT.file: changed.files[UAT.file].put("sign_offs", held)})


def put_in(tree: Tree, sign_off: Table) -> Tree:
    """One sign-off more, after the others."""
    held = tree.table(UAT.child("sign_offs")).put("again", sign_off)
    return Tree({**tree.files, UAT.file: tree.files[UAT.file].put("sign_offs", held)})


def only(tree: Tree) -> Signature:
    (found,) = acceptance_of(tree, RELEASE).signatures
    return found


def test_what_was_signed_stands_while_nothing_changes() -> None:
    found = only(signed(the_test()))
    assert (found.state, found.sealed, found.challenged, found.stale) == ("stands", True, False, False)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('expect = "Thank you"', 'expect = "Goodbye"', 'case "Pay": steps'),
        ('title = "Pay"\nsection', 'title = "Pay now"\nsection', 'case "Pay now": title'),
        ('priority = "must"', 'priority = "could"', 'case "Pay": priority'),
        ("The page names the sum.", "Something happens.", 'case "Pay": passes when'),
        ("number = 50", "number = 40", 'criterion "Nine of ten": number'),
        ("wanted = 1", "wanted = 0", 'quota "All": wanted'),
        ('why = "W"', 'why = "V"', 'waiver "Look": why'),
        ('scope = "Paying"', 'scope = "All"', "the documentation: scope"),
        ("[testers.a]", '[cases.new]\npriority = "could"\n[testers.a]', 'case "case without a name" is new'),
        ('[cases.look]\ntitle = "Look"\npriority = "should"', "", 'case "look" is gone'),
    ],
)
def test_what_changed_makes_a_sign_off_stale_and_is_named(old: str, new: str, says: str) -> None:
    assert old in TEXT
    found = only(carried(the_test(), the_test(TEXT.replace(old, new))))
    assert found.stale
    assert says in found.changed


def _a_line_for_each_part(marks: tuple[str, ...]) -> tuple[str, ...]:
    """What was signed as plans had it before: ``case/pay 3fa-1bc``, ``case/look 16c4----e88``."""
    lines = []
    for kind, _, parts in (each.partition(" ") for each in marks):
        lines += [f"{kind} {parts}" if kind == "uat" else f"{kind}/{part}" for part in parts.split(", ")]
    return tuple(lines)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('expect = "Thank you"', 'expect = "Goodbye"', ('case "Pay": steps',)),
        ('why = "W"', 'why = "V"', ('waiver "Look": why',)),
        ('scope = "Paying"', 'scope = "All"', ("the documentation: scope",)),
        ('[cases.look]\ntitle = "Look"\npriority = "should"', "", ('case "look" is gone',)),
    ],
)
def test_a_sign_off_of_before_with_a_line_for_each_part_says_the_same(
    old: str, new: str, says: tuple[str, ...]
) -> None:
    tree = signed(the_test())
    lines = _a_line_for_each_part(marks_of(tree, UAT))
    assert len(lines) > len(marks_of(tree, UAT))
    before = put(tree, UAT.child("sign_offs", "lin", "signed"), lines)
    held = before.files[UAT.file]["sign_offs"]
    changed = the_test(TEXT.replace(old, new))
    found = only(Tree({**changed.files, UAT.file: changed.files[UAT.file].put("sign_offs", held)}))
    assert set(says) <= set(found.changed)
    assert found.changed == only(carried(the_test(), changed)).changed


def test_a_sign_off_has_a_line_for_each_kind_however_many_parts_there_are() -> None:
    many = TEXT.replace(
        "[testers.a]", "".join(f'[cases.c{n}]\ntitle = "C"\n' for n in range(99)) + "[testers.a]"
    )
    assert len(marks_of(the_test(many), UAT)) == len(marks_of(the_test(), UAT)) <= len(MEANING)


@given(st.dictionaries(st.text(), st.sampled_from(["Pay", "Look"]), max_size=4))
def test_whatever_parts_are_called_nothing_has_changed_while_nothing_does(titles: dict[str, str]) -> None:
    cases = Table({id_: Table({"title": title}) for id_, title in titles.items()})
    tree = put(the_test(), UAT.child("cases"), cases)
    assert changes_since(tree, UAT, marks_of(tree, UAT)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('section = "Paying"', 'section = "Money"'),
        ('tags = ["phone"]', 'tags = ["x"]'),
        ('["Staging", "Phone"]', '["Phone", "Staging"]'),
        ('testers = ["a", "b"]', 'testers = ["b", "a"]'),
        ("number = 50", "number = 50.0"),
        ("The page names the sum.", " The page\\nnames   the sum.\\n"),
        ('title = "B"', 'title = "B"\nbooked = 2026-06-01'),
        ('[rounds.r1]\ntitle = "Round 1"', '[rounds.r1]\ntitle = "The first round"'),
    ],
)
def test_what_means_nothing_leaves_a_sign_off_alone(old: str, new: str) -> None:
    assert old in TEXT
    assert only(carried(the_test(), the_test(TEXT.replace(old, new)))).state == "stands"


def test_another_order_of_steps_is_another_content() -> None:
    steps = re.findall(r"\[cases\.pay\.steps\.(?:.|\n)*?(?=\[)", TEXT)
    swapped = TEXT.replace("".join(steps), "".join(reversed(steps)))
    assert swapped != TEXT
    assert only(carried(the_test(), the_test(swapped))).changed == ('case "Pay": steps',)


def test_another_result_makes_it_stale_and_a_failure_challenges_it() -> None:
    noted = only(carried(the_test(), the_test(results={"r1--a": "pay passed with note, look failed"})))
    assert (noted.state, noted.changed) == ("stale", ("the results of Round 1, A changed",))
    failed = only(carried(the_test(), the_test(results={"r1--a": "pay failed"})))
    assert (failed.state, failed.against) == ("challenged", '"Pay" must pass and failed for A in Round 1')
    assert failed.stale


@pytest.mark.parametrize(
    ("again", "state"), [("Lin", "signed again"), ("LIN ", "signed again"), ("Jonas", "stale")]
)
def test_what_the_same_person_signed_anew_need_not_be_signed_again(again: str, state: str) -> None:
    tree = carried(the_test(), the_test(TEXT.replace('why = "W"', 'why = "V"')))
    anew = Table({"title": again, **seal_of(tree, UAT)})
    first, second = acceptance_of(put_in(tree, anew), RELEASE).signatures
    assert (first.state, second.state) == (state, "stands")
    assert first.stale is (state == "stale")


def test_a_sign_off_that_came_before_does_not_renew_a_later_one() -> None:
    tree = carried(the_test(), the_test(TEXT.replace('why = "W"', 'why = "V"')))
    table = tree.files[UAT.file]
    lin = tree.table(UAT.child("sign_offs", "lin"))
    both = Table({"new": Table({"title": "Lin", **seal_of(tree, UAT)}), "lin": lin})
    found = acceptance_of(Tree({**tree.files, UAT.file: table.put("sign_offs", both)}), RELEASE).signatures
    assert [each.state for each in found] == ["stands", "stale"]


def test_a_sign_off_that_does_not_say_on_what_says_so() -> None:
    tree = put(signed(the_test()), UAT.child("sign_offs", "lin"), Table({"title": "Lin"}))
    assert only(tree).sentence == "Lin: it does not say on which content"


@pytest.mark.parametrize(("many", "more"), [(3, ""), (5, "; and 2 more")])
def test_of_many_changes_the_first_few_are_said_and_the_rest_are_counted(many: int, more: str) -> None:
    text = TEXT
    every = ('scope = "Paying"', "number = 50", "wanted = 1", 'why = "W"', 'expect = "Thank you"')
    for old in every[:many]:
        assert old in text
        text = text.replace(old, old.replace('"', '"Other ', 1) if '"' in old else f"{old}0")
    found = only(carried(the_test(), the_test(text)))
    assert len(found.changed) == many
    assert found.what_changed == "; ".join(found.changed[:3]) + more
    assert f"stale, changed since: {found.what_changed}" in found.sentence


def test_a_fingerprint_alone_says_that_something_changed() -> None:
    lone = Table({"title": "Lin", "fingerprint": "1-0"})
    assert only(put(signed(the_test()), UAT.child("sign_offs", "lin"), lone)).changed == (
        "something that was signed",
    )


def test_every_field_that_bears_meaning_is_a_field_of_its_kind() -> None:
    for kind, fields in MEANING.items():
        known = {
            *KINDS[kind].record().model_fields,
            *(part.table for part in KINDS.values() if part.inside == kind),
        }
        assert set(fields) <= known, kind


def test_the_documentation_names_every_field_that_bears_meaning() -> None:
    text = (Path(__file__).parents[2] / "docs/architecture.md").read_text(encoding="utf-8")
    said = {"sheet": "result sheet", "uat": "acceptance test"}
    names = {"pass_when": "passes when", "fail_when": "fails when", "results": "result"}
    for kind, fields in MEANING.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| {said.get(kind, kind)} |"))
        for name in fields:
            assert names.get(name, name.replace("_", " ")) in row, (kind, name)


@given(st.randoms(use_true_random=False))
def test_the_order_of_records_and_keys_means_nothing(random: object) -> None:
    tree = the_test()

    def shuffled(table: Table, *, keep: bool = False) -> Table:
        items = [(key, shuffled(value, keep=key == "steps") if isinstance(value, Table) else value)
                 for key, value in table.items()]  # fmt: skip
        if not keep:
            random.shuffle(items)  # type: ignore[attr-defined]
        return Table(items)

    other = Tree({name: shuffled(table) for name, table in tree.files.items()})
    assert fingerprint(other, UAT) == fingerprint(tree, UAT)


@given(st.sampled_from(["pay", "look"]), st.text(min_size=1).filter(lambda text: text.strip()))
def test_another_title_is_another_fingerprint(case: str, title: str) -> None:
    tree = the_test()
    at = UAT.child("cases", case, "title")
    same = normalize("NFC", " ".join(title.split())) == tree.get(at)
    assert (fingerprint(put(tree, at, title), UAT) == fingerprint(tree, UAT)) == same


def test_a_sign_off_is_part_of_no_fingerprint() -> None:
    tree = the_test()
    assert (marks_of(signed(tree), UAT), fingerprint(signed(tree), UAT)) == (
        marks_of(tree, UAT),
        fingerprint(tree, UAT),
    )
    assert not list(records(tree, KINDS["sign_off"], UAT))
    assert replace(only(signed(tree)), who="x").who == "x"
