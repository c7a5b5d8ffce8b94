"""One page that needs no other file: style sheets, scripts and data stand in it.

On a page opened from a disk a browser refuses modules, ``fetch`` and much else that lies beside
it. So what the page is made of is written into its source, where ``$name`` stands.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from string import Template

# How a page shows films of the other theme.
GROUND = Path(__file__).with_name("ground.css")


def filled(source: Path, **parts: str) -> str:
    """Return the page ``source`` with every ``$name`` in it replaced by that part."""
    return Template(source.read_text(encoding="utf-8")).substitute(parts)


def joined(files: Iterable[Path]) -> str:
    """Return the text of all ``files``, one after the other."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def in_script(value: object) -> str:
    """Return ``value`` as JSON that no word in it can take for the end of a script.

    >>> in_script({"title": "</script>"})
    '{"title": "\\\\u003c/script>"}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")
