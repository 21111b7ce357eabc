"""The pages of the documentation that are made from the code say what the code says."""

from pathlib import Path

import pytest

from successbook.plan.answers import expects
from successbook.plan.describe import fields_of
from successbook.plan.kinds import KINDS
from successbook.tui.actions import ACTIONS
from successbook.verdicts.findings import RULES
from successbook.verdicts.pausing import DEFAULTS, Known, advise
from successbook.verdicts.reasons import GROUPS
from tests.pages import PAGES

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), "run make docs"


def test_the_format_page_names_every_field_of_every_kind_with_what_it_holds() -> None:
    page = PAGES["docs/format.md"]()
    for kind in KINDS.values():
        for field in fields_of(kind.name):
            assert f"| `{field.name}` | {field.label} | {field.question} |" in page
        assert f"## {kind.label[:1].upper()}{kind.label[1:]}" in page
    assert expects(fields_of("goal")[0]) in page


def test_the_checks_page_names_every_finding_with_what_it_means_and_what_to_do() -> None:
    page = PAGES["docs/checks.md"]()
    for name, rule in RULES.items():
        assert f"| `{name}` | {rule.severity} | {rule.about} | {rule.remedy} |" in page
        assert rule.about.endswith(".")
        assert rule.remedy.endswith(".")


def test_the_keys_page_names_every_action() -> None:
    page = PAGES["docs/keys.md"]()
    assert all(f"`{each.id}`" in page and each.help in page for each in ACTIONS)


def test_the_page_about_launches_says_what_the_advice_says() -> None:
    page = (ROOT / "docs/launch.md").read_text(encoding="utf-8")
    known: tuple[tuple[Known, str], ...] = (("yes", "many"), ("no", "few"))
    fixes: tuple[tuple[Known, str], ...] = (("yes", "slow"), ("no", "quick"))
    for many, hits in known:
        for slow, fix in fixes:
            (said,) = advise(many, slow, "no").sentences
            assert f"| {hits} | {fix} | {said.split(': ')[1].rstrip('.')} |" in page
    (first,) = advise("unknown", "unknown", "no").sentences
    assert first.split(". ")[1][1:].rstrip(".") in page
    assert (
        "Many is {many_affected} people or {many_share} %, slow is {slow_fix} hours".format(**DEFAULTS)
        in page
    )


def test_the_page_about_launches_names_what_stands_in_can_we_ship_and_the_keys_of_the_day() -> None:
    page = (ROOT / "docs/launch.md").read_text(encoding="utf-8")
    assert [
        line.split(" | ")[0][2:] for line in page.splitlines() if line.split(" | ")[0][2:] in GROUPS.values()
    ] == [*GROUPS.values()]
    for name in (
        "go-on",
        "hold",
        "pause",
        "start-again",
        "go-back",
        "in-spite-of",
        "thank",
        "reading",
        "unexpected",
    ):
        (keys,) = (each.keys for each in ACTIONS if each.id == name)
        assert f"| `{keys[0]}` | " in page
