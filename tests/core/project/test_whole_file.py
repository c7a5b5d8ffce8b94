"""A file is whole or not there, and what a killed process left behind does not stay."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.project.whole_file import unfinished_folder, whole_file, write_whole

ROOT = Path(__file__).resolve().parents[3]


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def killed_while_writing(path: Path, code: str = "whole_file") -> int:
    """Let another process begin to write ``path`` and kill itself; return its number."""
    program = (
        "import os, signal; from pathlib import Path; from core.project import whole_file as w\n"
        f"with w.{code}(Path({str(path)!r})) as name:\n"
        "    (name / 'part' if name.is_dir() else name).write_text('half')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )
    process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
    assert process.wait() == -signal.SIGKILL
    return process.pid


def test_the_file_appears_with_the_end_of_the_block(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "a.svg"
    with whole_file(path) as unfinished:
        unfinished.write_text("whole")
        assert not path.exists()
        assert unfinished.suffix == ".svg"
    assert path.read_text() == "whole"
    assert names(path.parent) == ["a.svg"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_after_an_error_everything_is_as_it_was(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, "before")

    def fail_half_way() -> None:
        with whole_file(path) as unfinished:
            unfinished.write_text("half")
            raise error

    with pytest.raises(error):
        fail_half_way()
    assert path.read_text() == "before"
    assert names(tmp_path) == ["a.txt"]


def test_a_text_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "a.txt", "\ud800")
    assert names(tmp_path) == []


@pytest.mark.parametrize("way", ["whole_file", "unfinished_folder"])
def test_what_a_killed_process_left_is_swept_by_the_next_of_the_same_target(
    tmp_path: Path, way: str
) -> None:
    path = tmp_path / "a [1].svg"
    pid = killed_while_writing(path, way)
    assert names(tmp_path) == [f".a [1].unfinished-{pid}.svg"]
    write_whole(tmp_path / "a.svg", "another target")
    assert len(names(tmp_path)) == 2
    write_whole(path, "whole")
    assert names(tmp_path) == ["a [1].svg", "a.svg"]


def test_what_a_living_process_writes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    of_the_parent = tmp_path / f".a.unfinished-{os.getppid()}.svg"
    of_the_first = tmp_path / ".a.unfinished-1.svg"  # which is another user's, most likely
    of_nobody = tmp_path / f".a.unfinished-{10**30}.svg"
    for left in (of_the_parent, of_the_first, of_nobody):
        left.write_text("half")
    write_whole(path, "whole")
    assert names(tmp_path) == sorted([of_the_parent.name, of_the_first.name, "a.svg"])


def test_a_folder_is_there_for_the_block_only(tmp_path: Path) -> None:
    with unfinished_folder(tmp_path / "films" / "Film") as folder:
        (folder / "frames").mkdir()
        assert folder.parent == tmp_path / "films"
    assert names(tmp_path / "films") == []
