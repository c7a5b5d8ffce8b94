"""A sheet of a workbook is read as every other table, and its rows keep their numbers."""

import subprocess
import sys
from pathlib import Path

import pytest

from core.tables.dataset import read_dataset
from tests.core.tables.text.workbooks import ods, xls, xlsx

ROOT = Path(__file__).parents[4]
ROWS = [["t [s]", "h [m]"], [0.5, 10], [1.25, 20.125], [-3, 3e-5]]
POINTS = ([0.5, 1.25, -3], [10, 20.125, 3e-5])


def write(folder: Path, content: bytes, name: str = "my.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


KINDS = {"my.xlsx": xlsx({"Sheet1": ROWS}), "my.ods": ods({"Sheet1": ROWS}), "my.xls": xls(ROWS)}


@pytest.mark.parametrize(("name", "content"), KINDS.items(), ids=KINDS)
def test_every_kind_of_workbook_is_read(tmp_path, name, content):
    data = read_dataset(write(tmp_path, content, name))
    assert (data.x.tolist(), data.y.tolist()) == POINTS
    assert (data.x_label, data.y_label, data.title) == ("t [s]", "h [m]", "my")
    assert data.notes == ()


def test_a_workbook_has_a_name_as_its_content_says_and_not_its_ending(tmp_path):
    assert read_dataset(write(tmp_path, KINDS["my.ods"], "my.csv")).x.tolist() == POINTS[0]


def test_a_sheet_is_chosen_by_name_or_number(tmp_path):
    other = [["a", "b"], [1, 2], [3, 4]]
    path = write(tmp_path, xlsx({"Empty": [], "Fall": ROWS, "Other, ß": other}))
    first = read_dataset(path)
    assert first.x.tolist() == POINTS[0]
    assert first.notes == ("the sheet 'Fall' is read, not 'Other, ß'",)
    for sheet in ("Other, ß", "3"):
        chosen = read_dataset(path, sheet=sheet)
        assert (chosen.x.tolist(), chosen.notes) == ([1, 3], ())
    for sheet in ("fall", "4", "0"):
        with pytest.raises(ValueError, match=rf"no sheet '{sheet}': there are 'Empty', 'Fall', 'O"):
            read_dataset(path, sheet=sheet)
    with pytest.raises(ValueError, match=r"my\.xlsx.* is empty"):
        read_dataset(path, sheet="Empty")


def test_cells_are_what_they_are(tmp_path):
    rows = [
        ["Falling bodies", None, None],
        [None, None, None],
        ["day", "value", "what"],
        ["", "kg", ""],
        ["date:43831", 1, "a\nb\tc"],
        ["date:43832.5", 2, 'say "x"'],
        ["date:43833", "#DIV/0!", "c"],
        [None, 5, "d"],
        ["date:43835", 7, "e"],
    ]
    data = read_dataset(write(tmp_path, xlsx({"S": rows})))
    assert (data.x.tolist(), data.y.tolist()) == ([0, 1.5, 4], [1, 2, 7])
    assert (data.x_label, data.y_label) == ("day [day]", "value [kg]")
    assert data.title == "Falling bodies"
    assert "row 4 is read as the units of the columns" in data.notes
    assert data.notes[-1] == "2 of 5 rows are left out: x is missing in 1, y in 1"


def test_a_fault_has_its_row(tmp_path):
    path = write(tmp_path, xlsx({"S": [[None, None], ["x", "y"], [1, 2], [3, "soon"]]}))
    with pytest.raises(ValueError, match=r"my\.xlsx, sheet 'S', row 4, column 'y': expected a nu"):
        read_dataset(path)


BROKEN = {
    "an archive": (b"PK\x03\x04" + bytes(40), "none can be read from it"),
    "half a workbook": (KINDS["my.xlsx"][:900], "none can be read from it"),
    "an old document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save the sheet as CSV"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_workbook_is_refused(tmp_path, content, said):
    with pytest.raises(ValueError, match=r"my\.xlsx begins as a workbook does") as error:
        read_dataset(write(tmp_path, content))
    assert said in str(error.value)


def test_a_table_of_text_has_no_sheets(tmp_path):
    with pytest.raises(ValueError, match=r"my\.csv is no workbook"):
        read_dataset(write(tmp_path, b"x,y\n1,2\n", "my.csv"), sheet="1")


def test_the_report_reads_a_sheet_from_a_pipe():
    content = xlsx({"A": ROWS, "B": [["a", "b"], [1, 2], [3, 4], [5, 7]]})
    command = [sys.executable, "-m", "core", "-", "--sheet", "B"]
    done = subprocess.run(command, input=content, capture_output=True, check=True, cwd=ROOT)
    assert b"3 points, x: a, y: b" in done.stdout
