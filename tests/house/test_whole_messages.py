"""No message leaves the server with a placeholder for somebody else to fill in."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from chezhan.config import api, celery
from chezhan.kernel.errors import AppError

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"\{\w+\}")


def _descendants(kind: type[AppError]) -> Iterator[type[AppError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)


def _constants(source: str) -> Iterator[str]:
    """The plain strings that are handed to a constructor of a refusal, or to that of the class above it."""
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = ast.unparse(call.func)
        if name == "super().__init__" or name.rpartition(".")[2] in REFUSALS:
            for value in (*call.args, *(keyword.value for keyword in call.keywords)):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value


assert api.api  # which imports all that refuses
celery.app.loader.import_default_modules()
REFUSALS = {kind.__name__: kind for kind in (AppError, *_descendants(AppError))}


def test_the_words_of_every_refusal_are_whole():
    assert {name for name, kind in REFUSALS.items() if PLACEHOLDER.search(kind.message)} == set()


def test_whoever_refuses_fills_the_words_in():
    files = [path for top in ("src", "tenants", "billing") for path in (ROOT / top).rglob("*.py")]
    found = {text for path in files for text in _constants(path.read_text()) if PLACEHOLDER.search(text)}
    assert found == set()


def test_the_search_sees_a_message_that_was_forgotten():
    assert list(_constants('raise Conflict("Row {row} is taken.", params={"row": 1})')) == ["Row {row} is taken."]
    assert list(_constants('raise Conflict(f"Row {row} is taken.")')) == []
