"""Addresses: one token for whatever keys there are, and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from successbook.errors import AddressError
from successbook.tree import Address
from tests.strategies import any_text


def addresses() -> st.SearchStrategy[Address]:
    return st.builds(Address, any_text, st.lists(any_text, max_size=4).map(tuple))


@given(addresses())
def test_an_address_reads_back_whatever_its_keys_are(at: Address) -> None:
    assert Address.parse(str(at)) == at


@given(addresses())
def test_an_address_is_one_token_that_nothing_can_mistake(at: Address) -> None:
    token = str(at)
    assert len(token.split()) == 1
    assert token.encode().decode() == token
    assert all(unicodedata.category(char)[0] in "LMN" or char in "%-_.:/" for char in token)
    assert token.count(":") == bool(at.path)
    assert token.partition(":")[2].count(".") == max(len(at.path) - 1, 0)


@given(addresses(), addresses())
def test_two_addresses_are_written_the_same_only_if_they_are_the_same(one: Address, other: Address) -> None:
    assert (str(one) == str(other)) == (one == other)


@pytest.mark.parametrize(
    ("at", "token"),
    [
        (Address("plan.toml"), "plan.toml"),
        (
            Address("plan.toml", ("metrics", "weekly-teams", "title")),
            "plan.toml:metrics.weekly-teams.title",
        ),
        (Address("releases/first/release.toml", ("key_x",)), "releases/first/release.toml:key_x"),
        (Address("plan.toml", ("goals", "支払い", "ärger")), "plan.toml:goals.支払い.ärger"),
        (Address("plan.toml", ("a.b", "c:d", "50%")), "plan.toml:a%2Eb.c%3Ad.50%25"),
        (Address("plan.toml", ("", "a~b")), "plan.toml:%.a%7Eb"),
        (Address("plan.toml", ("\x1b[31m", "\u202e", "a b\n")), "plan.toml:%1B%5B31m.%E2%80%AE.a%20b%0A"),
        (Address("plan.toml", ("\ud800",)), "plan.toml:%ED%A0%80"),
    ],
)
def test_letters_stand_for_themselves_and_all_else_is_percent_encoded(at: Address, token: str) -> None:
    assert str(at) == token
    assert Address.parse(token) == at


def test_lower_case_digits_behind_a_percent_sign_are_read_too() -> None:
    assert Address.parse("plan.toml:a%2eb") == Address("plan.toml", ("a.b",))


@pytest.mark.parametrize(
    "token",
    [
        "",
        ":",
        ":goals",
        "plan.toml:",
        "plan.toml:.",
        "plan.toml:a..b",
        "plan.toml:a.",
        "plan.toml:.a",
        "plan.toml:a:b",
        "plan.toml:50%",
        "plan.toml:%2",
        "plan.toml:%zz",
        "plan.toml:%%",
        "plan.toml:%FF",
        "%C3:a",
    ],
)
def test_what_is_no_address_is_refused_in_one_line_with_a_remedy(token: str) -> None:
    with pytest.raises(AddressError) as caught:
        Address.parse(token)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


@given(st.text())
def test_any_text_is_an_address_or_refused(token: str) -> None:
    try:
        at = Address.parse(token)
    except AddressError:
        return
    assert Address.parse(str(at)) == at


def test_child_parent_and_key_walk_up_and_down() -> None:
    file = Address("plan.toml")
    title = file.child("goals", "guest-pays").child("title")
    assert title == Address("plan.toml", ("goals", "guest-pays", "title"))
    assert (title.key, title.parent.key, file.key) == ("title", "guest-pays", "plan.toml")
    assert file.child("goals").parent == file
    assert file.parent == file


def test_an_address_is_within_itself_and_what_holds_it_and_nothing_else() -> None:
    goal = Address("plan.toml", ("goals", "a"))
    assert goal.within(goal)
    assert goal.child("title").within(goal)
    assert goal.within(Address("plan.toml"))
    assert not goal.within(goal.child("title"))
    assert not Address("plan.toml", ("goals", "ab")).within(goal)
    assert not goal.within(Address("readings.toml"))


def test_addresses_sort_by_file_and_then_by_keys() -> None:
    tokens = ["a.toml", "a.toml:b", "a.toml:b.a", "a.toml:c", "b.toml"]
    assert sorted(map(Address.parse, reversed(tokens))) == list(map(Address.parse, tokens))
