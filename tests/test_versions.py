"""What is said in several places, for several readers, is the same in all of them."""

import re
import tomllib
from datetime import date

from core.project.paths import ROOT


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


PROJECT = tomllib.loads(text("pyproject.toml"))["project"]


def test_pythons_are_those_that_ci_runs() -> None:
    supported = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["classifiers"]))
    (matrix,) = re.findall(r"python: \[(.*)\]", text(".github/workflows/ci.yml"))
    assert re.findall(r'"(.*?)"', matrix) == supported
    oldest = supported[0]
    assert PROJECT["requires-python"] == f">={oldest}"
    assert text(".python-version").strip() == oldest
    assert f"sys.version_info < ({oldest.replace('.', ', ')})" in text("tools/machine.sh")
    assert all(f"python{version}" in text("tools/machine.sh") for version in supported)


def test_the_citation_names_the_version_of_the_change_log() -> None:
    citation = dict(re.findall(r"^([\w-]+): (\S+)$", text("CITATION.cff"), re.MULTILINE))
    assert citation["version"] == PROJECT["version"]
    day = date.fromisoformat(citation["date-released"])
    assert f"{day.day} {day:%B %Y}" in text("CHANGELOG.md").split("## ")[1]


def test_commits_are_checked_with_the_ruff_of_the_lock() -> None:
    (rev,) = re.findall(r"rev: v(\S+)", text(".pre-commit-config.yaml"))
    assert f"\nruff=={rev} " in text("requirements.txt")
