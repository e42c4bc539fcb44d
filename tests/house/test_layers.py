"""Who may import whom: the contracts of pyproject.toml hold, and nothing is excused from them."""

import tomllib
from pathlib import Path

from importlinter.api import read_configuration
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
TOP_DOWN = [
    "chezhan.config",
    "chezhan.headquarters",
    "chezhan.modules | chezhan.engines",
    "chezhan.catalogue",
    "chezhan.access",
    "chezhan.expressions",
    "billing",
    "tenants",
    "chezhan.kernel",
]


def _contracts() -> list[dict]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def test_the_contracts_are_kept():
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_layers_are_those_of_the_architecture():
    (layers,) = (contract for contract in _contracts() if contract["type"] == "layers")
    assert layers["layers"] == TOP_DOWN


def test_nothing_is_excused():
    assert not [contract["name"] for contract in _contracts() if contract.get("ignore_imports")]


def test_every_package_of_the_product_is_in_a_layer():
    named = {name.strip() for line in TOP_DOWN for name in line.split("|")}
    packages = {f"chezhan.{path.parent.name}" for path in (ROOT / "src" / "chezhan").glob("*/__init__.py")}
    assert packages <= named
    assert set(read_configuration()["session_options"]["root_packages"]) == {"chezhan", "tenants", "billing"}
