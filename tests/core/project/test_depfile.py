"""What a picture was made from, as make understands it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.project import depfile as dependencies
from core.project.depfile import (
    dependency_rule,
    loaded_modules,
    prerequisites_noted,
    write_depfile,
)

ROOT = Path(__file__).resolve().parents[3]
AWKWARD = ["a b.csv", "a#b", "a$b", "a:b", "a%b", "a*b", "a?b", "a[b]", "a\\ b", "a'b", 'a"b', "é"]


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


def rule_of(code: str, folder: Path, depfile: str) -> list[str]:
    """Run ``code`` in a block that notes what "out" is made from; return what was written."""
    output_of(
        "from pathlib import Path; from core.project.depfile import prerequisites_noted\n"
        f"folder = Path({str(folder)!r})\n"
        "data = Path('data')\n"
        "(data / 'anscombe.csv').read_text()\n"
        f"with prerequisites_noted({depfile}, folder / 'out'):\n    {code}\n"
        "(data / 'hubble1929.csv').read_text()"
    )
    rule = folder / "d"
    return rule.read_text().splitlines()[0].split() if rule.exists() else []


def test_modules_and_what_was_read_in_the_block_are_the_prerequisites(tmp_path: Path) -> None:
    target, *made_from = rule_of("(data / 'header.csv').read_text()", tmp_path, "folder / 'd'")
    assert target == f"{tmp_path / 'out'}:"
    assert {"core/project/depfile.py", "data/header.csv"} <= set(made_from)
    assert not {"data/anscombe.csv", "data/hubble1929.csv"} & set(made_from)


def test_nothing_is_noted_where_nobody_asks(tmp_path: Path) -> None:
    assert rule_of("(data / 'header.csv').read_text()", tmp_path, "None") == []


def test_a_block_that_fails_writes_no_rule(tmp_path: Path) -> None:
    depfile = tmp_path / "d"
    with pytest.raises(ValueError, match="bad"), prerequisites_noted(depfile, tmp_path / "out"):
        raise ValueError("bad")
    assert not depfile.exists()


def test_paths_below_the_root_are_written_relative_to_it(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "project", tmp_path / "mine.csv"
    write_depfile(root / "d", Path("out.svg"), [root / "core/fits/line.py", elsewhere], root)
    assert (root / "d").read_text() == (
        f"out.svg: {elsewhere} core/fits/line.py\n\n{elsewhere}:\ncore/fits/line.py:\n"
    )
    assert [path.name for path in root.iterdir()] == ["d"]


@pytest.mark.parametrize("name", ["a;b", "a=b", "a|b", "a\nb", "a(b)"])
def test_what_make_cannot_express_is_refused_by_name(name: str) -> None:
    with pytest.raises(ValueError, match="make cannot express the path"):
        dependency_rule(Path("out"), [Path(name)])


@pytest.mark.skipif(shutil.which("make") is None, reason="make itself is the judge here")
@pytest.mark.parametrize("name", AWKWARD)
def test_make_sees_a_changed_and_survives_a_deleted_prerequisite(tmp_path: Path, name: str) -> None:
    def is_up_to_date() -> bool:
        command = ["make", "-q", "out"]
        done = subprocess.run(command, check=False, cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode < 2, done.stderr
        return done.returncode == 0

    (tmp_path / "Makefile").write_text("out:\n\ttouch out\n-include d\n")
    write_depfile(tmp_path / "d", Path("out"), [tmp_path / name], tmp_path)
    source, out = tmp_path / name, tmp_path / "out"
    source.touch()
    out.touch()
    assert is_up_to_date()
    older = source.stat().st_mtime_ns - 10**10
    os.utime(out, ns=(older, older))
    assert not is_up_to_date()
    source.unlink()
    assert not is_up_to_date()
