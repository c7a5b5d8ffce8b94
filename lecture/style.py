"""The look that all pages share: colours of one meaning each, and letters.

A page is light or dark as the reader's system is, or as ``data-theme`` on its root says. Every
field of `core.palette.Theme` is a custom property: ``slope_numerator`` is ``--slope-numerator``.
"""

import base64
from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path

from core.palette import THEMES, Theme, theme

_FONTS = Path(__file__).parent / "fonts"
_FAMILY = "Lecture Serif"
_FACES = {
    "text": "font-weight:400;font-style:normal",
    "italic": "font-weight:400;font-style:italic",
    "bold": "font-weight:700;font-style:normal",
    "math": "font-weight:400;font-style:normal",
}
SERIF = f'"{_FAMILY}", "New Computer Modern", "Latin Modern Roman", Georgia, serif'
MATH = f'"{_FAMILY} Math", "New Computer Modern Math", "Latin Modern Math", math'


def style_sheet(faces: Iterable[str] = ("text", "italic", "bold")) -> str:
    """Return the CSS that every page begins with: fonts, colours of both themes, ground and ink.

    ``faces`` are those of lecture/fonts that the page uses. They stand in the sheet itself, since
    browsers may refuse a font beside a page that was opened from a disk.
    """
    light, dark = (_properties(theme(name)) for name in THEMES)
    return "\n".join(
        [
            *map(_face, faces),
            f":root{{color-scheme:light;{light}--serif:{SERIF};--math:{MATH}}}",
            "@media (prefers-color-scheme:dark){:root:not([data-theme=light])"
            f"{{color-scheme:dark;{dark}}}}}",
            f":root[data-theme=dark]{{color-scheme:dark;{dark}}}",
            "body{margin:0;background:var(--background);color:var(--ink);font-family:var(--serif)}",
            "math{font-family:var(--math)}",
            'a.front::before{content:"\N{LEFTWARDS ARROW} " / ""}',
            "",
        ]
    )


def _properties(colours: Theme) -> str:
    return "".join(
        f"--{field.name.replace('_', '-')}:{getattr(colours, field.name)};"
        for field in fields(colours)
    )


def _face(name: str) -> str:
    family = f"{_FAMILY} Math" if name == "math" else _FAMILY
    letters = base64.b64encode((_FONTS / f"{name}.woff2").read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";{_FACES[name]};font-display:block;'
        f'src:url("data:font/woff2;base64,{letters}") format("woff2")}}'
    )
