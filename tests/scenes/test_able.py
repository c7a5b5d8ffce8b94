"""A film says whether it can show a table before anything is drawn."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from core.project.paths import ROOT
from scenes import ask
from scenes.able import refusal
from scenes.command import film_parser, settings_of
from scenes.settings import FilmSettings
from tests.scenes.films import FILMS

TABLES = {
    "points.csv": "t,v\n1,2\n2,3\n3,5\n4,6\n",
    "upright.csv": "t,v\n1,2\n1,3\n1,5\n",
    "words.csv": "t,v\na,b\nc,d\n",
    "three.csv": "a,b,c\n1,2,4\n2,1,5\n3,4,4\n4,2,7\n5,4,9\n",
    "comma.csv": '"a,b",c\n1,4\n1,5\n1,7\n',
}


@pytest.fixture(autouse=True)
def in_a_folder_with_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, text in TABLES.items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)


def test_every_film_shows_what_it_was_made_for() -> None:
    assert [refusal(film, FilmSettings()) for film in FILMS] == [""] * len(FILMS)


@pytest.mark.parametrize("film", FILMS)
@pytest.mark.parametrize("table", ["upright.csv", "words.csv", "none.csv"])
def test_what_cannot_be_shown_is_refused_in_a_sentence(film: str, table: str) -> None:
    said = refusal(film, FilmSettings(data=Path(table)))
    assert said
    assert "\n" not in said
    options = film_parser("a film", None, quality="l").parse_args([film, "--data", table])
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        settings_of(options)


def test_two_columns_for_x_lead_to_the_film_that_takes_two() -> None:
    pair = FilmSettings(data=Path("three.csv"), x="a,b", y="c")
    said = {film: refusal(film, pair) for film in FILMS}
    assert said.pop("MultipleRegression") == ""
    assert set(said.values()) == {
        "X=a,b names two columns: MultipleRegression is the film that takes two"
    }
    for other in (
        FilmSettings(data=Path("three.csv"), x="a,z", y="c"),
        FilmSettings(data=Path("three.csv"), x="z", y="c"),
        FilmSettings(data=Path("comma.csv"), x="a,b", y="c"),
    ):
        assert "names two columns" not in refusal("LinearRegression2D", other)


def test_films_are_asked_on_a_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["LinearRegression2D HalfThickness", "--data", "points.csv"]
    assert ask.main(asked) == 0
    able, other = capsys.readouterr().out.splitlines()
    assert able == "LinearRegression2D\t"
    assert other.startswith("HalfThickness\t")
    assert len(other) > 40


def test_asking_loads_nothing_that_draws() -> None:
    code = (
        "import sys; from scenes import ask; "
        f"ask.main([{' '.join(FILMS)!r}, '--data', 'points.csv']); "
        "print(sorted({'manim', 'matplotlib', 'av'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.splitlines()[-1] == "[]"
