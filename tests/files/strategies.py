"""Generated tables and generated files, as odd as TOML allows."""

import datetime as dt
from dataclasses import dataclass, field

from hypothesis import strategies as st

from successbook.files.settling import settled
from successbook.tree import Note, Scalar, Table, Value

_ODD = st.sampled_from(
    ['"', '"""', "'''", "\\", "#", " # no comment", "\r\n", "\r", "\n", "\t", "\x1b", "\x7f", "\u202e",
     "\u0085", "é", "日本", "👩‍👩‍👧", "[x]", "<<<<<<< HEAD", "=", "{", "}", "]", ",", "x" * 120]
)  # fmt: skip

texts = st.lists(st.one_of(_ODD, st.text(max_size=5)), max_size=6).map("".join)
proses = st.lists(texts, min_size=1, max_size=4).map(lambda lines: "".join(f"{line}\n" for line in lines))
keys = st.one_of(st.from_regex(r"[a-z0-9_-]{1,6}", fullmatch=True), texts)

_offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))

scalars: st.SearchStrategy[Scalar] = st.one_of(
    texts,
    proses,
    st.booleans(),
    st.integers(),
    st.integers(-(10**300), 10**300),
    st.floats(),
    st.dates(),
    st.times(),
    st.datetimes(),
    st.datetimes(timezones=_offsets),
)

items: st.SearchStrategy[Value] = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(keys, inner, max_size=3).map(Table),
    ),
    max_leaves=6,
)
values = st.one_of(scalars, st.lists(items, max_size=3).map(tuple))

_remarks = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(code) for code in (*range(32), 127)]),
    max_size=8,
).map(lambda text: f"#{text}")


@st.composite
def blocks(draw: st.DrawFn) -> tuple[str, ...]:
    """Comment lines, blank ones between them."""
    paragraphs = draw(st.lists(st.lists(_remarks, min_size=1, max_size=2), max_size=2))
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += ["", *paragraph] if lines else paragraph
    return tuple(lines)


notes = st.builds(Note, above=blocks(), beside=st.one_of(st.just(""), _remarks))


@st.composite
def tables(draw: st.DrawFn, depth: int = 3) -> Table:
    """A table of a file, with comments."""
    held: dict[str, Value] = {}
    for key in draw(st.lists(keys, max_size=4, unique=True)):
        inner = depth > 0 and draw(st.booleans())
        held[key] = draw(tables(depth=depth - 1)) if inner else draw(values)
    return Table(held, {key: draw(notes) for key in held if key and draw(st.booleans())})


@st.composite
def files(draw: st.DrawFn) -> Table:
    """A whole file as a table that some file can hold."""
    table = draw(tables())
    own = Note(above=draw(blocks()), below=draw(blocks()))
    return settled(Table(table, {**table.notes, "": own}))


@dataclass
class Messy:
    """A file written by hand: its text, and every comment in it, in order."""

    text: str = ""
    comments: list[str] = field(default_factory=list)

    def remark(self, draw: st.DrawFn) -> str:
        """A comment nobody else has."""
        tail = draw(st.sampled_from(["", " x", '"', "'''", "# ", " [t]", "}", "é", ' = """', "\t"]))
        self.comments.append(f"#{len(self.comments)}.{tail}")
        return self.comments[-1]


_spaces = st.sampled_from(["", " ", "\t", "   "])
_inner_values = st.sampled_from(
    ["1", "-2.5", "true", '"a # b"', "'# c'", '"\\" # d"', "2026-06-08", '""', "''", '"""\n# e\n"""',
     "'''#'''", '"""f" ""#"""', "[]", "{}", "[1, 2]", '{ a = "#", b.c = 1 }']
)  # fmt: skip


@st.composite
def messy_files(draw: st.DrawFn) -> Messy:
    """A valid file with comments wherever TOML allows them."""
    messy = Messy()
    lines: list[str] = []
    number = 0

    def around(depth: int = 2) -> None:
        lines.extend(tail() for _ in range(draw(st.integers(0, depth))))

    def tail() -> str:
        return draw(_spaces) + (messy.remark(draw) if draw(st.booleans()) else "")

    def array(depth: int = 5) -> str:  # within tables: no file may be deeper than MAX_DEPTH
        pieces = ["["]
        for _ in range(draw(st.integers(0, 3))):
            pieces += [tail(), "\n", draw(_spaces)]
            deeper = depth > 0 and draw(st.integers(0, 4)) == 0
            pieces += [array(depth - 1) if deeper else draw(_inner_values), tail(), "\n,"]
        return "".join([*pieces, tail(), "\n]"])

    def pair() -> None:
        nonlocal number
        number += 1
        key = draw(st.sampled_from(["k{}", '"k {}"', "d{} . 'e' .f", '"#{}"', "'\"{}'"])).format(number)
        value = array() if draw(st.integers(0, 3)) == 0 else draw(_inner_values)
        lines.append(f"{draw(_spaces)}{key}{draw(_spaces)}={draw(_spaces)}{value}{tail()}")

    around(4)
    for _ in range(draw(st.integers(0, 3))):
        pair()
        around()
    headers = ["[t{}]", "[ t{} . inner ]", '["# t{}"]', "[[list{}]]", "[super.t{}]", "[[t.list{}]]"]
    for _ in range(draw(st.integers(0, 3))):
        number += 1
        header = draw(st.sampled_from(headers)).format(number)
        for _ in range(2 if header.startswith("[[") else 1):
            lines.append(draw(_spaces) + header + tail())
            around()
            for _ in range(draw(st.integers(0, 2))):
                pair()
                around()
    messy.text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n\n"]))
    return messy
