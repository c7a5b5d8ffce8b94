"""What make is told to run for each goal and choice."""

from pathlib import Path

import pytest

from tools.make.choices import Choices
from tools.make.glimpses import glimpse
from tools.make.goals import wanted
from tools.make.targets import Target, films


@pytest.fixture(autouse=True)
def in_a_folder_with_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("figures/linreg", "figures/__init__", "scenes/film", "scenes/two_words_3d"):
        file = tmp_path / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        base = "Scene" if file.stem == "film" else "Film"
        file.write_text(
            f"class Help(Film):\n    pass\nclass {camel(file.stem)}({base}):\n    pass\n"
        )
    (tmp_path / "-x y.csv").write_text("x,y\n1,2\n")
    monkeypatch.chdir(tmp_path)


def camel(stem: str) -> str:
    return "".join(word.title() for word in stem.split("_"))


def commands(goal: str, *choices: str) -> list[str]:
    return [" ".join((*one.command, *one.asides)) for one in wanted(goal, Choices.of(choices))]


def only(goal: str, *choices: str) -> Target:
    (target,) = wanted(goal, Choices.of(choices))
    return target


def test_a_figure_is_a_script_and_a_film_a_class_named_as_its_file() -> None:
    assert [one.name for one in wanted("figures", Choices())] == ["figures/linreg.svg"]
    assert films() == ["TwoWords3D"]


def test_choices_become_options() -> None:
    (said,) = commands(
        "films", "QUALITY=k", "THEME=light", "GIF=1", "WORDS=0", "SCHEDULER=tcp://h:1"
    )
    for option in ("--quality k", "--theme light", "--gif", "--words 0", "--scheduler=tcp://h:1"):
        assert option in said
    assert "--output build/video/wordless/TwoWords3D.mp4" in said


def test_a_figure_gets_the_choices_that_are_its_own(tmp_path: Path) -> None:
    for name in ("fit", "residuals"):
        (tmp_path / f"figures/{name}.py").touch()
    chosen = ("SIGMA=s", "GROUP=-g", "TITLE=A b", "XLABEL=u", "LOG=xy", "SIZE=slide", "RIVALS=0")
    said = dict(zip(("fit", "linreg", "residuals"), commands("figures", *chosen), strict=True))
    words = "--title=A b --x-label=u --log=xy --size=slide"
    assert said["fit"].endswith(f"light --sigma=s --group=-g {words}")
    assert said["residuals"].endswith(f"light {words}")
    assert said["linreg"].endswith("light --no-rivals")


def test_what_changes_nothing_in_a_film_makes_no_other_film() -> None:
    assert only("films").command == only("films", "SCHEDULER=tcp://h:1", "GIF=1").command
    assert only("films").command == only("films", "QUALITY=h", "THEME=dark", "WORDS=1").command


def test_a_table_is_never_taken_for_an_option() -> None:
    for said in commands("all", "DATA=-x y.csv", "X=-a", "RADIATION=-x y.csv"):
        assert " ./-x y.csv" in said
        assert " -a" not in said
    assert only("preview", "DATA=-x y.csv").file == Path(
        "build/-x y/preview/video/LinearRegression2D.mp4"
    )


def test_a_sheet_is_chosen_for_everything_that_is_made_of_a_workbook() -> None:
    Path("my.xlsx").touch()
    chosen = ("DATA=my.xlsx", "SHEET=-run 2")
    for goal in ("figures", "video", "preview", "numbers"):
        said = commands(goal, *chosen)
        assert said
        assert all("./my.xlsx" in one and "--sheet=-run 2" in one for one in said)


def test_a_sheet_is_that_of_a_lab_where_no_other_table_is_given() -> None:
    for name in ("my.xlsx", "lab.ods", "figures/halfthickness.py"):
        Path(name).touch()
    for goal in ("figures", "numbers"):
        alone = commands(goal, "RADIATION=lab.ods", "SHEET=run 2")
        assert alone
        assert all("./lab.ods" in one and "--sheet=run 2" in one for one in alone)
        both = commands(goal, "RADIATION=lab.ods", "DATA=my.xlsx", "SHEET=run 2")
        assert all(("--sheet=run 2" in one) == ("./my.xlsx" in one) for one in both)


def test_films_of_a_table_are_those_that_may_show_it() -> None:
    for name in ("my.csv", "lab.csv", "scenes/half_thickness.py", "scenes/linear_regression2d.py"):
        Path(name).touch()
    for film in ("HalfThickness", "LinearRegression2D"):
        path = "half_thickness" if film == "HalfThickness" else "linear_regression2d"
        Path(f"scenes/{path}.py").write_text(f"class {film}(Film):\n    pass\n")

    def tables(*choices: str) -> dict[str, str]:
        targets = wanted("films", Choices.of(choices))
        return {str(one.file): one.command[one.command.index("--data") + 1] for one in targets}

    assert tables("RADIATION=lab.csv") == {"build/lab/video/HalfThickness.mp4": "./lab.csv"}
    assert set(tables("DATA=my.csv").values()) == {"./my.csv"}
    assert tables("DATA=my.csv", "RADIATION=lab.csv") == {
        "build/my/video/LinearRegression2D.mp4": "./my.csv",
        "build/my/video/TwoWords3D.mp4": "./my.csv",
        "build/lab/video/HalfThickness.mp4": "./lab.csv",
    }
    asked = glimpse("sheet", Choices.of(["FILM=HalfThickness", "RADIATION=lab.csv"]))
    assert asked[-1] == "build/lab/stills/HalfThickness-sheet.png"
    assert "./lab.csv" in asked


def test_one_file_is_named_by_its_path_by_that_of_a_companion_or_as_make_calls_it() -> None:
    for goal in (
        "build/video/TwoWords3D.srt",
        "build/video/TwoWords3D.mp4",
        "video/TwoWords3D.mp4",
    ):
        assert only(goal).file == Path("build/video/TwoWords3D.mp4")
    assert only("build/figures/linreg.pdf").file.suffix == ".pdf"
    assert only("build/video/wordless/TwoWords3D.mp4").command[-3:-1] == ("0", "--output")
    with pytest.raises(ValueError, match="there is no build/figures/no"):
        only("build/figures/no.svg")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("FORMAT=gif",), "choose one of svg pdf png"),
        (("X=a\nb",), "a character that no name should"),
        (("DATA=figures",), "no such file"),
    ],
)
def test_what_cannot_be_is_refused(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Choices.of(words)


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("still", ("FILM=No", "AT=1"), "FILM=No is unknown: choose one of TwoWords3D"),
        ("still", ("FILM=TwoWords3D",), "make still needs AT=41.5"),
        ("step", ("FILM=TwoWords3D",), "make step needs STEP="),
    ],
)
def test_a_glimpse_says_what_it_needs(kind: str, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        glimpse(kind, Choices.of(words))


def test_a_step_s_name_stays_in_its_folder() -> None:
    asked = glimpse("step", Choices.of(["FILM=TwoWords3D", "STEP=../../sweep a"]))
    assert asked[-1] == "build/steps/TwoWords3D-..-..-sweep-a.mp4"
