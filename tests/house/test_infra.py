"""infra/ and the Dockerfile speak of programs and settings that exist."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = yaml.safe_load((ROOT / "infra" / "compose.yaml").read_text())
APP = ("prepare", "web", "worker", "beat")
READ_BY_SETTINGS = {
    name
    for file in (ROOT / "src" / "chezhan" / "config" / "settings").glob("*.py")
    for name in re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', file.read_text())
}


def test_the_stack_is_whole():
    assert set(COMPOSE["services"]) == {"postgres", "pgbouncer", "valkey", "proxy", *APP}


@pytest.mark.parametrize("name", APP)
def test_every_setting_given_is_read(name):
    assert set(COMPOSE["services"][name]["environment"]) <= READ_BY_SETTINGS


def test_every_secret_asked_for_is_in_the_example():
    asked = set(re.findall(r"\$\{([A-Z_]+)", (ROOT / "infra" / "compose.yaml").read_text())) - {"CHEZHAN_VERSION"}
    shown = set(re.findall(r"^([A-Z_]+)=", (ROOT / "infra" / "example.env").read_text(), flags=re.MULTILINE))
    assert asked == shown


def test_requests_go_through_the_pool_and_the_owner_past_it():
    given = COMPOSE["services"]["web"]["environment"]
    assert "@pgbouncer:6432/" in given["DATABASE_URL"]
    assert "@postgres:5432/" in given["DATABASE_OWNER_URL"]


def test_only_the_proxy_is_open_to_the_world():
    assert [name for name, service in COMPOSE["services"].items() if "ports" in service] == ["proxy"]


@pytest.mark.parametrize("name", APP)
def test_the_app_runs_without_privileges(name):
    service = COMPOSE["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]


def test_nothing_of_the_app_starts_before_the_database_is_prepared():
    for name in ("web", "worker", "beat"):
        needs = COMPOSE["services"][name]["depends_on"]
        assert needs["prepare"]["condition"] == "service_completed_successfully"


def test_the_image_is_built_from_files_that_exist_and_are_let_through():
    let_through = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = re.findall(r"^COPY (?!--from)(.*) \S+$", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    for source in " ".join(copied).split():
        assert (ROOT / source).exists(), source
        assert source.split("/")[0] in let_through, source


def test_the_image_does_not_run_as_root():
    stages = (ROOT / "Dockerfile").read_text().split("\nFROM ")
    assert "\nUSER chezhan\n" in stages[-1]
