"""Dates and times become numbers on a line, with a unit, and lead back to the dates."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.tables.dataset import read_dataset
from core.tables.time_scale import TimeScale

DAY = 86400.0


def read(folder: Path, *lines: str):
    path = folder / "my.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_dataset(path)


# each of three days in 2020: 28 February, 1 March, 31 March
WRITTEN = {
    "ISO": ["2020-02-28", "2020-03-01", "2020-03-31"],
    "ISO with slashes": ["2020/02/28", "2020/3/1", "2020/03/31"],
    "German": ["28.02.2020", "1.3.2020", "31.03.2020"],
    "German with spaces": ["28. 2. 2020", "1. 3. 2020", "31. 3. 2020"],
    "German, two digits": ["28.02.20", "01.03.20", "31.03.20"],
    "German words": ["28. Februar 2020", "1. März 2020", "31. Mrz 2020"],
    "English words": ["28 February 2020", "1 Mar 2020", "31st March 2020"],
    "month first in words": ["February 28 2020", "Mar. 1 2020", "March 31st 2020"],
    "with hyphens": ["28-Feb-2020", "01-Mar-2020", "31-MAR-2020"],
    "with weekday": ["Fri 28 Feb 2020", "Sonntag 1. März 2020", "Tue 31 Mar 2020"],
    "British": ["28/02/2020", "01/03/2020", "31/03/2020"],
    "American": ["2/28/2020", "3/1/2020", "3/31/2020"],
    "midnight": ["2020-02-28 00:00", "2020-03-01T00:00:00", "2020-03-31 00:00:00.000"],
    "midnight in words": ["28.2.2020 00:00 Uhr", "1.3.2020 0:00 Uhr", "31.3.2020 0:00:00 Uhr"],
    "midnight in America": ["2/28/2020 12:00 AM", "3/1/2020 12:00 AM", "3/31/2020 12:00 am"],
    "midnight in UTC": ["2020-02-28T00:00Z", "2020-03-01T01:00+01:00", "2020-03-30T19:30-04:30"],
}


@pytest.mark.parametrize("dates", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_day_is_a_day_however_it_is_written(tmp_path, dates, delimiter):
    rows = [f"{date}{delimiter}{y}" for date, y in zip(dates, (5, 7, 9), strict=True)]
    data = read(tmp_path, f"date{delimiter}T [K]", *rows)
    assert data.x.tolist() == [0, 2, 32]
    assert (data.x_label, data.y.tolist()) == ("date [day]", [5, 7, 9])
    assert data.time == TimeScale("day", 1582848000.0, is_clock=False)
    assert "dates are read as days from 2020-02-28: the slope is per day" in data.notes


def test_years_are_decimal_years(tmp_path):
    data = read(tmp_path, "date,y", "2000-01-01,1", "2000-07-02,2", "2003-07-02 12:00,3")
    with_years = [2000, 2000.5, 2003.5]
    assert data.x.tolist() == with_years
    assert data.x_label == "date [year]"


def test_years_alone_are_numbers(tmp_path):
    data = read(tmp_path, "year,y", "1990,1", "1991,2")
    assert (data.x.tolist(), data.time) == ([1990, 1991], None)


@pytest.mark.parametrize(
    ("cells", "x"),
    [
        (["2020-01", "2020-07", "2023-01"], [2020, 2020 + 182 / 366, 2023]),
        (["Jan 2020", "Juli 2020", "Jänner 2023"], [2020, 2020 + 182 / 366, 2023]),
        (["2020-Q1", "2020Q3", "2023 Q1"], [2020, 2020 + 182 / 366, 2023]),
    ],
)
def test_a_month_or_a_quarter_is_its_first_day_and_that_is_said(tmp_path, cells, x):
    data = read(tmp_path, "t,y", *(f"{cell},{k}" for k, cell in enumerate(cells)))
    assert data.x.tolist() == x
    assert data.notes[0] == f"column 't': {cells[0]} is read as 2020-01-01"


@pytest.mark.parametrize(
    ("cells", "x", "unit"),
    [
        (["12:00", "12:30", "14:00"], [0, 30, 120], "minute"),
        (["0:05:00", "0:10:30", "1:20:00"], [5, 10.5, 80], "minute"),
        (["11:50 pm", "11:55 pm", "0:05 pm"], None, None),
        (["9:30 AM", "12:30 pm", "1:00 p.m."], [0, 180, 210], "minute"),
        (["23:50", "23:55", "00:05"], [0, 5, 15], "minute"),
        (["0:00:01.5", "0:00:02", "0:00:03,25"], [1.5, 2, 3.25], "second"),
        (["1:02.5", "1:03.0", "1:59.9"], [0, 0.5, 57.4], "second"),
        (["35:00:00", "36:30:00", "100:00:00"], [2100, 2190, 6000], "minute"),
        (["2020-01-01 10:00", "2020-01-01 10:30", "2020-01-02 10:00"], [0, 30, 1440], "minute"),
        (["2020-01-01 9:00", "2020-01-01 9:00:01.5", "2020-01-01 9:00:03"], [0, 1.5, 3], "second"),
    ],
)  # fmt: skip
def test_short_spans_count_minutes_or_seconds(tmp_path, cells, x, unit):
    lines = ["time;y", *(f"{cell};{k}" for k, cell in enumerate(cells))]
    if x is None:
        with pytest.raises(ValueError, match="an hour from 1 to 12"):
            read(tmp_path, *lines)
        return
    data = read(tmp_path, *lines)
    np.testing.assert_allclose(data.x, x, atol=1e-9)
    assert data.x_label == f"time [{unit}]"


def test_a_clock_that_passes_midnight_is_said(tmp_path):
    assert any("midnight" in n for n in read(tmp_path, "t,y", "23:50,1", "0:10,2", "0:20,3").notes)


def test_times_as_y_count_from_zero(tmp_path):
    data = read(tmp_path, "year,winner", "1990,2:12:30", "2000,2:10:00", "2010,2:06:00")
    assert data.y.tolist() == [132.5, 130, 126]
    assert (data.y_label, data.time) == ("winner [minute]", None)


def test_dates_are_x_wherever_they_stand(tmp_path):
    data = read(tmp_path, "T,when,who", "5,2020-01-01,a", "6,2020-01-05,b")
    assert (data.x.tolist(), data.y.tolist()) == ([0, 4], [5, 6])
    assert "of 3 columns, x is 'when', y is 'T'" in data.notes


def test_two_columns_of_numbers_come_before_dates(tmp_path):
    data = read(tmp_path, "when,a,b", "2020-01-01,1,2", "2020-01-05,3,4")
    assert (data.x_label, data.y_label) == ("a", "b")


def test_missing_dates_are_left_out(tmp_path):
    data = read(tmp_path, "when,a", "2020-01-01,1", "NA,3", "2020-01-05,", "2020-01-09,5")
    assert data.x.tolist() == [0, 8]
    assert data.notes[-1] == "2 of 4 rows are left out: x is missing in 1, y in 1"


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["3/4/2020", "5/6/2020"], "line 2: '3/4/2020' may be day 3 of month 4 or day 4 of"),
        (["3-4-2020", "14-6-2020", "3-15-2020"], "line 2: '3-4-2020' may be"),
        (["2020-02-28", "2020-02-30"], "line 3, column 'when': there is no day 30 in month 2 of 2"),
        (["2020-02-28", "2020-03-01", "soon"], "line 4, column 'when': expected a date written"),
        (["2020-02-28", "2020-03-01", "3.4.2020"], "like '2020-02-28', found '3.4.2020'"),
        (["2020-02-28 10:00Z", "2020-03-01 10:00Z", "2020-03-02 10:00"], "line 4, column 'when'"),
        (["12:30", "12:40", "12:70"], "line 4, column 'when': expected a time written like"),
        (["2020-01-01 25:00", "2020-01-02 10:00"], "line 2, column 'when': expected a time of the"),
        (["2020-01-01", "2020-01-02", "2020"], "line 4, column 'when': expected a date"),
    ],
)  # fmt: skip
def test_what_is_no_date_or_two_is_refused(tmp_path, dates, said):
    lines = [f"{date};{k}" for k, date in enumerate(dates)]
    with pytest.raises(ValueError, match=r"my\.csv") as error:
        read(tmp_path, "when;y", *lines)
    assert said in str(error.value)


def test_the_header_loses_how_dates_are_written_and_keeps_the_rest(tmp_path):
    assert read(tmp_path, "Date [dd.mm.yyyy];y", "1.3.2020;1", "9.3.2020;2").x_label == "Date [day]"
    label = read(tmp_path, "Date (arrival);y", "1.3.2020;1", "9.3.2020;2").x_label
    assert label == "Date (arrival) [day]"


moments = st.lists(
    st.datetimes(datetime(1000, 1, 1), datetime(3000, 1, 1)), min_size=2, max_size=9, unique=True
)  # fmt: skip


@given(moments)
def test_numbers_lead_back_to_the_times(times):
    seconds = np.array([time.replace(tzinfo=UTC).timestamp() for time in times])
    scale = TimeScale.of(seconds, is_clock=False)
    places = scale.places(seconds)
    np.testing.assert_allclose(scale.seconds(places), seconds, atol=1e-2, rtol=0)
    order = np.argsort(seconds)
    assert (np.diff(places[order]) >= 0).all()


def test_decimal_years_reach_the_next_year_with_it():
    seconds = np.array(
        [datetime(y, 1, 1, tzinfo=UTC).timestamp() for y in (1600, 1899, 1900, 2000, 2001)]
    )
    scale = TimeScale("year", 0.0, is_clock=False)
    assert scale.places(seconds).tolist() == [1600, 1899, 1900, 2000, 2001]
    assert scale.places(seconds - DAY).tolist() == [
        pytest.approx(year - 1 / (366 if year - 1 in (1600, 2000) else 365))
        for year in (1600, 1899, 1900, 2000, 2001)
    ]


written = st.sampled_from(
    [
        *("2020-02-28", "2020-02-28 10:30", "2020-02-28T10:30:15", "2020-02-28 10:30:15.25"),
        *("1969-12-31 23:59:59.750", "2020-02-28 10:30:15.123456", "", "NA", "NaT", "today"),
        *("2020-02-30", "2020-2-28", "2020-02", "2020", "2020-02-28 24:00", "2020-02-28 10:61"),
        *("2020-02-28 1030", "0000-01-01", "٢٠٢٠-02-28", "2020-02-28T10", "-001-02-28"),
    ]
)


@given(st.lists(st.tuples(written, st.sampled_from(["1", "2.5", "", "x"])), max_size=6))
def test_the_quick_and_the_careful_way_agree(tmp_path_factory, rows):
    lines = ["t;y", "2020-02-27;1", "2020-02-27;1", *(f"{date};{y}" for date, y in rows)]

    def outcome():
        try:
            data = read(tmp_path_factory.mktemp("t"), *lines)
        except ValueError as error:
            return str(error).partition("my.csv")[2]
        return data.x.tolist(), data.y.tolist(), data.notes

    quick = outcome()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.tables.table._read_quickly", lambda *_: None)
        assert outcome() == quick
