"""The films there are, by the names of their classes.

The plainly written reference is none of them: it is tested to show the same as its film.
"""

import re
from pathlib import Path

import scenes

FILMS = sorted(
    name
    for path in Path(scenes.__file__).parent.glob("*.py")
    for name in re.findall(r"^class (\w+)\(Film\):", path.read_text(encoding="utf-8"), re.MULTILINE)
    if not name.startswith("Plain")
)
