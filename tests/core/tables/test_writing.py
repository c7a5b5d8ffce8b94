"""How columns are separated, named and written: read where it is certain, and said."""

from pathlib import Path

import pytest

from core.tables.beside import read_beside
from core.tables.dataset import read_dataset


def read(folder: Path, content: str, **chosen: object):
    path = folder / "my.csv"
    path.write_text(content, encoding="utf-8")
    return read_dataset(path, **chosen)


POINTS = ([1, 2.5, -3], [10, 20.25, 3e-5])

SEPARATED = {
    "spaces": "t h\n1 10\n2.5 20.25\n-3 3e-5\n",
    "columns of spaces": "     t       h\n   1.0   10.00\n   2.5   20.25   \n  -3.0    3e-5\n",
    "spaces, decimal commas": "t h\n1,0 10,0\n2,5 20,25\n-3 3e-5\n",
    "spaces, quotes": '"t" "h"\n1 10\n2.5 20.25\n-3 3e-5\n',
    "spaces, comments": "# own\nt h\n1 10\n# a pause\n2.5 20.25\n\n-3 3e-5\n",
    "spaces, missing": "t h\n1 10\nNA 7\n2.5 20.25\n5 *** \n-3 3e-5\n",
    "bars": "t|h\n1|10\n2.5|20.25\n-3|3e-5\n",
    "bars, missing": "t|h\n1|10\n|7\n2.5|20.25\n-3|3e-5\n8|\n",
    "Markdown": "| t | h |\n|---|--:|\n| 1 | 10 |\n| 2.5 | 20.25 |\n| -3 | 3e-5 |\n",
    "Org": "| t | h |\n|---+---|\n| 1 | 10 |\n| 2.5 | 20.25 |\n| -3 | 3e-5 |\n",
    "a database's": " t   | h\n-----+-------\n 1   | 10\n 2.5 | 20.25\n -3  | 3e-5\n",
    "another one's": "+---+---+\n| t | h |\n+---+---+\n| 1 | 10 |\n| 2.5 | 20.25 |\n| -3 | 3e-5 |\n"
    "+---+---+\n",
}


@pytest.mark.parametrize("content", SEPARATED.values(), ids=SEPARATED)
def test_columns_may_be_separated_by_spaces_and_bars(tmp_path, content):
    data = read(tmp_path, content)
    assert (data.x.tolist(), data.y.tolist()) == POINTS
    assert (data.x_label, data.y_label) == ("t", "h")


@pytest.mark.parametrize("content", SEPARATED.values(), ids=SEPARATED)
def test_the_quick_and_the_careful_way_agree(tmp_path, content, monkeypatch):
    quick = read(tmp_path, content)
    monkeypatch.setattr("core.tables.table._read_quickly", lambda *_: None)
    careful = read(tmp_path, content)
    assert (quick.x.tolist(), quick.y.tolist()) == (careful.x.tolist(), careful.y.tolist())
    assert quick.notes == careful.notes


def test_names_keep_their_units_between_spaces(tmp_path):
    data = read(tmp_path, "time (s)  height [m]\n1 2\n3 4\n")
    assert (data.x_label, data.y_label) == ("time (s)", "height [m]")


def test_numbers_between_spaces_are_not_cut_at_their_commas(tmp_path):
    data = read(tmp_path, "1,5 2,5\n3,5 4,5\n")
    assert (data.x.tolist(), data.y.tolist()) == ([1.5, 3.5], [2.5, 4.5])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("t h\n1 2\n3 4 5\n6 7\n", "line 3: expected 2 cells, separated by spaces, found 3"),
        ("t|h\n1|2\n3\n", "line 3: expected 2 cells, separated by bar, found 1"),
        ("my table of words\nthat go on\nand on\n", "line 1: expected two columns or more"),
        ("x\n1\n2\n", "separated by comma, semicolon, tab, bar or spaces, found one: 'x'"),
    ],
)
def test_what_separates_nothing_is_refused(tmp_path, content, said):
    with pytest.raises(ValueError, match=r"my\.csv") as error:
        read(tmp_path, content)
    assert said in str(error.value)


