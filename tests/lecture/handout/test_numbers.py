"""Every number of the text comes from numbers.json: one that is typed by hand fails here."""

import re
from html import unescape

from lecture.handout.text import as_html

NUMBER = re.compile(r"(?<![\w.-])\d+\.\d+|(?<![\w.-])\d{3,}")
# A year, Anscombe's paper and the names of nuclides are no results.
NAMES = {"2021"}
MARK = "7"


def said(html: str) -> list[str]:
    """Return what a reader sees of numbers with a decimal point, or of three digits and more."""
    text = re.sub(r"<svg.*?</svg>|<style.*?</style>|<!--.*?-->", " ", html, flags=re.DOTALL)
    text = re.sub(r"</?(?:strong|em|span)\b[^>]*>", "", text)
    text = unescape(re.sub(r"<[^>]+>", " ", text)).replace("−", "-")
    return [found for found in NUMBER.findall(text) if found not in NAMES]


def quoted(part) -> set[str]:
    """Return every text in numbers.json that stands for a number, without its sign."""
    if isinstance(part, dict):
        return {text for value in part.values() for text in quoted(value)}
    if isinstance(part, list):
        return {text for value in part for text in quoted(value)}
    return {part.lstrip("-").partition("e")[0]} if isinstance(part, str) else set()


def marked(part):
    """Return numbers.json with another digit behind each number that the text may quote."""
    if isinstance(part, dict):
        return {name: marked(value) for name, value in part.items()}
    if isinstance(part, list):
        return [marked(value) for value in part]
    return (
        re.sub(r"^(-?\d+(?:\.\d+)?)(?=$|e)", rf"\g<1>{MARK}", part)
        if isinstance(part, str)
        else part
    )


def test_every_number_of_the_text_is_one_of_numbers_json(numbers):
    found = said(as_html(numbers, {}))
    assert len(found) > 120
    assert [text for text in found if text not in quoted(numbers)] == []


def test_no_number_of_the_text_was_typed(numbers):
    changed = marked(numbers)
    found = said(as_html(changed, {}))
    assert [text for text in found if not text.endswith(MARK)] == []
    assert [text for text in found if text not in quoted(changed)] == []
