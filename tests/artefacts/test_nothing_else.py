"""Nothing half made lies beside what was built."""

from pathlib import Path

import pytest

from tests.artefacts.conftest import CHOICES
from tools.make.goals import wanted

FOLDERS = {target.file.parent for goal in ("figures", "video") for target in wanted(goal, CHOICES)}


@pytest.mark.parametrize("folder", sorted(FOLDERS), ids=str)
def test_no_file_is_hidden(folder: Path) -> None:
    assert not list(folder.glob(".*"))