TITLES = {
    "one cell": "Fall, by hand\nt;h\n1;2\n3;4\n",
    "a spreadsheet's": '"Fall, by hand",,\nt,h,\n1,2,\n3,4,\n',
    "with a blank line": "Fall, by hand;\n;\nt;h\n1;2\n3;4\n",
    "between spaces": "Fall, by hand\nt h\n1 2\n3 4\n",
    "with units": "Fall, by hand\nt;h\ns;m\n1;2\n3;4\n",
}


@pytest.mark.parametrize("content", TITLES.values(), ids=TITLES)
def test_a_line_above_the_table_is_its_title(tmp_path, content):
    data = read(tmp_path, content)
    assert (data.title, data.x.tolist(), data.y.tolist()) == ("Fall, by hand", [1, 3], [2, 4])
    assert data.notes[0] == "line 1 is read as the title of the table"


UNITS = {
    "bare": "t;h\ns;m\n1;2\n3;4\n",
    "in brackets": "t;h\n[s];(m)\n1;2\n3;4\n",
    "above a gap": "t;h\ns;m\n1;2\n;\n3;4\n",
}


@pytest.mark.parametrize("content", UNITS.values(), ids=UNITS)
def test_a_row_of_units_goes_to_the_names(tmp_path, content):
    data = read(tmp_path, content)
    assert (data.x_label, data.y_label) == ("t [s]", "h [m]")
    assert (data.x.tolist(), data.y.tolist()) == ([1, 3], [2, 4])
    assert data.notes[0] == "line 2 is read as the units of the columns"


def test_a_column_may_have_no_unit_or_have_it_already(tmp_path):
    data = read(tmp_path, "count,h [cm],name\n-,cm,\n1,2,a\n3,4,b\n")
    assert (data.x_label, data.y_label) == ("count", "h [cm]")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("x,y\nabc,2\n3,4\n", "line 2, column 'x': expected a number, found 'abc'"),
        ("x,y\n,abc\n3,4\n", "line 2, column 'y': expected a number, found 'abc'"),
        ("x,y\ns,m\nkg,N\n3,4\n5,6\n", "line 3, column 'x [s]': expected a number, found 'kg'"),
        ("x,y\nnot measured yet,m\n3,4\n", "line 2, column 'x': expected a number, found 'not m"),
    ],
)
def test_words_among_the_numbers_are_no_units(tmp_path, content, said):
    with pytest.raises(ValueError, match=r"my\.csv") as error:
        read(tmp_path, content)
    assert said in str(error.value)


NUMBERS = {
    "1,234,567": (["1,234,567", "12,345", "999", "0.5"], [1234567, 12345, 999, 0.5]),
    "1.234.567,5": (["1.234.567,5", "12.345", "0,5"], [1234567.5, 12345, 0.5]),
    "1.234,5": (["1.234,5", "99"], [1234.5, 99]),
    "1 234 567": (["1 234 567", "12 345,5", "-1 000"], [1234567, 12345.5, -1000]),
    "narrow spaces": (["1\u202f234", "12\u00a0345", "7"], [1234, 12345, 7]),
    "1'234": (["1'234.5", "12’345", "7"], [1234.5, 12345, 7]),
    "without, where a number is short": (["1,234,567", "1234"], [1234567, 1234]),
    "whole numbers below a thousand": (["1,234", "5,678", "987", "2,345", "3,456", "9,876"], None),
    "$1,234": (["$1,234", "$987", "-$1,000", "$12,345.50"], [1234, 987, -1000, 12345.5]),
    "$1,234 alone": (["$1,234", "$2,345"], [1234, 2345]),
    "1.234 €": (["1.234 €", "2.345 €"], [1234, 2345]),
    "1.234,50 EUR": (["1.234,50 EUR", "7,25 EUR"], [1234.5, 7.25]),
    "£": (["£5", "£7.25", "− £3"], [5, 7.25, -3]),
    "%": (["5 %", "7.5%", "-12 %"], [5, 7.5, -12]),
    "%, decimal commas": (["5,25 %", "7,5%"], [5.25, 7.5]),
}


