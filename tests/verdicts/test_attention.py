"""What deserves a look: each rule with what it finds, and with what it leaves alone."""

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan.describe import field_named
from successbook.plan.kinds import locate
from successbook.resources import resource
from successbook.tree import Tree
from successbook.verdicts.attention import ATTENTION, Attention, attention, first_few
from successbook.verdicts.findings import findings
from successbook.verdicts.page import page_of
from tests.plans import NOW, small_plan
from tests.verdicts.texts import PLAN, tree

CHAIN = """
[missions.a]
title = "Shop"
[problems.b]
title = "Form"
serves = ["a"]
[goals.c]
title = "Pay"
serves = ["problem:b"]
[initiatives.i]
title = "Guest checkout"
serves = ["goal:c"]
[metrics.m]
title = "Seconds"
measures = ["initiative:i"]
"""
"""All that hangs together."""
TRACKED = '[instruments.t]\nmetrics = ["m"]\n'


def plan(more: str, chain: str = CHAIN, tracking: str = TRACKED, stakeholders: str = "") -> Tree:
    return tree(
        {
            PLAN: chain + more.replace("[T]", "[metrics.m.targets.t]"),
            "tracking.toml": tracking,
            "stakeholders.toml": stakeholders,
        }
    )


def said(found: tuple[Attention, ...]) -> list[tuple[str, str]]:
    return [(each.rule, each.says) for each in found]


FOUND = [
    ("kpi-without-problem", plan('role = "KPI"', CHAIN.replace("problem:b", "mission:a")),
     '"Seconds" stands on no users\' problem'),
    ("kpi-without-problem", plan('role = "north star"', CHAIN.replace("problem:b", "mission:a")),
     '"Seconds" stands on no users\' problem'),
    ("initiative-without-kpi", plan("", CHAIN.replace("initiative:i", "goal:c")),
     'nothing measures "Guest checkout"'),
    ("initiative-without-kpi", plan("", CHAIN.replace("initiative:i", "goal:c").replace(
        '"Guest checkout"', '"Guest checkout"\nstate = "shipped"')), 'nothing measures "Guest checkout"'),
    ("baseline-in-words", plan("unit='s'\nbaseline='rather slow'\n[T]\nvalue=60"),
     '"Seconds" stood at "rather slow", which is no number, and its target is one'),
    ("baseline-in-words", plan("unit='s'\nbaseline='rather slow'\n[T]\nkind='change by percent'\nvalue=-20"),
     '"Seconds" stood at "rather slow", which is no number, and its target is one'),
    ("target-equals-baseline", plan("unit='s'\nbaseline=96\n[T]\nvalue=96"),
     '"Seconds" is to reach 96 s, where it stood already'),
    ("target-equals-baseline", plan("baseline=9\n[T]\nkind='change by points'\nvalue=0"),
     '"Seconds" is to reach 0 points (9), where it stood already'),
    ("target-against-direction", plan(
        "unit='s'\ndirection='increase'\nbaseline=96\n[T]\nvalue=60"),
     '"Seconds" shall increase, and from 96 s its target is 60 s'),
    ("target-against-direction", plan(
        "unit='%'\ndirection='decrease'\nbaseline='~41'\n[T]\nkind='change by percent'\nvalue=20"),
     '"Seconds" shall decrease, and from about 41 % its target is +20 % (49.2 %)'),
    ("target-against-direction", plan(
        "direction='decrease'\nbaseline=6\n[T]\nkind='at least'\nvalue=4"),
     '"Seconds" shall decrease, and from 6 its target is at least 4'),
    ("target-before-baseline",
     plan("baseline_date=2026-05-31\n[T]\nvalue=60\nby=2026-05-31"),
     'a target of "Seconds" is due no later than the day of its baseline'),
    ("limits-crossed", plan("unit='%'\nat_least=9\nat_most=8"),
     '"Seconds" must not fall below 9 %, nor rise above 8 %'),
    ("guardrail-without-limit", plan("role='guardrail'"),
     'no limit says which value "Seconds" must not pass'),
    ("nobody-tracks-it", plan("", tracking=""), 'no tracking names "Seconds"'),
    ("orphan", plan("", CHAIN.replace('serves = ["problem:b"]', "")), '"Pay" hangs under nothing'),
    ("owner-left", plan('owners = ["Mara", "Ben (left)"]'), '"Seconds" is owned by Ben (left)'),
    ("owner-left", plan('owners = ["ben"]', stakeholders='[stakeholders.b]\ntitle = "Ben (left)"'),
     '"Seconds" is owned by ben, who has left'),
    ("owner-left", plan("", tracking=f'{TRACKED}title = "Log"\nowner = "Ben"',
                        stakeholders='[stakeholders.b]\ntitle = "Ben"\nnotes = "Since May (left)"'),
     '"Log" is owned by Ben, who has left'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "given", "says"), FOUND)
