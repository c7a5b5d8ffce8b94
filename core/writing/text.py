r"""Text from a user's file is text: one line, no control characters, never markup or code.

>>> one_line("Distance\n[Mpc]\x1b[2J")
'Distance [Mpc][2J'
>>> shorten("a name that does not fit", 10)
'a name th…'
>>> print(typst_string('#read("C:\\secret")'))
"#read(\"C:\\secret\")"
"""

import unicodedata

_JOINERS = "\u200c\u200d"  # they shape letters in Persian, Hindi and emoji: not invisible noise
_WIDE = ("W", "F")


def one_line(text: str) -> str:
    """Return ``text`` with each run of white space as one space and without invisible characters.

    Dropped are control and formatting characters (among them those that turn the direction of
    the text around them), lone surrogates and code points that are no characters: none can be
    seen, and some are not allowed in SVG and HTML.
    """
    return "".join(c for c in " ".join(text.split()) if _is_visible(c)).strip()


def _is_visible(character: str) -> bool:
    point = ord(character)
    if point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF:
        return False
    return character in _JOINERS or unicodedata.category(character) not in ("Cc", "Cf", "Cs")


def shorten(text: str, width: int) -> str:
    """Return ``one_line(text)``, cut and ended with "…" where it is wider than ``width`` letters.

    Chinese, Japanese and Korean characters count as two letters, every other character as one.
    Accents stay with the letters they belong to.
    """
    line = one_line(text)
    if sum(map(_width, line)) <= width:
        return line
    kept, room = 0, width - 1
    while _width(line[kept]) <= room:
        room -= _width(line[kept])
        kept += 1
    while kept and _belongs_to_the_letter_before(line[kept]):
        kept -= 1
    return line[:kept].rstrip(" " + _JOINERS) + "…"


def _width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _belongs_to_the_letter_before(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")


def typst_string(text: str) -> str:
    r"""Return a Typst string literal, quotes included, whose value is ``text``.

    Inside a string Typst knows no markup, only escapes, and those of ``\`` and ``"`` are enough.
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
