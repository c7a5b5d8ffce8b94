"""One page that needs no other file: style sheets, scripts and data stand in it.

On a page opened from a disk a browser refuses modules, ``fetch`` and much else that lies beside
it. So what the page is made of is written into its source, where ``$name`` stands.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from string import Template

# How a page shows films of the other theme.
GROUND = Path(__file__).with_name("ground.css")
FRONT = "<!-- way to the front page -->"
"""Where a page names the front page of the site, once it is part of one."""


def filled(source: Path, **parts: str) -> str:
    """Return the page ``source`` with every ``$name`` in it replaced by that part."""
    return Template(source.read_text(encoding="utf-8")).substitute(parts)


def with_way_to_front(page: str, address: str) -> str:
    """Return ``page`` with a link to the front page at ``address``, where it has room for one."""
    return page.replace(FRONT, f'<a class="front" href="{address}">Front page</a>')


def ground() -> str:
    """Return the look of films of the other theme.

    The theme of a page is what ``data-theme`` on its root says, or else the reader's system.
    """
    said = GROUND.read_text(encoding="utf-8")
    by_system = re.sub(
        r'^\[data-theme="(light|dark)"\] (.*)$',
        r"@media (prefers-color-scheme: \1) { :root:not([data-theme]) \2 }",
        said,
        flags=re.MULTILINE,
    )
    return said + by_system


def joined(files: Iterable[Path]) -> str:
    """Return the text of all ``files``, one after the other."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def in_script(value: object) -> str:
    """Return ``value`` as JSON that no word in it can take for the end of a script.

    >>> in_script({"title": "</script>"})
    '{"title": "\\\\u003c/script>"}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")
