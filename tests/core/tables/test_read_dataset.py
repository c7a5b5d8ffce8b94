"""read_dataset: any sensible table is read; what is not sensible is refused with its place."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from core.tables.dataset import read_dataset
from core.tables.text.chunks import BLOCK_BYTES
from tests.core.tables.written import write

ROOT = Path(__file__).parents[3]
POINTS = ([1.0, 2.5, -3.0], [10.0, 20.25, 3e-5])

READABLE = {
    "comma": "x,y\n1,10\n2.5,20.25\n-3,3e-5\n",
    "semicolon": "x;y\n1;10\n2.5;20.25\n-3;3e-5\n",
    "tab": "x\ty\n1\t10\n2.5\t20.25\n-3\t3e-5\n",
    "decimal comma, semicolon": "x;y\n1,0;10\n2,5;20,25\n-3;3e-5\n",
    "decimal comma, tab": "x\ty\n1,0\t10\n2,5\t20,25\n-3\t3e-5\n",
    "decimal comma, quoted between commas": 'x,y\n"1,0","10"\n"2,5","20,25"\n-3,3e-5\n',
    "byte order mark": "\ufeffx,y\n1,10\n2.5,20.25\n-3,3e-5\n",
    "CRLF": "x,y\r\n1,10\r\n2.5,20.25\r\n-3,3e-5\r\n",
    "CR alone": "x,y\r1,10\r2.5,20.25\r-3,3e-5\r",
    "no end of line at the end": "x,y\n1,10\n2.5,20.25\n-3,3e-5",
    "blank lines": "\n\nx,y\n\n1,10\n   \n2.5,20.25\n-3,3e-5\n\n\n",
    "comments": "# own\nx,y\n1,10\n# a pause, here\n2.5,20.25\n  # indented\n-3,3e-5\n# end\n",
    "comment with a quote": 'x,y\n1,10\n# 5" pipe\n2.5,20.25\n-3,3e-5\n',
    "hint for Excel": "sep=;\nx;y\n1;10\n2.5;20.25\n-3;3e-5\n",
    "spaces around cells": "x , y\n 1 , 10 \n2.5,  20.25\n -3,3e-5\n",
    "quoted header": '"x","y"\n1,10\n2.5,20.25\n-3,3e-5\n',
    "all quoted": '"x","y"\n"1","10"\n"2.5","20.25"\n"-3","3e-5"\n',
    "quote after a space": '"x", "y"\n1, "10"\n2.5, "20.25"\n-3, "3e-5"\n',
    "plus signs and exponents": "x,y\n+1,1E1\n2.5e0,+20.25\n-3,.3e-4\n",
    "typographic minus": "x,y\n1,10\n2.5,20.25\n−3,3e-5\n",
    "delimiter at the end of each row": "x,y\n1,10,\n2.5,20.25,\n-3,3e-5,\n",
    "column without name or numbers": "x,y,\n1,10,\n2.5,20.25,\n-3,3e-5,\n",
    "text beside the numbers": "x,name,y\n1,a,10\n2.5,b,20.25\n-3,c,3e-5\n",
    "quoted text with delimiter and line": 'x,name,y\n1,"a, b",10\n2.5,"c\nd",20.25\n-3,e,3e-5\n',
    "quoted quote": 'x,name,y\n1,"a ""b""",10\n2.5,b,20.25\n-3,c,3e-5\n',
    "missing values": "x,y\n1,10\n,7\n2.5,20.25\n8,NA\nnan,5\n6,\n-3,3e-5\n,\n#N/A,4\nNULL,-\n",
    "missing values, semicolon": "x;y\n1,0;10\n;7\n2,5;20,25\n8;n/a\n-3;3e-5\n",
}


@pytest.mark.parametrize("content", READABLE.values(), ids=READABLE)
def test_a_sensible_table_is_read(tmp_path, content):
    data = read_dataset(write(tmp_path, content))
    assert (data.x.tolist(), data.y.tolist()) == POINTS
    assert (data.x_label, data.y_label) == ("x", "y")


@pytest.mark.parametrize("content", READABLE.values(), ids=READABLE)
def test_the_quick_and_the_careful_way_agree(tmp_path, content, monkeypatch):
    path = write(tmp_path, content)
    quick = read_dataset(path)
    monkeypatch.setattr("core.tables.table._read_quickly", lambda *_: None)
    careful = read_dataset(path)
    assert np.array_equal(quick.x, careful.x)
    assert np.array_equal(quick.y, careful.y)
    assert quick.notes == careful.notes


def test_units_stay_in_the_labels_and_names_work_without_them(tmp_path):
    path = write(tmp_path, "Distance [Mpc],v (km/s),name\n1,2,a\n3,4,b\n")
    for x, y in [("Distance [Mpc]", "v (km/s)"), ("distance", "V"), (None, None)]:
        data = read_dataset(path, x=x, y=y)
        assert (data.x_label, data.y_label) == ("Distance [Mpc]", "v (km/s)")


