"""Text from a user's file stays text, on one line, whatever is in it."""

import unicodedata

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from core.writing.text import one_line, shorten, typst_string

HOSTILE = [
    "<script>alert(1)</script>",
    '#read("/etc/passwd")',
    r"$\frac{$",
    "_^%&{}~*`@<a>[b]",
    '"; panic("out") //',
    "\\",
    '\\"',
    r"\u{41}",
    "距離 [メートル]",
    "المسافة (كم)",
    "line\nbreak\ttab",
    "'smart' -- quotes...",
]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Distance \n\t [Mpc] ", "Distance [Mpc]"),
        ("a\u2028b\u0085c", "a b c"),
        ("\x1b[31mred\x07", "[31mred"),
        ("\u202egnp.exe", "gnp.exe"),
        ("\ufeffx\u200b\u00ad\ud800\uffff", "x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("距離", "距離"),
        ("", ""),
    ],
)
def test_one_line_keeps_what_can_be_seen(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("ab cdefg", 4, "ab…"),
        ("距離の単位", 6, "距離…"),
        ("abe\u0301de", 4, "ab…"),
        ("x" * 300, 40, "x" * 39 + "…"),
    ],
)
def test_long_text_is_cut_at_a_letter(text, width, short):
    assert shorten(text, width) == short


@given(st.text(st.characters()), st.integers(1, 80))
def test_short_text_is_clean_and_fits(text, width):
    short = shorten(text, width)
    assert one_line(short) == short
    assert sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in short) <= width
    assert short == one_line(text) or short.endswith("…")
    assert one_line(text).startswith(short.removesuffix("…"))


def typst_value(literal: str) -> str:
    """What Typst's two escapes mean, read back."""
    body, value = literal[1:-1], ""
    while body:
        assert body[0] != '"'
        value += body[1] if body[0] == "\\" else body[0]
        body = body[2:] if body[0] == "\\" else body[1:]
    return value


@given(st.text() | st.text(alphabet='\\"#u{}n'))
def test_a_typst_string_reads_back_as_the_text(text):
    literal = typst_string(text)
    assert literal[0] == literal[-1] == '"'
    assert typst_value(literal) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_typst_takes_the_text_literally(text):
    """Typst itself sees the text, not a command, a formula or the end of the string."""
    source = f"#metadata({typst_string(text)}) <label>\n#{typst_string(text)}"
    found = typst.query(source.encode(), "<label>", field="value", one=True)
    assert found == _json(text)


def _json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
