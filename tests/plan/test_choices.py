"""Words that are written down once more, where nothing may load the schema, are the words of the schema."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from successbook.plan.captures import CAPTURED
from successbook.plan.deciding import REACTIONS
from successbook.plan.describe import fields_of
from successbook.plan.dimensions import DIMENSIONS
from successbook.plan.launching import STEPS
from successbook.plan.reading_out import VERDICTS
from successbook.verdicts.tracking_table import STATES


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("capture", "kind", CAPTURED),
        ("entry", "dimension", DIMENSIONS),
        ("incident", "decision", REACTIONS),
        ("level", "step", STEPS),
        ("readout_kpi", "verdict", VERDICTS),
        ("instrument", "state", {*STATES} - {""}),
    ],
)
def test_the_words_that_code_knows_are_those_that_the_field_allows(
    kind: str, name: str, words: Iterable[str]
) -> None:
    (field,) = (each for each in fields_of(kind) if each.name == name)
    assert sorted(words) == sorted(field.choices)
