"""What is told line by line, as Markdown: the answer first, then lists; what people wrote stays inert."""

from __future__ import annotations

from successbook.sharing.told import told_markdown


def test_the_first_line_is_the_answer_and_what_is_indented_is_a_list() -> None:
    told = [
        "Can we ship? Not yet, 1 reason.",
        "In the way: 1",
        "  Who signed: nobody",
        "    releases/a/release.toml:sign_offs.x",
        "    because of *this*",
        "",
        "In order: 0",
    ]
    assert told_markdown(told) == (
        "**Can we ship? Not yet, 1 reason.**\n\nIn the way: 1\n\n"
        "- Who signed: nobody\n  - because of \\*this\\*\n\nIn order: 0\n"
    )


def test_markup_of_others_stays_text() -> None:
    assert told_markdown(["<b>", "  # [x](javascript:y)"]) == ("**\\<b\\>**\n\n- \\# \\[x\\](javascript:y)\n")
