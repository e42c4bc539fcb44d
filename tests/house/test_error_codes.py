"""Every refusal that a person may meet is written down and has words in both languages."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chezhan.catalogue.types.refusals import REASONS, FieldRefused
from chezhan.config import api, celery
from chezhan.kernel.errors import AppError

ROOT = Path(__file__).resolve().parents[2]
TEXTS = (
    "frontend/src/http/always/locales",
    "frontend/src/http/locales",
    "frontend/src/features/hq/errors/locales",
    "frontend/src/features/fields/errors/locales",
)


def _descendants(kind: type[AppError]) -> Iterator[type[AppError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _descendants(child)


def _counts(kind: type[AppError]) -> bool:
    """A plain 500 is a fault of ours, told as `server_error`; tests have refusals of their own, and the demo's are
    told by its command in the terminal, which may or may not have been loaded here."""
    return kind.status != 500 and not kind.__module__.startswith(("tests", "chezhan.config.demo"))


def _codes() -> set[tuple[str, int]]:
    assert api.api  # which imports all that refuses
    celery.app.loader.import_default_modules()
    kinds = {(kind.code, kind.status) for kind in (AppError, *_descendants(AppError)) if _counts(kind)}
    return kinds | {(reason, FieldRefused.status) for reason in REASONS}


def test_the_table_lists_every_code_with_its_status():
    table = (ROOT / "docs/developers/error-codes.md").read_text()
    listed = {
        (code, int(status))
        for code, statuses in re.findall(r"^\| `(\w+)` \| ([\d/]+) \|", table, re.MULTILINE)
        for status in statuses.split("/")
    }
    assert listed == _codes()


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_the_interface_has_words_for_every_code(language):
    known: set[str] = set()
    for folder in TEXTS:
        known |= json.loads((ROOT / folder / f"{language}.json").read_text()).keys()
    assert {code for code, _ in _codes()} - known == set()
