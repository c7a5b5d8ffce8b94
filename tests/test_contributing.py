"""The film that CONTRIBUTING.md shows is a film: it plays, and says what it says."""

import importlib.util
import re
import sys
import tempfile
from pathlib import Path

from core.project.paths import ROOT
from scenes.settings import FilmSettings
from scenes.studio.session import session
from tests.scenes.rehearsal import RehearsalRenderer


def test_the_film_of_the_guide_plays(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (source,) = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    file = tmp_path / "misses.py"
    file.write_text(source, encoding="utf-8")
    spec = importlib.util.spec_from_file_location("misses", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["misses"] = module
    spec.loader.exec_module(module)
    with (
        tempfile.TemporaryDirectory() as media,
        session(FilmSettings(), "low_quality", Path(media), save_sections=False, frame_rate=4),
    ):
        film = module.Misses(renderer=RehearsalRenderer(lambda: None))
        film.render()
    assert [name for name, _ in film.steps] == ["line", "misses"]
    assert film.sentences[-1].text == "The one with the least squares of its misses."


def test_the_guide_names_files_that_are_there() -> None:
    for name in ("CONTRIBUTING.md", "ARCHITECTURE.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        named = re.findall(r"`((?:core|figures|scenes|tests|tools|data)/[\w/.]+)`", text)
        missing = [p for p in named if "NAME" not in p and not (ROOT / p).exists()]
        assert not missing, f"{name} names {missing}"
