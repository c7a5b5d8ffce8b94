"""A command takes options, files of any name, and says what is wrong in one line."""

import pytest

from core.project.command import Command


def parsed(*words: str) -> tuple[str | None, str | None, bool]:
    found = []
    command = Command(prog="try")
    command.add_argument("table", nargs="?")
    command.add_argument("--data")
    command.add_argument("--json", action="store_true")
    with pytest.raises(SystemExit) as end:
        command.run(found.append, list(words))
    assert end.value.code == 0
    return found[0].table, found[0].data, found[0].json


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("-1.csv", "--json", "--data=a"):
        (tmp_path / name).touch()


@pytest.mark.usefixtures("folder")
def test_what_is_no_option_and_names_a_file_is_that_file() -> None:
    assert parsed("-1.csv") == ("./-1.csv", None, False)
    assert parsed("--data", "-1.csv", "a") == ("a", "./-1.csv", False)
    assert parsed("-") == ("-", None, False)


@pytest.mark.usefixtures("folder")
def test_an_option_is_an_option_though_a_file_is_called_so() -> None:
    assert parsed("a", "--json") == ("a", None, True)
    assert parsed("--data=a") == (None, "a", False)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("x is\nwrong"), "try: x is wrong\n"),
        (FileNotFoundError(2, "No such file or directory", "a.csv"), "try: a.csv: No such file"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(error, said, capsys) -> None:
    def fail(_: object) -> None:
        raise error

    with pytest.raises(SystemExit) as end:
        Command(prog="try").run(fail, [])
    assert end.value.code == 2
    assert capsys.readouterr().err.startswith(said)
