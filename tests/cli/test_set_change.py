"""`set` and `add` with a change as the value of a target."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.plans import METRIC, TARGET


def test_a_percentage_as_target_is_refused_with_the_two_ways_to_say_it(run: Run, plan: Path) -> None:
    assert run("set", plan, METRIC.child("unit"), "%").code == 0
    before = (plan / "plan.toml").read_bytes()
    done = run("set", plan, TARGET.child("value"), "+10%")
    assert done.code == 2
    assert 'set the kind to "change by points" or "change by percent", then the value to 10' in done.err
    assert (plan / "plan.toml").read_bytes() == before
    assert run("set", plan, TARGET.child("kind"), "change by points").code == 0
    assert run("set", plan, TARGET.child("value"), "+10%").code == 0
    assert "value = 10\n" in (plan / "plan.toml").read_text(encoding="utf-8")


def test_a_new_target_may_say_its_kind_behind_its_value(run: Run, plan: Path) -> None:
    words = ("--inside", METRIC, "--field", "value=-10 %", "--field", "kind=change by percent")
    assert run("add", plan, "target", *words).code == 0
    written = (plan / "plan.toml").read_text(encoding="utf-8")
    assert 'kind = "change by percent"\nvalue = -10\n' in written
