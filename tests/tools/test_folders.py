"""Where the pictures of a table go: nobody's build is written over."""

from pathlib import Path

import pytest

from tools.make.choices import Choices
from tools.make.folders import Folder, folder_of_lab, folder_of_table, told


@pytest.fixture(autouse=True)
def with_tables_of_one_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("my.csv", "my.tsv", "a/my.csv", "b/my.csv", "b/figures.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x,y\n1,2\n")
    monkeypatch.chdir(tmp_path)


def place(*words: str) -> str:
    return str(folder_of_table(Choices.of(words)).path)


def made(*words: str) -> str:
    """Make something of the table; return the folder that it went into."""
    folder = folder_of_table(Choices.of(words))
    folder.note.parent.mkdir(parents=True, exist_ok=True)
    folder.claim()
    return str(folder.path)


def test_a_table_s_folder_is_called_as_the_table() -> None:
    assert made("DATA=my.csv") == place("DATA=my.csv") == place("DATA=./my.csv") == "build/my"
    assert place("DATA=my.csv", f"DATA={Path('my.csv').absolute()}") == "build/my"
    assert place() == "build"


@pytest.mark.parametrize(
    ("first", "second", "folder"),
    [
        ("DATA=a/my.csv", "DATA=b/my.csv", "build/b-my"),
        ("DATA=my.csv", "DATA=my.tsv", "build/my-tsv"),
        ("DATA=my.csv", "DATA=my.csv|X=t|Y=v", "build/my-t-v"),
        ("DATA=my.csv|X=t|Y=v", "DATA=my.csv", "build/my-2"),
        ("DATA=my.csv|X=t|Y=v", "DATA=my.csv|X=t|Y=w/s (m)", "build/my-t-w-s-m"),
        ("DATA=my.csv|SHEET=1", "DATA=my.csv|SHEET=2", "build/my-2"),
        ("DATA=a/my.csv|X=t|Y=v", "DATA=b/my.csv|X=t|Y=v", "build/b-my"),
        ("DATA=my.csv|X=t", "DATA=my.csv|X=../../..", "build/my-2"),
    ],
)
def test_whoever_comes_second_gets_a_folder_that_says_why(
    first: str, second: str, folder: str
) -> None:
    one, other = first.split("|"), second.split("|")
    assert made(*one) == "build/my"
    assert made(*other) == folder
    assert place(*one) == "build/my", "the first one keeps its folder"
    assert place(*other) == folder, "and so does the second"
    assert told(Choices.of(one)) == []
    (line,) = told(Choices.of(other))
    assert f"goes into {folder}:" in line


def test_any_number_of_columns_of_any_number_of_tables_stay_apart() -> None:
    asked = [
        (f"DATA={table}", *columns)
        for table in ("a/my.csv", "b/my.csv", "my.csv", "my.tsv")
        for columns in ((), ("X=t", "Y=v"), ("X=t", "Y=w"), ("X=t-v",), ("SHEET=t", "X=v"))
    ]
    folders = [made(*words) for words in asked]
    assert len(set(folders)) == len(asked)
    assert [place(*words) for words in asked] == folders


def test_a_table_and_a_lab_of_one_name_stay_apart() -> None:
    both = Choices.of(["DATA=a/my.csv", "RADIATION=b/my.csv"])
    same = Choices.of(["DATA=my.csv", "RADIATION=my.csv"])
    assert str(folder_of_table(both).path) == "build/my"
    assert str(folder_of_lab(both).path) == "build/b-my"
    assert str(folder_of_lab(same).path) == "build/my-radiation"
    lab = folder_of_lab(both)
    lab.note.parent.mkdir(parents=True)
    lab.claim()
    assert folder_of_lab(Choices.of(["RADIATION=b/my.csv"])).path == Path("build/my")


def test_a_name_chooses_the_folder() -> None:
    assert made("DATA=a/my.csv", "NAME=first run") == "build/first run"
    assert place("DATA=a/my.csv") == "build/my"
    assert place("DATA=b/figures.csv", "NAME=drawings") == "build/drawings"
    with pytest.raises(ValueError, match=r"was made from DATA=a/my\.csv: choose another name"):
        place("DATA=b/my.csv", "NAME=first run")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("NAME=../up", "DATA=my.csv"), r"no slash, no dot in front"),
        (("NAME=.up", "DATA=my.csv"), r"no slash, no dot in front"),
        (("NAME=a\\b", "DATA=my.csv"), r"no slash, no dot in front"),
        (("NAME= ", "DATA=my.csv"), r"no slash, no dot in front"),
        (("NAME=Video", "DATA=my.csv"), "belongs to the article"),
        (("NAME=mine",), "give DATA= or RADIATION= too"),
        (("NAME=mine", "DATA=my.csv", "RADIATION=my.csv"), "one at a time"),
        (("DATA=b/figures.csv",), "choose another folder with NAME="),
    ],
)
def test_a_name_that_is_none_is_refused(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Choices.of(words)


def test_who_comes_a_moment_too_late_is_told() -> None:
    late = folder_of_table(Choices.of(["DATA=b/my.csv"]))
    made("DATA=a/my.csv")
    with pytest.raises(ValueError, match=r"just been made from DATA=a/my\.csv: run make again"):
        late.claim()


def test_what_is_no_note_says_nothing() -> None:
    note = Folder(Path("build/my")).note
    note.parent.mkdir(parents=True)
    for text in ("", "[]", "{", '{"table": "a/my.csv"}'):
        note.write_text(text)
        assert place("DATA=my.csv") == "build/my"
