"""What was probably meant is named, and quickly however many words there are."""

from successbook.plan.near import did_you_mean, nearest


def test_the_nearest_word_is_found_whatever_its_case() -> None:
    assert nearest("TITEL", ["title", "unit"]) == "title"
    assert nearest("zzz", ["title", "unit"]) is None
    assert nearest("x", []) is None


def test_the_remedy_names_it_or_says_something_else() -> None:
    assert did_you_mean("tilte", ["title"], "see above") == 'did you mean "title"?'
    assert did_you_mean("zzz", ["title"], "see above") == "see above"


def test_among_many_words_one_with_the_same_beginning_or_end_is_found() -> None:
    many = [f"goal:number-{number:04}" for number in range(3000)]
    assert nearest("goal:nunber-1234", many) == "goal:number-1234"
    assert nearest("goal:number-12345", many) in ("goal:number-1234", "goal:number-2345")
