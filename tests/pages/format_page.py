"""docs/format.md: the files of a plan, from the kinds and their fields."""

from collections.abc import Callable, Iterator

from successbook.files.layout import belongs
from successbook.plan.answers import expects
from successbook.plan.describe import FieldDescription, fields_of
from successbook.plan.fields import Control
from successbook.plan.kinds import KINDS, READINGS, Kind, files_of, parts_of
from successbook.plan.measured import STATES
from successbook.plan.schema import FILES
from successbook.plan.titles import any_of
from tests.pages.markdown import table

__all__ = ["format_page"]

_EVERYWHERE = ("notes", "not_known")

_HEAD = """\
# The files of a plan

<!-- Made by `make docs` from the record models; do not edit. -->

A plan is a folder of TOML files. They are meant to be read by people as differences in git: one record is one
table, one scalar that changes is one line that changes, and nothing in them changes by itself.

{layout}
Every file may start with `format = 1`, the version of this format. A file of a later format is shown and
never written. Unknown keys and tables are kept as they are.
"""

_RECORDS = """\
## Records, ids and addresses

A record is a table keyed by its id, `[goals.guest-pays]`, never an item of a list: its header is a line of
its own, so that git aligns the records of two versions. The order of the tables is the order on the screen.

An **id** is made once, from the title, and stays when the title changes. It has letters, marks and digits
of any script, joined by single hyphens, at most 60 characters in Unicode normal form C.

An **address** names a file, a record or a value: the file, a colon, the keys joined by dots.

```
plan.toml:goals.guest-pays.title
plan.toml:metrics.seconds-to-pay.targets.summer.value
releases/guest-checkout/release.toml:planned
readings.toml:readings.seconds-to-pay.2026-06-08
```

Characters of a key that are no letter, mark, digit, `-` or `_` are percent-encoded. `successbook set`,
`remove` and `check`, and the app's list of changes, all use addresses.
"""

_SHAPES = """\
## Shapes of values

The shape of a field never depends on its value. A field that is absent was not asked yet; an empty value is
taken away instead of being written. (⏎ stands for a line break.)

"""

_MEASURED = """\
### Measured values

Blank, 0, "it does not apply", "blocked" and "about 13 000" are different things, so a measured value is one
scalar that can say each of them:

| in the file | meaning |
| --- | --- |
| no line | not asked yet |
| `14`, `0.4`, `-3` | the number, in the unit of the metric |
| `"~13000"` | about that number |
"""

_AFTER_MEASURED = """\
| any other text | what was said, in words |

A comma is never guessed: whoever types `1,5` is asked whether 1.5 is meant.
"""

_REFERENCES = """\
### References

A reference is the id of a record where the field can name only one kind, else `kind:id`, such as
`goal:guest-pays`. The first reference of `serves` and `measures` says under which record this one is shown;
it may serve others as well. Circles are refused. When a record is removed, references to it stay and are
shown as broken: nothing is deleted in silence.

### Don't know yet

"Don't know yet" is an answer. It is kept in the record, as the list of the fields it was given for; at the
top of `plan.toml` the list holds the names of tables:

```toml
[metrics.seconds-to-pay]
title = "Seconds to pay"
not_known = [
    "baseline",
]
```
"""

_LAYOUT = """\
## Comments and layout

Comments are kept. A comment belongs to the key or table header below it, or at the end of whose line it
stands, and comes and goes with it; the block at the top of a file that ends with a blank line belongs to
the file.

successbook writes every file in one layout, and a file that nobody changed is not written at all:

- the block at the top, a blank line, then the file's own values
- a blank line before every table header; a header only where a table has values of its own, is empty or has a
  comment
- text with a line break between three quotation marks; lists with one item a line
- two spaces before a comment at the end of a line; LF at the end of lines, one at the end of the file

Fields stand in the order of the tables below. A file formatted by hand is put into this layout by its first
edit, or by `successbook fmt`.
"""

_READINGS = f"""\
## {READINGS}

The dated values of the metrics, and remarks on them in a table beside. Dates are keys, values are measured
values.

```toml
format = 1

[readings.seconds-to-pay]
2026-06-01 = 84
2026-06-08 = "~71"

[notes.seconds-to-pay]
2026-06-08 = "first week of the second stage"
```
"""

_NOTEBOOK = """\
# The files of a notebook

A notebook is a folder of its own: what is in it belongs to a person, not to a plan. The rules above hold
for it as well.

{layout}"""

_FINDINGS = """\
# What `successbook check` finds

Broken references, values that do not fit, names that say something else than the file:
[every finding](checks.md) has a sentence and a remedy.
"""

_SCHEMA = """\
# JSON Schema

`successbook schema` prints the schema of a whole plan, `successbook schema plan.toml` of a file and
`successbook schema goal` of a kind, for editors and programs that write plans.
"""

_EXAMPLES = {
    Control.LINE: 'title = "Seconds to pay"',
    Control.PROSE: 'pain = """⏎Four minutes of typing.⏎"""',
    Control.DATE: "by = 2026-09-30",
    Control.TIME: "time = 09:30:00",
    Control.NUMBER: "tolerance = 2",
    Control.MEASURED: 'baseline = "~13000"',
    Control.CHOICE: 'level = "bug fix"',
    Control.REFERENCES: 'serves = ["problem:address-form"]',
    Control.LINES: 'owners = ["Mara, product", "Jonas"]',
}


