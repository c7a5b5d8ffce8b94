"""A lab file: what is read from it, and where a wrong one is wrong."""

import numpy as np
import pytest

from core.attenuation.lab_table import read_lab
from tests.core.tables.text.workbooks import xlsx

GOOD = "thickness_mm,counts,live_time_s\n0,5000,10\n1,2800,10\n2,1600,10\n3,900,10\n"


@pytest.fixture
def lab_file(tmp_path):
    def write(text, name="lab.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_counts_and_times_are_read(lab_file):
    lab = read_lab(lab_file(GOOD))
    assert lab.thickness_mm.tolist() == [0, 1, 2, 3]
    assert lab.counts.tolist() == [5000, 2800, 1600, 900]
    assert lab.rate.tolist() == [500, 280, 160, 90]
    assert lab.background is None
    assert not lab.reconstructed


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("thickness_mm", ["0", "1", "2"]),
        ("thickness_cm", ["0", "0.1", "0.2"]),
        ("thickness_g_cm2", ["0", "1.135", "2.27"]),
    ],
)
def test_every_unit_of_thickness_becomes_mm(lab_file, header, values):
    rows = "".join(f"{value},100,1\n" for value in values)
    lab = read_lab(lab_file(f"{header},counts,live_time_s\n{rows}"))
    np.testing.assert_allclose(lab.thickness_mm, [0, 1, 2])


def test_a_lab_is_a_sheet_of_a_workbook(tmp_path):
    header, *runs = [line.split(",") for line in GOOD.splitlines()]
    run = [header, *([float(cell) for cell in row] for row in runs)]
    path = tmp_path / "lab.xlsx"
    path.write_bytes(xlsx({"Plan": [["to do"], ["a lot"]], "Run 2": run}))
    assert read_lab(path, sheet="Run 2").counts.tolist() == [5000, 2800, 1600, 900]
    with pytest.raises(ValueError, match="no sheet 'Run 3': there are 'Plan', 'Run 2'"):
        read_lab(path, sheet="Run 3")


@pytest.mark.parametrize("row", ["background,1500,300\n", "Background,1500,300\n"])
def test_a_row_without_source_is_the_background(lab_file, row):
    lab = read_lab(lab_file(GOOD + row))
    assert lab.background == (1500, 300)
    assert len(lab.counts) == 4


def test_a_column_of_kinds_tells_background_rows_too(lab_file):
    text = (
        "kind,thickness_mm,counts,live_time_s\nbackground,,7,10\nbackground,,9,10\nabsorber,0,5,1\n"
    )
    assert read_lab(lab_file(text)).background == (16, 20)


def test_background_from_a_second_file(lab_file):
    run = lab_file("counts,live_time_s\n1500,300\n", "background.csv")
    assert read_lab(lab_file(GOOD), run).background == (1500, 300)


def test_settings_stand_in_comments(lab_file):
    lab = read_lab(lab_file("# title: Group 7\n# dead_time_s: 4e-6\n# source: course\n" + GOOD))
    assert (lab.title, lab.source, lab.dead_time_s) == ("Group 7", "course", 4e-6)


def test_rates_are_corrected_for_dead_time(lab_file):
    lab = read_lab(lab_file("# dead_time_s: 1e-4\n" + GOOD))
    np.testing.assert_allclose(lab.rate, [500 / 0.95, 280 / 0.972, 160 / 0.984, 90 / 0.991])


def test_semicolons_and_decimal_commas(lab_file):
    lab = read_lab(lab_file("thickness_mm;counts;live_time_s\n0;50;1,5\n0,5;30;1,5\n"))
    assert lab.thickness_mm.tolist() == [0, 0.5]
    assert lab.live_time_s.tolist() == [1.5, 1.5]


def test_a_spreadsheet_s_mark_and_line_ends_do_not_matter(lab_file):
    text = "\ufeff" + GOOD.replace("\n", "\r\n") + ",,\r\n\r\n"
    assert len(read_lab(lab_file(text)).counts) == 4


