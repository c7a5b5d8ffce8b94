"""Set-up empties nothing that it did not make itself."""

from pathlib import Path

import pytest

from tests.project_copy import Project, copy_of_project


@pytest.fixture
def bare(tmp_path: Path) -> Project:
    project = copy_of_project(tmp_path / "a project")
    (project.folder / ".venv").unlink()
    return project


def test_a_link_is_refused_and_what_it_leads_to_is_kept(bare: Project, tmp_path: Path) -> None:
    kept = tmp_path / "photographs"
    kept.mkdir()
    (kept / "one.jpg").write_bytes(b"irreplaceable")
    (bare.folder / ".venv").symlink_to(kept)
    done = bare.make("setup")
    assert done.returncode != 0
    assert f".venv is a link to {kept}" in done.stderr
    assert (kept / "one.jpg").read_bytes() == b"irreplaceable"


def test_a_folder_of_someone_elses_is_refused(bare: Project) -> None:
    (bare.folder / ".venv").mkdir()
    (bare.folder / ".venv/notes.txt").write_text("mine")
    done = bare.make("setup")
    assert done.returncode != 0
    assert "did not put there" in done.stderr
    assert (bare.folder / ".venv/notes.txt").read_text() == "mine"


def test_a_python_with_a_blank_in_its_path_is_found(bare: Project, tmp_path: Path) -> None:
    python = tmp_path / "my tools" / "python3"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    assert f"looked for: {python}" in bare.make("setup", f"PYTHON={python}").stderr
