"""Nobody asks other machines but kernel.outbound, which checks whom."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
WAYS = {
    *("httpx", "httpcore", "requests", "aiohttp", "urllib3", "urllib.request", "http.client", "smtplib", "ftplib"),
    *("socket", "ssl", "telnetlib", "poplib", "imaplib", "xmlrpc.client", "websockets", "websocket"),
}
WAY_OUT = "src/chezhan/kernel/outbound/"
# `make run` on one machine: free ports, and whether its own web server answers yet.
ITS_OWN_MACHINE = {"src/chezhan/config/embedded/ports.py", "src/chezhan/config/embedded/supervisor.py"}


def _imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _going_out() -> dict[str, set[str]]:
    files = [file for folder in ("src", "tenants", "billing") for file in (ROOT / folder).rglob("*.py")]
    named = {str(file.relative_to(ROOT)): _imports(file) for file in files}
    return {
        name: ways
        for name, imports in named.items()
        if (ways := {one for one in imports if any(one == way or one.startswith(f"{way}.") for way in WAYS)})
    }


def test_nobody_goes_out_by_another_door():
    others = {name: ways for name, ways in _going_out().items() if not name.startswith(WAY_OUT)}
    assert {name: ways for name, ways in others.items() if name not in ITS_OWN_MACHINE} == {}


def test_the_look_finds_the_door():
    assert "httpx" in _going_out()["src/chezhan/kernel/outbound/asking.py"]
