"""The numbers that were written are those that the article quotes."""

import json
import re

from tests.artefacts.conftest import CHOICES
from tools.make.goals import wanted


def test_the_quoted_numbers_are_there() -> None:
    (numbers,) = wanted("numbers", CHOICES)
    content = numbers.file.read_text(encoding="utf-8")
    json.loads(content, parse_constant=refuse)
    quoted = re.findall(r'"quoted": "([^"]*)"', content)
    assert {"0.572", "1.21", "1.37", "171", "245"} <= set(quoted)


def refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
