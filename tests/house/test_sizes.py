"""Files stay small enough to be read in one go."""

from collections.abc import Iterable
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
MADE_BY_TOOLS = {"node_modules", "dist", "migrations", "__pycache__"}
NAMES_THAT_SAY_NOTHING = {"utils", "helpers", "signals", "manager", "managers", "common", "misc"}


def _lines(folders: Iterable[str], *endings: str) -> dict[str, int]:
    files = (file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in endings)
    return {
        str(file.relative_to(ROOT)): len(file.read_text().splitlines())
        for file in files
        if not MADE_BY_TOOLS & set(file.relative_to(ROOT).parts) and ".gen." not in file.name
    }


PRODUCT = _lines(("src", "tenants", "billing"), ".py")
TESTS = _lines(("tests",), ".py")
BROWSER_APP = _lines(("frontend/src",), ".ts", ".tsx", ".css")


@pytest.mark.parametrize("sizes", [PRODUCT, TESTS, BROWSER_APP], ids=["product", "tests", "browser app"])
def test_half_of_the_files_are_under_80_lines_and_nine_in_ten_under_250(sizes: dict[str, int]):
    ordered = sorted(sizes.values())
    assert median(ordered) < 80
    assert ordered[int(len(ordered) * 0.9)] < 250


def test_no_python_file_is_beyond_400_lines():
    assert not {name: lines for name, lines in (PRODUCT | TESTS).items() if lines > 400}


def test_no_file_of_the_browser_app_is_beyond_250_lines():
    assert not {name: lines for name, lines in BROWSER_APP.items() if lines > 250}


def test_a_file_is_named_after_what_is_in_it():
    names = {*PRODUCT, *TESTS, *BROWSER_APP}
    assert not {name for name in names if Path(name).name.partition(".")[0].lower() in NAMES_THAT_SAY_NOTHING}
