"""Nothing is left out: every value in every file of every sample stands in the part it belongs to."""

import datetime as dt
import itertools
import json
import re

import pytest

from successbook.files.folder import PlanFolder
from successbook.plan.answers import unit_of
from successbook.plan.describe import field_named
from successbook.plan.kinds import READINGS, Place, locate
from successbook.plan.measured import show
from successbook.plan.now import Now
from successbook.plan.wording import worded
from successbook.resources import resource
from successbook.shelf import Shelf
from successbook.tree import Address, Tree, Value
from successbook.verdicts.linear import PARTS, part_data, part_text
from tests.verdicts.texts import leaves

NOW = Now(dt.date(2026, 9, 14))
SAMPLES = [sample.name for sample in Shelf.samples()]
SENTENCES = ("success_before", "success_after")


def part_of(file: str) -> str:
    """The part of `show` that tells what stands in a file."""
    if file.endswith("/release.toml"):
        return "release"
    if file.startswith("releases/"):
        return "uat"
    return "reflection" if file.startswith(("reflections/", "notebook")) else "goals"


@pytest.fixture(scope="module", params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> Tree:
    return PlanFolder.open(resource("sample_plans") / request.param).tree


def blocks(text: str) -> dict[str, str]:
    """What is said of each record: what stands just above its address, and all up to the next."""
    first, *parts = re.split(r"^ +Address: (\S+)(?:\n|\Z)", text, flags=re.MULTILINE)
    above = [first, *parts[1::2]]
    heads = ["\n".join(each.splitlines()[-3:]) for each in above]
    return {at: f"{head}\n{told}" for head, at, told in zip(heads, parts[::2], parts[1::2], strict=False)}


def squeezed(text: str) -> str:
    return " ".join(text.split())


def wanted(tree: Tree, at: Address, place: Place) -> str:
    """How a value reads."""
    field = field_named(place.kind, place.field[0])
    assert field is not None, at
    said, value = worded(tree, at, field, NOW), tree.get(at)
    assert not said.broken, at
    text = said.text
    if isinstance(value, tuple):
        text = "; ".join(text.splitlines() if field.refers_to else map(str, value))
    bare = field.name == "title" or (place.kind.name, field.name) == ("result", "state")
    return squeezed(text if bare else f"{field.label}: {text}")


def test_every_value_of_a_sample_is_told_below_its_record(sample: Tree) -> None:
    told = {part: part_text(sample, part, NOW, "x") for part in PARTS}
    by_address = {part: blocks(text) for part, text in told.items()}
    seen = 0
    for at, _ in leaves(sample):
        if at.key == "format" and len(at.path) == 1:
            continue  # the format of a file is for programs; the data hold it
        place, part = locate(at), part_of(at.file)
        seen += 1
        if at.file == READINGS:
            assert reading(sample, at) in told[part], at
            continue
        assert place is not None
        if place.kind.name == "result":
            assert result_told(sample, at, place, by_address[part]), at
            continue
        block = squeezed(by_address[part][str(place.record)])
        if place.field == ("not_known",):
            assert all_not_known(sample, place, block), at
        elif not (place.kind.name == "session" and place.field[0] in SENTENCES):
            assert wanted(sample, at, place) in block, at
    assert seen > 40


def reading(tree: Tree, at: Address) -> str:
    value = tree.get(at)
    return f"({value})" if at.path[0] == "notes" else f"Reading of {at.key}: {show(value, unit_of(tree, at))}"


def all_not_known(tree: Tree, place: Place, block: str) -> bool:
    names = tree.get(place.record.child("not_known"))
    assert isinstance(names, tuple)
    fields = [field_named(place.kind, str(name)) for name in names]
    return all(field is not None and f"{field.label}: not known yet" in block for field in fields)


def result_told(tree: Tree, at: Address, place: Place, by_address: dict[str, str]) -> bool:
    """Whether a result stands below its case, beside tester and round."""
    uat = Address(f"{at.file.partition('/results/')[0]}/uat.toml")
    round_, _, tester = at.file.partition("/results/")[2].removesuffix(".toml").partition("--")
    who = f"    {title(tree, uat, 'testers', tester)} in {title(tree, uat, 'rounds', round_)}: "
    case = str(uat.child("cases", at.path[1]))
    here = [told for each, told in by_address.items() if each == case or each.startswith(f"{case}.steps.")]
    lines = here[-1].splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(who))
    rest = itertools.takewhile(lambda line: not line or line.startswith(" " * 6), lines[first + 1 :])
    return wanted(tree, at, place) in squeezed(" ".join([lines[first], *rest]))


def title(tree: Tree, uat: Address, table: str, id_: str) -> str:
    return str(tree.get(uat.child(table, id_, "title")))


def test_every_value_of_a_sample_is_in_the_data(sample: Tree) -> None:
    given: dict[str, object] = {}
    for part in PARTS:
        data = json.loads(json.dumps(part_data(sample, part, NOW, "x"), allow_nan=False))
        assert data["part"] == part
        for record in data["records"]:
            for group in ("values", "readings", "notes") if "address" in record else ():
                _spread(given, _place(record["address"], group), record.get(group, {}))
        _spread(given, Address("plan.toml"), data["plan"])
    for at, value in leaves(sample):
        if at.key == "format" and at.file in (READINGS, "stakeholders.toml", "tracking.toml"):
            continue
        assert given[str(at)] == _plain(value), at


def _place(address: str, group: str) -> Address:
    at = Address.parse(address)
    return at if group == "values" else Address(READINGS, (group, at.key))


def _spread(given: dict[str, object], at: Address, value: object) -> None:
    if isinstance(value, dict):
        for key, held in value.items():
            _spread(given, at.child(key), held)
    else:
        given[str(at)] = value


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


def test_success_before_and_after_stand_on_two_lines_side_by_side(sample: Tree) -> None:
    lines = part_text(sample, "reflection", NOW, "x").splitlines()
    sessions = [number for number, line in enumerate(lines) if line.startswith("Session: ")]
    assert len(sessions) == sum(name.startswith("reflections/") for name in sample.files)
    held = [name for name in sample.files if name.startswith("reflections/")]
    for number, name in zip(sessions, sorted(held, reverse=True), strict=True):
        for line, field, label in zip(
            lines[number + 1 :], SENTENCES, ("Success, at first", "Success, afterwards"), strict=False
        ):
            assert line == f"  {label}: {squeezed(str(sample.get(Address(name, (field,)))))}"


def kinds_told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith(" ")]


def test_a_case_tells_who_saw_what_in_which_round() -> None:
    tree = PlanFolder.open(resource("sample_plans") / "checkout-mvp").tree
    text = part_text(tree, "uat", NOW, "x")
    case = text[text.index("Case: Use a mail address that has an account") :].partition("\n\n")[0]
    assert "    A1 in Round 1: passed\n" in case
    assert "    C1 in Round 1: passed with note\n      Note:\n        It worked. I was surprised" in case
    heads = [head for head in kinds_told(text) if ": " in head]
    assert [head.partition(":")[0] for head in heads] == [
        "Criteria to begin", "Criteria to end", "Cases", "Rounds", "Testers", "Result sheets", "Quotas",
        "Defects", "Waivers", "Sign-offs",
    ]  # fmt: skip
