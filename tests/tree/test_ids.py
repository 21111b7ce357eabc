"""Ids: readable, in any script, minted once and never counted up."""

import datetime as dt
import re
import unicodedata
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.tree import is_id, mint
from successbook.tree.ids import LONGEST, random_part, slug
from tests.strategies import any_text

TODAY = dt.date(2026, 6, 15)
TITLES = any_text | st.text(max_size=120) | st.text(st.characters(categories=["L", "M", "Nd"]), max_size=90)


def no_luck() -> str:
    pytest.fail("no random part was needed")


@given(TITLES, st.booleans())
def test_what_is_minted_is_an_id(title: str, dated: bool) -> None:
    minted = mint(title, (), today=TODAY if dated else None)
    assert is_id(minted)
    assert is_id(mint(title, {minted}, today=TODAY if dated else None))


@given(TITLES)
def test_an_id_is_short_composed_and_fits_into_addresses_references_and_names_of_files(title: str) -> None:
    minted = mint(title, ())
    assert len(minted) <= LONGEST
    assert unicodedata.is_normalized("NFC", minted)
    assert not set(minted) & set(".:/\\ %\x00")
    assert "--" not in minted
    assert minted == minted.strip("-")
    assert minted.isprintable()


@given(TITLES, st.integers(1, 5))
def test_a_clash_draws_at_random_and_never_counts(title: str, clashes: int) -> None:
    draws = count()
    taken: set[str] = set()
    for _ in range(clashes):
        minted = mint(title, taken, random=lambda: f"zz{next(draws):02}")
        assert minted not in taken
        taken.add(minted)
    first = slug(title)
    rest = taken - {first}
    assert all(re.search(r"-zz\d\d$", each) for each in rest)
    assert len(rest) >= clashes - 1


@given(TITLES)
def test_a_free_id_needs_no_random_part(title: str) -> None:
    if slug(title):
        assert mint(title, (), random=no_luck) == slug(title)


def test_minting_goes_on_until_an_id_is_free() -> None:
    draws = iter(("aaaa", "bbbb", "cccc"))
    assert mint("Pay", {"pay", "pay-aaaa", "pay-bbbb"}, random=lambda: next(draws)) == "pay-cccc"


@pytest.mark.parametrize(
    ("title", "minted"),
    [
        ("Guests who finish paying", "guests-who-finish-paying"),
        ("One two three four five six seven eight", "one-two-three-four-five-six"),
        ("  Ärger — mit   Ümläuten! ", "ärger-mit-ümläuten"),
        ("Cafe\u0301", "café"),
        ("What's the customer's 1st step?", "whats-the-customers-1st-step"),
        ("支払いを速くする", "支払いを速くする"),
        ("الدفع السريع", "الدفع-السريع"),
        ("תשלום מהיר", "תשלום-מהיר"),
        ("ΤΈΛΟΣ", "τέλος"),
        ("हिन्दी में", "हिन्दी-में"),
        ("a--b..c/d\\e:f", "a-b-c-d-e-f"),
        ("+10% (or ~13K)", "10-or-13k"),
        ("\u202eevil\u202c \x1b[31mred", "evil-31mred"),
        ("a" * 200, "a" * 54),
        ("word " + "a" * 200, "word"),
        (f"word {'a' * 49}", f"word-{'a' * 49}"),
        (f"word {'a' * 50}", "word"),
    ],
)
def test_an_id_is_the_first_words_of_its_title(title: str, minted: str) -> None:
    assert mint(title, ()) == minted


@pytest.mark.parametrize("title", ["", "   ", "!?", "…", "👩‍👩‍👧", "\n", "²½"])
def test_without_words_an_id_is_the_day_and_four_random_characters(title: str) -> None:
    assert mint(title, (), today=TODAY, random=lambda: "abcd") == "2026-06-15-abcd"
    assert mint(title, (), random=lambda: "abcd") == "new-abcd"


def test_a_whole_page_as_a_title_is_read_only_so_far() -> None:
    assert mint("Pay " + "x " * 1_000_000, ()) == "pay-x-x-x-x-x"
    assert mint("." * 1_000_000 + "late", (), random=lambda: "abcd") == "new-abcd"


@pytest.mark.parametrize("text", ["a", "1", "a-b", "ärger", "支払い", "2026-06-15-abcd", "a" * 60, "हिन्दी"])
def test_these_are_ids(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "-", "-a", "a-", "a--b", "a.b", "a:b", "a/b", "a\\b", "a b", "a_b", "a\n", "a\u202eb", "cafe\u0301",
     "a" * 61, "½", "..", "~", "a%", "\x00", "\ud800", "👍"],
)  # fmt: skip
def test_these_are_none(text: str) -> None:
    assert not is_id(text)


@given(st.text(max_size=8))
def test_an_id_stands_for_itself_in_an_address(text: str) -> None:
    from successbook.tree import Address

    if is_id(text):
        assert str(Address("plan.toml", ("goals", text))) == f"plan.toml:goals.{text}"


def test_random_parts_are_four_plain_characters_and_differ() -> None:
    drawn = {random_part() for _ in range(50)}
    assert len(drawn) > 40
    assert all(re.fullmatch(r"[a-z2-9]{4}", each) and is_id(each) for each in drawn)
    assert not set("".join(drawn)) & set("il1o0")