def test_columns_are_chosen_by_name_in_any_order(tmp_path):
    path = write(tmp_path, "a,b,c\n1,2,3\n4,5,6\n")
    data = read_dataset(path, x="c", y="a")
    assert (data.x.tolist(), data.y.tolist()) == ([3, 6], [1, 4])
    data = read_dataset(write(tmp_path, "a,b\n1,2\n4,5\n"), x="b")
    assert (data.x.tolist(), data.y.tolist()) == ([2, 5], [1, 4])


def test_latin_1_is_read_and_said(tmp_path):
    path = write(tmp_path, "Länge [µm];T [°C]\n1,5;2\n2,5;3\n".encode("latin-1"))
    data = read_dataset(path)
    assert (data.x_label, data.y_label) == ("Länge [µm]", "T [°C]")
    assert "Latin-1" in data.notes[-1]


def test_missing_values_are_counted_and_said(tmp_path):
    data = read_dataset(write(tmp_path, READABLE["missing values"]))
    assert data.notes == ("7 of 10 rows are left out: x is missing in 5, y in 4",)


def test_passed_over_columns_are_said(tmp_path):
    data = read_dataset(write(tmp_path, READABLE["text beside the numbers"]))
    assert data.notes == ("of 3 columns, x is 'x', y is 'y'",)


@pytest.mark.parametrize(
    ("content", "notes"),
    [
        ("y,x\n2,1\n4,3\n", ("x is 'x', y is 'y'",)),
        ("Y [m],X [s]\n2,1\n4,3\n", ("x is 'X [s]', y is 'Y [m]'",)),
        ("no,y,x,sigma\n7,2,1,9\n8,4,3,9\n", ("of 4 columns, x is 'x', y is 'y'",)),
        ("x,y\n1,2\n3,4\n", ()),
    ],
)
def test_columns_that_are_called_x_and_y_are_those(tmp_path, content, notes):
    data = read_dataset(write(tmp_path, content))
    assert (data.x.tolist(), data.y.tolist()) == ([1, 3], [2, 4])
    assert data.notes == notes


def test_a_table_without_header_is_read_and_said(tmp_path):
    data = read_dataset(write(tmp_path, "1,2\n3,4\n"))
    assert (data.x.tolist(), data.x_label, data.y_label) == ([1, 3], "x", "y")
    assert "no header" in data.notes[0]
    data = read_dataset(write(tmp_path, "sep=,\n1,2,3\n4,5,6\n"), x="3", y="1")
    assert data.x.tolist() == [3, 6]


def test_a_header_in_a_comment_is_used_and_said(tmp_path):
    """numpy.savetxt writes its header so."""
    data = read_dataset(write(tmp_path, "# t [s], h [m]\n1,2\n3,4\n"))
    assert (data.x_label, data.y_label) == ("t [s]", "h [m]")
    assert "comment" in data.notes[0]


def test_title_and_source_come_from_comments(tmp_path):
    content = "# title: Free fall\n#Source : my: notebook\nx,y\n1,2\n3,4\n"
    data = read_dataset(write(tmp_path, content))
    assert (data.title, data.source) == ("Free fall", "my: notebook")
    assert (
        read_dataset(write(tmp_path, "x,y\n1,2\n3,4\n", 'Öl \'n "co".csv')).title == 'Öl \'n "co"'
    )


def test_commas_that_might_be_thousands_are_said_between_semicolons(tmp_path):
    data = read_dataset(write(tmp_path, "x;y\n1,234;2\n5,678;4\n"))
    assert data.x.tolist() == [1.234, 5.678]
    assert data.notes == ("commas are read as decimal commas: 1,234 is 1.234",)


def test_labels_are_one_line_of_visible_text(tmp_path):
    data = read_dataset(write(tmp_path, '"a\nb\x1b[2J","\u202e<script>"\n1,2\n3,4\n'))
    assert (data.x_label, data.y_label) == ("a b[2J", "<script>")


