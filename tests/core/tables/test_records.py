"""A table row by row: columns by key, places in every complaint, nothing that is not there."""

import numpy as np
import pytest

from core.tables.records import read_records


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "my.csv"
        path.write_text(text, encoding="utf-8")
        return read_records(path, ["mass_g", "t_s"])

    return write


def test_columns_have_their_key_and_their_header(table):
    records = table("Mass [g];name;t (s)\n1,5;a;2\n;b;3\n")
    assert records.columns == {"mass_g": "Mass [g]", "name": "name", "t_s": "t (s)"}
    np.testing.assert_array_equal(records.numbers("mass_g"), [1.5, np.nan])
    assert records.numbers("t_s").tolist() == [2, 3]
    assert [row.cells["name"] for row in records.rows] == ["a", "b"]


def test_empty_rows_are_none_and_comments_are_kept(table):
    records = table("# one\nmass_g,name\n1,a\n,\n  # two: 2\n\n2,b\n")
    assert records.numbers("mass_g").tolist() == [1, 2]
    assert records.comments == ("one", "two: 2")
    assert [row.place.rpartition(", ")[2] for row in records.rows] == ["line 3", "line 7"]


def test_a_mark_in_another_column_does_not_matter(table):
    assert table("mass_g;when\n1,5;3.4.2020\n2,5;4.4\n").numbers("mass_g").tolist() == [1.5, 2.5]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1,2\n3,4\n", "line 1: expected the names of the columns in the first row"),
        ("mass g,name,mass (g)\n1,a,2\n", "two columns are called mass_g .'mass g' and 'mass .g.'"),
        ("mass_g,name\n1,a\n2\n", "my.csv, line 3: expected 2 cells, separated by comma, found 1"),
    ],
)
def test_what_is_no_table_of_named_columns_is_refused(table, text, message):
    with pytest.raises(ValueError, match=message):
        table(text)


def test_a_number_that_is_none_says_where(table):
    with pytest.raises(ValueError, match="line 3, column 'mass_g': expected a number, found 'x'"):
        table("mass_g,name\n1,a\nx,b\n3,c\n").numbers("mass_g")
