"""One page that needs no other file: style sheets, scripts and data stand in it.

On a page opened from a disk a browser refuses modules, ``fetch`` and much else that lies beside
it. The sources stay files of their own, named in the page as for a server:

>>> inlined('<script src="deck.js"></script>', {"deck.js": "go()"})
'<script>go()</script>'
>>> inlined('<link rel="stylesheet" href="style.css">', {"style.css": "body{}"})
'<style>body{}</style>'
>>> print(inlined('<script id="a" src="a.json"></script>', {"a.json": '"</b>"'}))
<script id="a">"<\\/b>"</script>
"""

import re
from collections.abc import Mapping
from pathlib import Path

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SCRIPT = re.compile(r'<script([^>]*?) src="([^"]+)"></script>')


def page(source: Path, made: Mapping[str, str]) -> str:
    """Return ``source`` with everything inside; what is not in ``made`` lies beside it."""
    text = source.read_text(encoding="utf-8")
    named = {*_SHEET.findall(text), *(name for _, name in _SCRIPT.findall(text))}
    beside = {
        name: (source.parent / name).read_text(encoding="utf-8") for name in named - made.keys()
    }
    return inlined(text, {**beside, **made})


def inlined(text: str, files: Mapping[str, str]) -> str:
    """Return the page ``text`` with ``files`` in the places where it names them."""
    text = _SHEET.sub(lambda found: f"<style>{files[found[1]]}</style>", text)
    # In JavaScript and in JSON alike, a slash in a string may stand behind a backslash.
    safe = {name: content.replace("</", r"<\/") for name, content in files.items()}
    return _SCRIPT.sub(lambda found: f"<script{found[1]}>{safe[found[2]]}</script>", text)
