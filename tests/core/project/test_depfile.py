"""What a picture was made from, as the run that made it tells."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.project import depfile as dependencies
from core.project.depfile import loaded_modules, prerequisites_noted, write_depfile

ROOT = Path(__file__).resolve().parents[3]


def output_of(code: str) -> str:
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True)
    return done.stdout.strip()


def test_loaded_modules_are_sources_of_the_project_only() -> None:
    modules = loaded_modules()
    assert Path(dependencies.__file__).resolve() in modules
    assert all(path.is_relative_to(ROOT) for path in modules)
    assert not any("site-packages" in path.parts for path in modules)


def test_a_virtual_environment_inside_the_project_is_not_the_project(tmp_path: Path) -> None:
    code = (
        "import sys, types; from pathlib import Path;"
        "from core.project.depfile import loaded_modules;"
        f"root = Path({str(tmp_path)!r});"
        "own = types.ModuleType('own'); own.__file__ = str(root / 'core/own.py');"
        "other = types.ModuleType('other'); other.__file__ = str(root / '.venv/lib/other.py');"
        "sys.modules |= {'own': own, 'other': other};"
        "print([path.name for path in loaded_modules(root)])"
    )
    assert output_of(code) == "['own.py']"


def test_files_read_below_the_folder_are_noted_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/inside.csv").write_text("x,y\n1,2\n")
    (tmp_path / "outside.csv").write_text("x,y\n1,2\n")
    code = (
        "from pathlib import Path; from core.project.depfile import FilesRead; import numpy;"
        f"root = Path({str(tmp_path)!r}); read = FilesRead(root / 'data');"
        "numpy.loadtxt(root / 'data/inside.csv', delimiter=',', skiprows=1);"
        "(root / 'outside.csv').read_text();"
        "print([path.name for path in read.paths])"
    )
    assert output_of(code) == "['inside.csv']"


def noted_by(code: str, folder: Path, depfile: str) -> list[str]:
    """Run ``code`` in a block that notes what it is made from; return what was written."""
    output_of(
        "from pathlib import Path; from core.project.depfile import prerequisites_noted\n"
        f"folder = Path({str(folder)!r})\n"
        "data = Path('data')\n"
        "(data / 'anscombe.csv').read_text()\n"
        f"with prerequisites_noted({depfile}):\n    {code}\n"
        "(data / 'hubble1929.csv').read_text()"
    )
    noted = folder / "d"
    return noted.read_text().splitlines() if noted.exists() else []


def test_modules_and_what_was_read_in_the_block_are_noted(tmp_path: Path) -> None:
    made_from = noted_by("(data / 'header.csv').read_text()", tmp_path, "folder / 'd'")
    assert {"core/project/depfile.py", "data/header.csv"} <= set(made_from)
    assert not {"data/anscombe.csv", "data/hubble1929.csv"} & set(made_from)


def test_files_of_other_folders_are_noted_where_asked(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>")
    made_from = noted_by("(folder / 'page.html').read_text()", tmp_path, "folder / 'd', folder")
    assert str(tmp_path / "page.html") in made_from


def test_nothing_is_noted_where_nobody_asks(tmp_path: Path) -> None:
    assert noted_by("(data / 'header.csv').read_text()", tmp_path, "None") == []


def test_a_block_that_fails_notes_nothing(tmp_path: Path) -> None:
    depfile = tmp_path / "d"
    with pytest.raises(ValueError, match="bad"), prerequisites_noted(depfile):
        raise ValueError("bad")
    assert not depfile.exists()


def test_paths_below_the_root_are_written_relative_to_it(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "project", tmp_path / "a: $(mine).csv"
    write_depfile(root / "d", [root / "core/fits/line.py", elsewhere], root)
    assert (root / "d").read_text().splitlines() == [str(elsewhere), "core/fits/line.py"]
    assert [path.name for path in root.iterdir()] == ["d"]
