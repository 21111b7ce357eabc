"""Laws of verdicts: no table makes one fail, none is silent, what is met stays met when it gets better."""

import datetime as dt
from typing import get_args

from hypothesis import example, given
from hypothesis import strategies as st

from successbook.plan.metrics import Direction, TargetKind
from successbook.plan.now import Now
from successbook.tree import Address, Table, Tree, Value
from successbook.verdicts.cases import WORDS
from successbook.verdicts.metrics import look_at
from successbook.verdicts.saying import one_of
from tests.verdicts.texts import PLAN

AT = Address(PLAN, ("metrics", "m"))
TODAY = dt.date(2026, 6, 15)
KINDS = ("", *get_args(get_args(TargetKind)[0]))
NUMBERS = st.one_of(
    st.integers(-1000, 1000),
    st.floats(-1000, 1000).map(lambda number: round(number, 2)),
    st.sampled_from([0, 0.0, -0.0, 5e-324, 1.7e308, -1.7e308, 2**63 - 1, -(2**63)]),
)
SAID: st.SearchStrategy[Value] = st.one_of(
    NUMBERS,
    st.sampled_from(
        ["~13000", "(blocked)", "(n/a)", "yes", "no", "", "  ", "a\nb", '"', "~", "~1e999", "()"]
    ),
    st.text(max_size=6),
    st.booleans(),
    st.just(Table()),
    st.just((1,)),
    st.just(float("nan")),
    st.just(float("inf")),
)
DAYS = st.dates(dt.date(2026, 5, 1), dt.date(2026, 7, 31))
ANY = st.one_of(SAID, DAYS)


def table(**fields: st.SearchStrategy[Value]) -> st.SearchStrategy[Table]:
    return st.fixed_dictionaries({}, optional=fields).map(Table)


TARGETS = table(kind=st.one_of(st.sampled_from(KINDS), ANY), value=SAID, by=ANY)
METRICS = table(
    unit=st.one_of(st.sampled_from(["%", "s", "a week", "teams", "", "entries"]), ANY),
    role=st.sampled_from(["KPI", "guardrail", "proxy"]),
    direction=st.one_of(st.sampled_from(get_args(get_args(Direction)[0])), ANY),
    baseline=SAID,
    baseline_date=ANY,
    baseline_to=ANY,
    at_least=SAID,
    at_most=SAID,
    tolerance=SAID,
    state=st.sampled_from(["active", "on hold", "dropped", "odd"]),
    because=SAID,
    targets=st.one_of(ANY, st.lists(TARGETS, max_size=3).map(lambda each: Table(enumerated(each)))),
)
READINGS = st.dictionaries(st.one_of(DAYS.map(str), st.text(max_size=4)), SAID, max_size=5).map(Table)
RELEASES = st.one_of(
    st.none(), table(title=ANY, planned=ANY, actual=ANY, kpis=st.just(Table({"m": Table()})))
)


def enumerated(tables: list[Table]) -> dict[str, Table]:
    return {f"t{number}": each for number, each in enumerate(tables)}


def plan(metric: Table, readings: Table, release: Table | None = None) -> Tree:
    files = {PLAN: Table({"metrics": Table({"m": metric})})}
    files["readings.toml"] = Table({"readings": Table({"m": readings})})
    if release is not None:
        files["releases/first/release.toml"] = release
    return Tree(files)


@given(METRICS, READINGS, RELEASES)
@example(Table({"state": "dropped", "unit": "a\nb"}), Table({"2026-05-01": 0}), None)
def test_every_table_has_a_verdict_in_one_sentence(
    metric: Table, readings: Table, release: Table | None
) -> None:
    view = look_at(plan(metric, readings, release), AT, Now(TODAY))
    assert view.verdict.tone == WORDS[view.verdict.word]
    assert view.verdict.sentence.endswith(".")
    assert not view.verdict.sentence.endswith(" .")
    assert "\n" not in view.verdict.sentence
    assert not {"nan", "inf", "None"} & set(view.verdict.sentence.replace('"', " ").split())


@given(
    st.sampled_from(
        ["reach", "at least", "at most", "change by points", "change by percent", "down to zero"]
    ),
    NUMBERS,
    NUMBERS,
    st.sampled_from(["increase", "decrease"]),
    st.lists(NUMBERS, min_size=2, max_size=2),
)
def test_what_is_met_stays_met_when_it_gets_better(
    kind: str, value: float, baseline: float, direction: str, taken: list[float]
) -> None:
    target = Table({"kind": kind, "value": value})
    fields: dict[str, Value] = {"baseline": baseline, "direction": direction, "targets": Table({"t": target})}
    worse, better = sorted(taken)
    asks_less = kind in ("at most", "down to zero") or (kind == "reach" and direction == "decrease")
    if kind.startswith("change") and value:
        asks_less = value < 0
    elif kind.startswith("change"):
        asks_less = direction == "decrease"
    if asks_less:
        worse, better = better, worse
    met = [
        look_at(plan(Table(fields), Table({"2026-06-15": each})), AT, Now(TODAY)).verdict.word == "met"
        for each in (worse, better)
    ]
    assert met[1] >= met[0]


@given(st.text(max_size=12))
def test_no_unit_is_lost_after_the_number_one(unit: str) -> None:
    assert bool(one_of(unit)) == bool(unit)
    assert unit[:1] == one_of(unit)[:1]


def test_a_unit_agrees_with_the_number_one_where_it_is_plainly_a_plural() -> None:
    units = {
        "teams": "team",
        "calls a week": "call a week",
        "entries": "entry",
        "boxes": "box",
        "days": "day",
    }
    same = {
        each: each for each in ("s", "ms", "%", "a week", "", "of 12", "h", "bus", "press", "status", "€")
    }
    assert {each: one_of(each) for each in units | same} == units | same