def format_page() -> str:
    """The whole page."""
    parts = [
        _HEAD.format(layout=_layout(belongs)),
        _RECORDS,
        _SHAPES + table(("shape", "it holds", "for example"), _shapes()),
        _MEASURED
        + "".join(f'| `"({state})"` | {about} |\n' for state, about in STATES.items())
        + _AFTER_MEASURED,
        _REFERENCES,
        _LAYOUT,
        _everywhere(),
        *(_kind(kind) for kind in _tops() if belongs(_example(kind.file))),
        _READINGS,
        _NOTEBOOK.format(layout=_layout(lambda name: not belongs(name))),
        *(_kind(kind) for kind in _tops() if not belongs(_example(kind.file))),
        _FINDINGS,
        _SCHEMA,
    ]
    return "\n".join(parts)


def _tops() -> list[Kind]:
    """The kinds that are no part of another, each followed by those that have files of their own in it."""
    tops: list[Kind] = []
    for kind in KINDS.values():
        if not kind.inside:
            tops += [kind, *_files_below(kind)]
    return tops


def _files_below(kind: Kind) -> list[Kind]:
    return [each for file in files_of(kind) for each in (file, *_files_below(file))]


def _example(file: str) -> str:
    return file.replace("*", "x")


def _named(file: str) -> str:
    """The name of a file with words for the ids in it."""
    kind = next((each for each in KINDS.values() if each.file == file and not each.table), None)
    last = "--".join(f"<{name}>" for name in kind.names) if kind is not None and kind.names else "<id>"
    *folders, name = file.split("/")
    return "/".join([*(folder.replace("*", "<release>") for folder in folders), name.replace("*", last)])


def _layout(wanted: Callable[[str], bool]) -> str:
    rows = []
    for file in FILES:
        if wanted(_example(file)):
            kinds = [
                kind for kind in KINDS.values() if kind.file == file and (not kind.table or not kind.inside)
            ]
            names = [kind.plural for kind in kinds if kind.name != "plan"]
            rows.append((f"`{_named(file)}`", ", ".join(names) if names else "the dated values of metrics"))
    return table(("file", "holds"), rows)


def _shapes() -> Iterator[tuple[str, str, str]]:
    fields = {each.control: each for kind in KINDS for each in fields_of(kind)}
    for control, example in _EXAMPLES.items():
        field = fields[control]
        plain = FieldDescription(field.name, "", "", "", "", control, False, "", (), ())
        held = "one of the words of its field" if control is Control.CHOICE else expects(plain)
        yield str(control), held, f"`{example}`"


def _kind(kind: Kind, *, level: int = 2) -> str:
    part = f", a part of {KINDS[kind.inside].a}" if kind.inside else ""
    lines = [
        f"{'#' * level} {kind.label[:1].upper()}{kind.label[1:]}{part}",
        "",
        _about(kind),
        "",
        _stands(kind),
        "",
    ]
    lines.append(table(_COLUMNS, map(_row, _own_fields(kind))))
    lines += [_kind(each, level=min(level + 1, _DEEPEST)) for each in parts_of(kind)]
    return "\n".join(lines)


_DEEPEST = 4
_COLUMNS = ("key", "called", "asks", "holds", "for example")


def _about(kind: Kind) -> str:
    return "\n\n".join(" ".join(part.split()) for part in (kind.record().__doc__ or "").split("\n\n"))


def _stands(kind: Kind) -> str:
    file = _named(kind.file)
    if not kind.table:
        return f"Stands at the top of `{file}`."
    keys = [kind.table, "--".join(f"<{name}>" for name in kind.names) or "<id>"]
    above = kind
    while above.inside and KINDS[above.inside].table:
        above = KINDS[above.inside]
        keys = [above.table, "--".join(f"<{name}>" for name in above.names) or "<id>", *keys]
    stands = f"Stands as `[{'.'.join(keys)}]` in `{file}`"
    named = f"; `{kind.name}:<id>` in references" if kind.named and not kind.names else ""
    hangs = f" By `{kind.link}` it hangs under {any_of(kind.under)}." if kind.under else ""
    return f"{stands}{named}.{hangs}"


def _own_fields(kind: Kind) -> list[FieldDescription]:
    return [each for each in fields_of(kind.name) if each.name not in _EVERYWHERE]


def _row(field: FieldDescription) -> tuple[str, str, str, str, str]:
    example = f"{field.good}" + (f" (rather than: {field.poor})" if field.poor else "")
    return f"`{field.name}`", field.label, field.question, _holds(field) + _unit(field), example


def _unit(field: FieldDescription) -> str:
    if field.unit.startswith("="):
        return f", in the unit of `{field.unit[1:]}`"
    return f", {field.unit}" if field.unit else ""


def _holds(field: FieldDescription) -> str:
    if field.choices:
        return ", ".join(f"`{each}`" for each in field.choices)
    if field.control in (Control.DATE, Control.TIME, Control.MEASURED):
        return {"measured": "a measured value"}.get(field.control, f"a {field.control}")
    return (
        f"references to {any_of(field.refers_to)}"
        if field.refers_to
        else expects(field).removeprefix("a list of ")
    )


def _everywhere() -> str:
    rows = [_row(each) for each in fields_of("goal") if each.name in _EVERYWHERE]
    return f"## In every record\n\n{table(_COLUMNS, rows)}"