REFUSED = {
    "empty": ("", "my.csv is empty"),
    "only comments": ("# x,y\n", "my.csv is empty"),
    "header alone": ("x,y\n", "a header and no rows"),
    "one column": ("x\n1\n2\n", "line 1: expected two columns or more"),
    "word": ("x,y\n1,2\n3,abc\n", "line 3, column 'y': expected a number, found 'abc'"),
    "number with unit": ("x,y\n1,2\n3 m,4\n", "line 3, column 'x': expected a number, found '3 m'"),
    "line number after comments": ("#\n\nx,y\n1,2\n#\n\n3,abc\n", "line 7, column 'y'"),
    "line number after quoted lines": ('x,n,y\n1,"a\nb",2\n3,c,abc\n', "line 4, column 'y'"),
    "infinite": ("x,y\n1,inf\n2,3\n", "line 2, column 'y': expected a number, found 'inf'"),
    "too large": ("x,y\n1,1e999\n2,3\n", "line 2, column 'y': expected a number below 1.8e308"),
    "underscore": ("x,y\n1,1_000\n2,3\n", "line 2, column 'y': expected a number"),
    "hexadecimal": ("x,y\n1,0x10\n2,3\n", "line 2, column 'y': expected a number"),
    "short row": ("x,y\n1,2\n3\n", "line 3: expected 2 cells, separated by comma, found 1"),
    "long row": ("x,y\n1,2\n3,4,5\n", "line 3: expected 2 cells, separated by comma, found 3"),
    "rows that make up for each other": ("x,y,n\n1,2,a,\n1,2,a,b\n3,4\n", "line 3: expected 3"),
    "decimal commas between commas": ("x,y\n1,5,2,5\n", "found 4; write numbers with a decimal p"),
    "both marks": ("x;y\n1,5;2.5\n", "expected one decimal mark"),
    "thousands, quoted": ('x,y\n"1,234",2\n', "line 2: '1,234' may be 1.234 or 1234"),
    "thousands, tab": ("x\ty\n1,234\t2\n", "line 2: '1,234' may be 1.234 or 1234"),
    "point among decimal commas": ("x;n;y\n1,5;a.b;2\n2,5;;1.234\n", "expected one decimal mark"),
    "header of names and numbers": ("x,2\n1,2\n", "line 1: expected names or numbers, found both"),
    "three columns": ("a,b,c\n1,2,3\n", "has 3 columns: name the two for x and y; there are 'a'"),
    "nothing but gaps": ("x,y\n,\nNA,1\n", "has no row with a number in both columns"),
    "open quote": ('x,y\n1,2\n"3,4\n5,6\n', "line 3: expected cells, quoted or not"),
    "text after a quote": ('x,y\n1,2\n"3"5,4\n', "line 3: expected cells, quoted or not"),
    "spreadsheet": (b"PK\x03\x04\x14\0\x06\0", "save the sheet as CSV"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(tmp_path, content, message):
    path = write(tmp_path, content)
    with pytest.raises(ValueError, match=r"my\.csv") as error:
        read_dataset(path)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_columns_that_are_not_there_are_refused(tmp_path):
    path = write(tmp_path, "a [m],a [s],b\n1,2,3\n")
    for x, y, message in [
        ("c", "b", "no column 'c': there are 'a [m]', 'a [s]', 'b'"),
        ("a", "b", "several columns 'a'"),
        ("b", "b", "x and y are both column 'b'"),
        ("b", None, "name the two for x and y"),
    ]:
        with pytest.raises(ValueError, match=r"my\.csv") as error:
            read_dataset(path, x=x, y=y)
        assert message in str(error.value)


def test_a_missing_file_is_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_dataset(tmp_path / "none.csv")
    with pytest.raises(IsADirectoryError):
        read_dataset(tmp_path)


def test_a_fault_far_down_has_its_line(tmp_path):
    lines = ["x,y", *(f"{k},{k}.5" for k in range(100_000))]
    lines[90_000] = "7,8,9"
    path = write(tmp_path, "\n".join(lines))
    assert path.stat().st_size > 2 * BLOCK_BYTES
    with pytest.raises(ValueError, match="line 90001: expected 2 cells"):
        read_dataset(path)


def test_a_decimal_mark_that_changes_far_down_is_refused(tmp_path):
    lines = ["x;y", *(f"{k};{k},5" for k in range(100_000))]
    lines[90_000] = "7;1.2"
    with pytest.raises(ValueError, match="line 90001, column 'y': expected a decimal comma"):
        read_dataset(write(tmp_path, "\n".join(lines)))


def test_many_blocks_join_without_a_seam(tmp_path):
    lines = ["n,x,y"]
    for k in range(60_000):
        cell = '"a\nb"' if k % 1000 == 7 else "a"
        lines.append(f"{cell},{k},{'' if k % 5000 == 3 else -k}")
    data = read_dataset(write(tmp_path, "\n".join(lines)))
    expected = np.array([k for k in range(60_000) if k % 5000 != 3])
    assert np.array_equal(data.x, expected)
    assert np.array_equal(data.y, -expected)
    assert data.notes[-1] == "12 of 60000 rows are left out: x is missing in 0, y in 12"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_is_read(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("x,y\n1,2\n3,4\n",))
    writer.start()
    assert read_dataset(pipe).y.tolist() == [2, 4]
    writer.join()


def test_standard_input_is_read():
    code = (
        "from core.tables.dataset import read_dataset; d = read_dataset('-'); print(d.y, d.title)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input="x,y\n1,2\n3,4\n",
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert run.stdout == "[2. 4.] standard input\n"


MEMORY = """
import resource, sys
import core.diagnosis.doubts, core.fits.line
from core.tables.dataset import read_dataset
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert read_dataset(sys.argv[1]).x.size == 500_000
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count memory in other units")
def test_reading_takes_no_more_memory_than_three_times_the_file(tmp_path):
    path = tmp_path / "large.csv"
    path.write_text("x,y\n" + "".join(f"{k}.125,{k}e-3\n" for k in range(500_000)))
    command = [sys.executable, "-c", MEMORY, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(run.stdout) * 1024 < 3 * path.stat().st_size
