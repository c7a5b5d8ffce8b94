"""What a lecture and a site are made of, and by which commands, for the article and for a table."""

from pathlib import Path

import pytest

from tools.make.choices import Choices
from tools.make.pages import commands, pictures_of


@pytest.fixture(autouse=True)
def in_a_folder_with_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("figures/linreg", "figures/experiment"):
        (tmp_path / name).with_suffix(".py").parent.mkdir(exist_ok=True)
        (tmp_path / name).with_suffix(".py").touch()
    (tmp_path / "scenes").mkdir()
    for name, stem in (("LinearRegression2D", "linear_regression_2d"), ("Other", "other")):
        (tmp_path / f"scenes/{stem}.py").write_text(f"class {name}(Film):\n    pass\n")
    (tmp_path / "-x y.csv").write_text("x,y\n1,2\n")
    monkeypatch.chdir(tmp_path)


def made(goal: str, *choices: str, refused: tuple[str, ...] = ()) -> set[str]:
    return {str(one.file) for one in pictures_of(goal, Choices.of(choices), refused)}


def said(goal: str, *choices: str) -> dict[str, tuple[str, ...]]:
    return {one[1]: one[2:] for one in commands(goal, Choices.of(choices))}


def test_a_lecture_plays_every_film_without_its_words() -> None:
    films = {"build/video/wordless/LinearRegression2D.mp4", "build/video/wordless/Other.mp4"}
    assert made("lecture") == made("lecture", "WORDS=1") == {*films, "build/numbers.json"}
    assert said("lecture", "FILMS=Other Other") == {
        "lecture.deck": ("build/lecture", "Other Other", "--videos=build/video"),
        "lecture.explorer": ("build/lecture",),
        "lecture.handout": (
            "build/lecture",
            "--numbers=build/numbers.json",
            "--videos=build/video",
        ),
    }


def test_a_site_has_the_films_with_their_words_too_and_the_figures_in_both_themes() -> None:
    figures = {
        f"build/themes/{theme}/figures/{name}.svg"
        for theme in ("light", "dark")
        for name in ("linreg", "experiment")
    }
    films = {"build/video/LinearRegression2D.mp4", "build/video/Other.mp4"}
    assert made("site") == made("lecture") | films | figures
    assert made("site") == made("site", "THEME=dark", "FORMAT=png", "WORDS=0")
    assert said("site", "WORDS=0", "NAME=") == said("site")
    assert said("site")["lecture.site"] == (
        "build/site",
        "--lecture=build/lecture",
        "--videos=build/video",
        "--light=build/themes/light/figures",
        "--dark=build/themes/dark/figures",
    )


def test_what_can_be_drawn_of_a_table_takes_the_place_of_the_articles() -> None:
    chosen = ("DATA=-x y.csv", "X=-a", "SHEET=s")
    assert made("lecture", *chosen, refused=("Other",)) == {
        "build/-x y/video/wordless/LinearRegression2D.mp4",
        "build/video/wordless/LinearRegression2D.mp4",
        "build/video/wordless/Other.mp4",
        "build/numbers.json",
    }
    assert {
        "build/themes/dark/-x y/figures/linreg.svg",
        "build/-x y/video/LinearRegression2D.mp4",
    } < made("site", *chosen)
    assert "build/video/LinearRegression2D.mp4" not in made("site", *chosen)
    assert "build/themes/dark/figures/experiment.svg" in made("site", *chosen)
    assert "build/themes/dark/figures/linreg.svg" not in made("site", *chosen)
    told = said("site", *chosen)
    assert told["lecture.handout"] == said("lecture")["lecture.handout"]
    assert told["lecture.deck"][1:] == ("--videos=build/-x y/video", "--videos=build/video")
    assert told["lecture.explorer"] == ("build/lecture", "./-x y.csv", "--x=-a", "--sheet=s")
    assert told["lecture.site"][4:6] == (
        "--light=build/themes/light/-x y/figures",
        "--light=build/themes/light/figures",
    )
