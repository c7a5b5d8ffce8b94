"""read_dataset for whatever may be in a file: the quick way agrees with the careful one."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.tables.dataset import read_dataset

numbers = st.lists(
    st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 2), min_size=1, max_size=30
)
headers = st.text(
    st.characters(codec="utf-8", categories=["L", "P", "S", "Zs"]), min_size=1, max_size=20
).map(lambda text: "h" + text)


@settings(deadline=None)
@given(
    points=numbers,
    names=st.tuples(headers, headers),
    delimiter=st.sampled_from(",;\t"),
    decimal=st.sampled_from(".,"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_what_was_written_is_read(tmp_path_factory, points, names, **how):
    """Any finite numbers under any names, in every way of writing a table, come back exactly."""
    path = tmp_path_factory.mktemp("written") / "my.csv"
    with path.open("w", encoding=how["encoding"], newline="") as file:
        writer = csv.writer(
            file, delimiter=how["delimiter"], quoting=how["quoting"], lineterminator=how["end"]
        )
        writer.writerow(names)
        # with so many decimals no comma can be taken for one that separates thousands
        writer.writerows(
            [f"{value:.17e}".replace(".", how["decimal"]) for value in point] for point in points
        )
    data = read_dataset(path)
    assert [*zip(data.x.tolist(), data.y.tolist(), strict=True)] == points
    assert (data.x_label, data.y_label) == tuple(" ".join(name.split()) for name in names)


def outcome(path: Path) -> tuple:
    """What comes of a file: its points and notes, or a complaint about it in one line."""
    try:
        data = read_dataset(path)
    except ValueError as error:
        assert str(path) in str(error)  # noqa: PT017 - any complaint will do, if it has a place
        assert "\n" not in str(error)  # noqa: PT017
        return (str(error),)
    assert data.x.size == data.y.size > 0
    return (data.x.tolist(), data.y.tolist(), data.x_label, data.y_label, data.notes)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("bytes") / "my.csv"
    path.write_bytes(content)
    assert outcome(path)


plain = st.sampled_from(["1", "2", "2.5", "-3e5", "+4", ".5", "5."])
missing = st.sampled_from(["", " ", "NA", "nan", "-", ".", "#N/A"])
quoted = st.sampled_from(['"7"', '"1,5"', '"a\nb"', '"', '"1"2'])
odd = st.sampled_from(["inf", "abc", "1_0", "0x1", "−1", "1.234", "1e999", "١", "1,5", "1 2"])
cells = plain | plain | missing | quoted | odd
tables = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=5)
)


@settings(deadline=None, max_examples=300)
@given(tables, st.sampled_from(",;\t"), st.booleans())
def test_the_quick_way_takes_nothing_that_the_careful_way_refuses(
    tmp_path_factory, table, delimiter, has_header
):
    path = tmp_path_factory.mktemp("table") / "my.csv"
    header = [["x", "y", "z"][: len(table[0])]] if table and has_header else []
    path.write_text("\n".join(map(delimiter.join, header + table)), encoding="utf-8")
    quick = outcome(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.tables.table._read_quickly", lambda *_: None)
        assert outcome(path) == quick