@pytest.mark.parametrize(("cells", "values"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_read_as_they_are_written_and_that_is_said(tmp_path, cells, values):
    values = values or [float(cell.replace(",", "")) for cell in cells]
    data = read(tmp_path, "x\ty\n" + "".join(f"{k}\t{cell}\n" for k, cell in enumerate(cells)))
    assert data.y.tolist() == values
    assert any(note.startswith("column 'y': ") for note in data.notes)


@pytest.mark.parametrize(
    ("cells", "label", "note"),
    [
        (["5 %", "7 %"], "y [%]", "column 'y': the sign % beside each number is its unit"),
        (["$5", "$7"], "y [$]", "column 'y': the sign $ beside each number is its unit"),
        (["1 234", "5 678"], "y", "column 'y': 1 234 is read as 1234"),
        (["***", "5", "7"], "y", "column 'y': *** is read as a missing value"),
    ],
)
def test_a_sign_becomes_the_unit(tmp_path, cells, label, note):
    data = read(tmp_path, "x;y\n" + "".join(f"{k};{cell}\n" for k, cell in enumerate(cells)))
    assert data.y_label == label
    assert note in data.notes


def test_a_unit_that_is_there_stays(tmp_path):
    assert read(tmp_path, "x;y [percent]\n1;5 %\n2;7 %\n").y_label == "y [percent]"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('x,y\n1,"1,234"\n2,"5,678"\n', "'1,234' may be 1.234 or 1234"),
        ('x,y\n1,"1,234"\n2,"0,678"\n3,987\n', None),
        ('x,y\n1,"$1,234,567"\n2,"€7"\n', "line 2, column 'y': expected a number"),
        ("x;y\n1;5 %\n2;7\n", "line 2, column 'y': expected a number, found '5 %'"),
        ("x;y\n1;1.234.567\n2;12.34\n", "without thousands separators, found '1.234.567'"),
        ('x,y\n1,"1,234,567"\n2,"12,34"\n', "without thousands separators, found '1,234,567'"),
        ('x,y\n1,"1,234,567"\n2,"1,2345"\n', "without thousands separators"),
        ('x,y\n1,"1,234,567"\n"2,5",3\n', "expected one decimal mark"),
        ("x;y\n1;1,234 €\n2;5,678 €\n", None),
        ("x\ty\n1\t€ 1,459\n2\t€ 1,479\n", "'€ 1,459' may be"),
        ("x\ty\n1\t1,459 €\n2\t1,479 €\n", "'1,459 €' may be"),
    ],
)
def test_what_is_not_certain_is_refused_or_decimal(tmp_path, content, said):
    if said is None:
        assert read(tmp_path, content).y.max() < 1000
        return
    with pytest.raises(ValueError, match=r"my\.csv") as error:
        read(tmp_path, content)
    assert said in str(error.value)


def test_points_that_might_be_thousands_are_said_between_semicolons(tmp_path):
    data = read(tmp_path, "x;y\n1;79.433\n2;5.678\n")
    assert data.y.tolist() == [79.433, 5.678]
    assert data.notes == ("points are read as decimal points: 79.433 is not 79433",)


def test_what_a_spreadsheet_could_not_compute_is_missing(tmp_path):
    data = read(tmp_path, "x;y\n1;2\n#DIV/0!;3\n#REF!;3\n4;#VALUE!\n5;6\n")
    assert data.x.tolist() == [1, 5]
    assert data.notes == ("3 of 5 rows are left out: x is missing in 2, y in 1",)


def test_a_column_has_a_number_too(tmp_path):
    content = "a,b,c\n1,2,3\n4,5,6\n"
    for x, y in [("1", "3"), (1, 3)]:
        data = read(tmp_path, content, x=x, y=y)
        assert (data.x.tolist(), data.y.tolist()) == ([1, 4], [3, 6])
    for wrong in ("4", "0", "-1"):
        with pytest.raises(ValueError, match=f"no column '{wrong}': there are 'a'"):
            read(tmp_path, content, x="a", y=wrong)


def test_errors_and_groups_stand_beside_dates_and_money(tmp_path):
    path = tmp_path / "my.csv"
    path.write_text("day;price;error;shop\n1.3.2020;$5;0,5;a\n5.3.2020;$7;1,5;b\n9.3.2020;$8;1;\n")
    found = read_beside(path, "day", "price", sigma="error", group="shop")
    assert (found.points.x.tolist(), found.points.y.tolist()) == ([0, 4], [5, 7])
    assert (found.sigma.tolist(), found.groups) == ([0.5, 1.5], ("a", "b"))