def test_what_deserves_a_look_is_said_in_a_sentence(rule: str, given: Tree, says: str) -> None:
    assert said(attention(given)) == [(rule, says)]


def test_every_rule_is_shown_by_an_example() -> None:
    assert {rule for rule, _, _ in FOUND} == set(ATTENTION)


@pytest.mark.parametrize("given", [each for _, each, _ in FOUND])
def test_every_finding_leads_to_a_record_and_a_field_with_something_to_do(given: Tree) -> None:
    for each in attention(given):
        place = locate(each.at)
        assert place is not None
        assert given.has(each.at)
        assert not each.field or field_named(place.kind, each.field) is not None
        assert each.fix
        assert each.id == f"{each.rule} {each.at}"


@pytest.mark.parametrize(
    "given",
    [
        plan('role = "KPI"'),
        plan('role = "input"', CHAIN.replace("problem:b", "mission:a")),
        plan(
            "", CHAIN.replace("initiative:i", "goal:c").replace('checkout"', 'checkout"\nstate = "dropped"')
        ),
        plan("baseline=0\n[T]\nkind='down to zero'"),
        plan("baseline=9\n[T]\nkind='at most'\nvalue=9"),
        plan("baseline=9\n[T]\nkind='none yet'"),
        plan("direction='increase'\nbaseline=58\n[T]\nvalue=55\n[metrics.m.resets.q]\nvalue=41"),
        plan("direction='increase'\nbaseline=58\n[T]\nkind='at least'\nvalue=55"),
        plan("baseline=9\n[T]\nvalue=7"),
        plan("baseline_date=2026-05-31\n[T]\nvalue=60\nby=2026-06-01"),
        plan("at_least=8\nat_most=8"),
        plan("role='guardrail'\nat_least=8"),
        plan("role='guardrail'\n[T]\nkind='at most'\nvalue=9"),
        plan("state='dropped'", tracking=""),
        plan('owners = ["Ben"]', stakeholders='[stakeholders.b]\ntitle = "Ben"\nnotes = "Left us a note."'),
        plan('owners = ["Ben (left)"]\nstate = "on hold"'),
    ],
)
def test_what_is_as_it_should_be_or_stopped_is_left_alone(given: Tree) -> None:
    assert said(attention(given)) == []


def test_a_few_say_different_things_before_the_same_again() -> None:
    def one(rule: str, number: int) -> Attention:
        return Attention(rule, NOWHERE.child(str(number)), "", "", "")

    found = (one("a", 1), one("a", 2), one("a", 3), one("b", 1), one("c", 1))
    assert [each.id[0] for each in first_few(found, 4)] == ["a", "b", "c", "a"]


NOWHERE = next(iter(attention(FOUND[0][1]))).at


@pytest.mark.parametrize("sample", ["checkout-mvp", "login-bugfix", "ml-platform"])
def test_what_deserves_a_look_is_no_finding_of_check(sample: str) -> None:
    tree_ = PlanFolder.open(resource("sample_plans") / sample).tree
    assert not findings(tree_)
    assert len({each.id for each in attention(tree_)}) == len(attention(tree_))


def test_the_page_shows_three_after_what_is_due_and_asks_nothing_twice() -> None:
    given = plan("role='guardrail'\n[metrics.n]\ntitle='Loose'\nat_least=9\nat_most=8\nowners=['Ben (left)']")
    needs = [each for each in page_of(given, NOW).needs if each.when == "look at"]
    assert [each.text.partition(":")[0] for each in needs] == [
        '"Loose" must not fall below 9, nor rise above 8',
        'No tracking names "Loose"',
        '"Loose" hangs under nothing',
    ]
    assert (needs[0].kind, needs[0].field) == ("metric", "at_least")


def test_what_is_due_stands_above_what_deserves_a_look() -> None:
    order = [each.when for each in page_of(small_plan(), NOW).needs]
    assert order.index("soon") < order.index("look at") < order.index("next")
