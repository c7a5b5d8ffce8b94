"""The sheet of all pages: every colour of the palette, both themes, fonts with their licence."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from core.palette import THEMES, Theme, theme
from lecture import style

FONTS = Path(style.__file__).parent / "fonts"
RULES = dict(re.findall(r"([^{}]+)\{([^{}]*)\}", style.style_sheet([])))
THEME_RULES = {
    "light": [":root"],
    "dark": [":root:not([data-theme=light])", ":root[data-theme=dark]"],
}


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("meaning", [f.name for f in fields(Theme)])
def test_every_colour_of_the_palette_is_a_property_in_each_theme(name, meaning):
    expected = f"--{meaning.replace('_', '-')}:{getattr(theme(name), meaning)};"
    rules = {selector.strip(): body for selector, body in RULES.items()}
    assert all(expected in rules[selector] for selector in THEME_RULES[name])


def test_fonts_travel_inside_the_sheet():
    sheet = style.style_sheet(["text", "math"])
    assert sheet.count("@font-face") == 2
    assert set(re.findall(r'url\("([^,]*),', sheet)) == {"data:font/woff2;base64"}


@pytest.mark.parametrize("font", sorted(FONTS.glob("*.woff2")), ids=lambda path: path.name)
def test_a_font_lies_beside_its_licence_and_says_what_it_was_cut_from(font):
    assert font.read_bytes()[:4] == b"wOF2"
    assert f"| {font.name} | New Computer Modern" in (FONTS / "README.md").read_text()
    assert "of the GUST Font License" in (FONTS / "GUST-FONT-LICENSE.txt").read_text()
