"""Write a small file, and take it through the steps of an import that need no database."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import orjson
import pytest

from chezhan.catalogue.importing.files.reading import Shape, read_rows, read_shape
from chezhan.catalogue.importing.profile import Profile, profile_rows
from chezhan.headquarters.imports.guessing import Guess, guess_targets
from chezhan.headquarters.imports.mapping import Mapping, mapping_from_guesses, missing_targets
from chezhan.headquarters.imports.plan import ERRORS_FILE, Plan, make_plan

HEADER = "Store,Number,Date,Price,Customer Name"


@dataclass
class Planned:
    shape: Shape
    profile: Profile
    guesses: list[Guess]
    mapping: Mapping
    plan: Plan
    folder: Path

    @property
    def refused(self) -> list[dict]:
        return [orjson.loads(line) for line in (self.folder / ERRORS_FILE).read_bytes().splitlines()]

    def codes(self) -> list[list[str]]:
        return [[fault["code"] for fault in entry["faults"]] for entry in self.refused]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """write(text or bytes) → the path of a file that holds it."""

    def _write(content: str | bytes, *, encoding: str = "utf-8") -> Path:
        path = tmp_path / "upload.csv"
        path.write_bytes(content.encode(encoding) if isinstance(content, str) else content)
        return path

    return _write


def plan_path(path: Path, folder: Path, *, today: str = "2026-11-22") -> Planned:
    shape = read_shape(path=path)
    profile = profile_rows(headers=shape.headers, rows=read_rows(path=path, shape=shape))
    guesses = guess_targets(columns=profile.columns)
    mapping = mapping_from_guesses(guesses=guesses, columns=profile.columns)
    plan = Plan(fields=[])
    if not missing_targets(mapping):
        plan = make_plan(path=path, shape=shape, mapping=mapping, folder=folder, today=today)
    return Planned(shape, profile, guesses, mapping, plan, folder)


@pytest.fixture
def planned(write, tmp_path: Path) -> Callable[..., Planned]:
    """planned("a,b,…", …, header=…) → the plan of a file with these rows under a sound header."""

    def _planned(*rows: str, header: str = HEADER, **options) -> Planned:
        return plan_path(write("\r\n".join([header, *rows, ""])), tmp_path / "plan", **options)

    return _planned