WRITTEN = {
    "as R writes it": '"","thickness_mm","counts","live_time_s"\n"1",0,50,1.5\n"2",0.5,30,1.5\n',
    "a hint for Excel": "sep=;\nthickness_mm;counts;live_time_s\n0;50;1,5\n0,5;30;1,5\n",
    "an indented comment": "  # a note\nthickness_mm,counts,live_time_s\n0,50,1.5\n0.5,30,1.5\n",
    "capital letters": "THICKNESS_MM,Counts,Live_Time_s\n0,50,1.5\n0.5,30,1.5\n",
    "units in brackets": "Thickness [mm],Counts,Live time (s)\n0,50,1.5\n0.5,30,1.5\n",
    "a typographic minus": "thickness_mm,counts,live_time_s\n0,50,1.5\n5e−1,30,1.5\n",
    "tabs": "thickness_mm\tcounts\tlive_time_s\n0\t50\t1.5\n0.5\t30\t1.5\n",
    "Latin-1": "thickness_mm;counts;live_time_s;für wen\n0;50;1,5;é\n0,5;30;1,5;é\n".encode(
        "latin-1"
    ),
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_a_lab_is_written_as_any_other_table(tmp_path, text):
    path = tmp_path / "lab.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    lab = read_lab(path)
    assert lab.thickness_mm.tolist() == [0, 0.5]
    assert lab.counts.tolist() == [50, 30]
    assert lab.live_time_s.tolist() == [1.5, 1.5]


def test_what_was_decided_about_commas_is_said(lab_file):
    lab = read_lab(lab_file("thickness_mm;rate_cps\n1,135;50\n2,270;30\n"))
    assert lab.thickness_mm.tolist() == [1.135, 2.27]
    assert lab.notes == ("commas are read as decimal commas: 1,135 is 1.135",)


def test_rates_alone_serve_the_article_s_recipe_only(lab_file):
    rates = read_lab(lab_file("thickness_mm,rate_cps\n0,500\n1,280\n2,160\n3,90\n"))
    counts = read_lab(lab_file(GOOD))
    assert rates.fit("article").mu_per_mm == pytest.approx(counts.fit("article").mu_per_mm)
    with pytest.raises(ValueError, match="needs counts and live_time_s"):
        rates.fit("poisson")


def test_the_article_s_measurement_says_that_it_is_reconstructed():
    assert read_lab("data/attenuation_lead.csv").reconstructed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "lab.csv is empty"),
        ("# only words\n", "lab.csv is empty"),
        ("thickness_mm,counts,live_time_s\n", "lab.csv has a header and no rows"),
        ("0,5000,10\n1,2800,10\n", "line 1: expected the names of the columns in the first row"),
        ("thickness,counts,live_time_s\n0,1,1\n", "the unit of 'thickness' is not known"),
        ("x,counts,live_time_s\n0,1,1\n", "no thickness column.*the columns are x, counts, live"),
        ("thickness_mm,thickness_cm,rate_cps\n0,0,1\n", "more than one thickness"),
        ("thickness_mm,counts\n0,1\n", "counts need their time"),
        ("thickness_mm,live_time_s\n0,1\n", "no column counts"),
        ("thickness_mm,counts,Counts,time_s\n0,1,1,1\n", "two columns are called counts"),
        (GOOD + "4,-1,10\n", r"line 6: counts is negative \(-1\)"),
        (GOOD + "4,500,0\n", "line 6: live_time_s is zero"),
        (GOOD + "4,500,-3\n", "line 6: live_time_s is negative"),
        (GOOD + "2.5,500,10\n", "line 6: thickness_mm decreases to 2.5"),
        (GOOD + "4,many,10\n", "line 6, column 'counts': expected a number, found 'many'"),
        (GOOD + "4,,10\n", "line 6: counts is missing"),
        (GOOD + ",500,10\n", "line 6: thickness_mm is missing"),
        (GOOD + "4,nan,10\n", "line 6: counts is missing"),
        (GOOD + "4,inf,10\n", "line 6, column 'counts': expected a number, found 'inf'"),
        (GOOD + "4,500\n", "line 6: expected 3 cells, separated by comma, found 2"),
        ("# note\n" + GOOD + "\n4,5,5,10\n", "line 8: expected 3 cells"),
        (GOOD + "4e300,1,10\n", "line 6: thickness_mm is 4e300: check unit and exponent"),
        (GOOD.replace("\n1,", "\n1e-300,"), "line 3: thickness_mm is 1e-300: check unit"),
        (GOOD + "4,1e300,10\n", "line 6: counts is 1e300: check unit and exponent"),
        (GOOD + "4,500,1e-300\n", "line 6: live_time_s is 1e-300: check unit and exponent"),
        ("# dead_time_s: fast\n" + GOOD, "'dead_time_s': expected a number, found 'fast'"),
        ("# dead_time_s: -1\n" + GOOD, "dead_time_s is -1: give 0 or more seconds"),
        ("thickness_mm,counts,live_time_s\nbackground,3,10\n", "no row with an absorber"),
        (
            "kind,thickness_mm,counts,live_time_s\nsheet,0,3,10\n",
            "line 2: kind is 'sheet': write absorber or background",
        ),
    ],
)
def test_a_wrong_file_says_in_which_line_it_is_wrong(lab_file, text, message):
    with pytest.raises(ValueError, match=message):
        read_lab(lab_file(text))
