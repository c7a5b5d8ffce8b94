r"""Tables whose columns are drawn with bars: those of Markdown, of Org and of databases.

>>> without_frame("| x | y |\n|---|--:|\n| 1 | 2 |\n", has_border=True)
' x | y \n\n 1 | 2 \n'
"""

import re
from itertools import islice

_RULE = re.compile(r"[ \t]*[-|+:=]*(?:--|==|-:|:-)[-|+:= \t]*")
_BORDERED = re.compile(r"[ \t]*\|.*\|[ \t]*")
_SAMPLE_LINES = 20


def is_drawn(text: str) -> bool:
    """Whether columns stand between bars, with rules or a border."""
    lines = _sample(text)
    bars = [line for line in lines if "|" in line]
    rules = sum(_RULE.fullmatch(line) is not None for line in lines)
    return len(bars) > 1 and (has_border(text) or rules > 0)


def has_border(text: str) -> bool:
    """Whether each line of cells begins and ends with a bar."""
    cells = [line for line in _sample(text) if "|" in line and not _RULE.fullmatch(line)]
    return bool(cells) and all(map(_BORDERED.fullmatch, cells))


def without_frame(text: str, *, has_border: bool) -> str:
    """Return ``text`` with a blank line for each rule, and without bars at the ends of lines."""
    return "\n".join(_line(line, has_border) for line in text.split("\n"))


def _line(line: str, has_border: bool) -> str:
    if _RULE.fullmatch(line):
        return ""
    bare = line.strip(" \t") if has_border else line
    return bare[1:-1] if has_border and _BORDERED.fullmatch(bare) else line


def _sample(text: str) -> list[str]:
    lines = (line for line in text.split("\n") if line.strip() and not line.startswith("#"))
    return list(islice(lines, _SAMPLE_LINES))
