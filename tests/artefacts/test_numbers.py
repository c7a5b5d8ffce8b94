"""The numbers that were written are those that the article quotes."""

import json
import os
from pathlib import Path


def test_the_quoted_numbers_are_there() -> None:
    content = (Path(os.environ["BUILD"]) / "numbers.json").read_text(encoding="utf-8")
    json.loads(content, parse_constant=refuse)
    for quoted in ("0.572", "1.21", "1.37", "171", "245"):
        assert f'"quoted": "{quoted}' in content


def refuse(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
