"""Every example that people are shown can be kept as it stands, on some kind of record that ships."""

import re
from pathlib import Path

import pytest

from chezhan.catalogue.definitions.formulas.checking import Checker
from chezhan.catalogue.definitions.formulas.schema import DesignSchema
from chezhan.catalogue.whole import built_in
from chezhan.expressions import describe_functions, read_formula, resolve
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

ROOT = Path(__file__).parents[3]
DOCUMENTED = (ROOT / "docs/formulas.md").read_text(encoding="utf-8")
TABLE = [line.split(" | ") for line in DOCUMENTED.split("## Functions")[1].splitlines() if line.startswith("| `")]
EDITOR = (ROOT / "frontend/src/features/design/functions.ts").read_text(encoding="utf-8")
OFFERED = {form: example[1:-1] for form, example in re.findall(r'form: "([^"]+)", example: (".+?"|\'.+?\') }', EDITOR)}


def _resolves(text: str) -> bool:
    checker, formula = Checker(built_in()), read_formula(text)
    for entity in checker.catalogue.entities:
        try:
            resolve(formula.expression, DesignSchema(checker, entity), today=clock.today(), now=clock.now())
        except AppError:
            continue
        return True
    return False


@pytest.mark.parametrize("text", [one[-1].strip(" |`") for one in TABLE])
def test_an_example_of_the_documentation_resolves(text):
    assert _resolves(text)


@pytest.mark.parametrize("text", re.findall(r"`((?:count|sum)\(.+?\))`", DOCUMENTED.split("## What it means")[0]))
def test_so_does_one_within_the_text(text):
    assert _resolves(text)


def test_documentation_and_editor_have_all_functions_with_their_examples():
    whole = {one["usage"]: one["example"] for one in describe_functions()}
    assert {one[0].strip("| `"): one[-1].strip(" |`") for one in TABLE} == whole
    # Rules alone know what changed.
    assert {form: example for form, example in whole.items() if not form.startswith("changed(")} == OFFERED
