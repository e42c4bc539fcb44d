"""What is in the tree says nothing about the machine on which it was written, nor from where packages came."""

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
MADE_HERE = {
    *(".git", ".venv", "var", "node_modules", "dist", "build", "__pycache__", "coverage", "test-results"),
    *("test-artefacts", ".ruff_cache", ".mypy_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache"),
}
HOMES = re.compile(r"(?<![\w./~-])/(?:home|Users)/(?!app\b|user\b|you\b)[\w.-]+")
CONFIGURED = re.compile(r"(?:index-url|extra-index-url|registry|index)\s*=\s*[\"']?(https?://\S+)", re.IGNORECASE)
# An option of its own line says where packages are from; hashes are indented. No other line has an address's signs.
REGISTRIES_IN_LOCKS = re.compile("^--|:/", re.MULTILINE)
TELLING = ("INDEX_URL", "DEFAULT_INDEX", "EXTRA_INDEX", "REGISTRY", "GOPROXY", "_PROXY")
EVERYBODYS = {"pypi.org", "files.pythonhosted.org", "registry.npmjs.org", "localhost", "127.0.0.1", None}


def _files() -> dict[str, str]:
    texts = {}
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in MADE_HERE and not name.endswith(".egg-info")]
        for name in names:
            file = Path(folder, name)
            try:
                texts[str(file.relative_to(ROOT))] = file.read_text()
            except (UnicodeDecodeError, FileNotFoundError):
                continue
    return texts


FILES = _files()


def _hosts_of_this_machine() -> set[str]:
    """The package hosts that this machine is set up to ask, from its environment and its tools' own files."""
    found = {value for name, value in os.environ.items() if name.upper().endswith(TELLING)}
    homes = (Path.home(), Path.home() / ".config" / "pip", Path.home() / ".config" / "uv", Path("/etc"))
    for file in (home / name for home in homes for name in ("pip.conf", ".npmrc", "npmrc", "uv.toml", "uv/uv.toml")):
        if file.is_file() and os.access(file, os.R_OK):
            found |= set(CONFIGURED.findall(file.read_text()))
    return {urlsplit(url).hostname for url in found} - EVERYBODYS


def test_the_walk_finds_the_tree():
    assert {"pyproject.toml", "tests/house/test_no_hosts.py", "requirements.lock"} <= set(FILES)


def test_no_file_names_the_place_of_this_checkout():
    place = str(ROOT)
    assert not {name for name, text in FILES.items() if len(ROOT.parts) > 2 and place in text}


def test_no_file_names_somebodys_home():
    assert not {name: found.group() for name, text in FILES.items() if (found := HOMES.search(text))}


def test_no_file_names_a_package_host_of_this_machine():
    hosts = _hosts_of_this_machine()
    assert not {(name, host) for name, text in FILES.items() for host in hosts if host in text}


def test_the_locks_name_no_host():
    locks = [name for name in FILES if name.endswith(".lock")]
    assert locks
    assert not {name for name in locks if REGISTRIES_IN_LOCKS.search(FILES[name])}


def test_the_browser_apps_lock_names_no_host():
    assert '"resolved"' not in FILES["frontend/package-lock.json"]
