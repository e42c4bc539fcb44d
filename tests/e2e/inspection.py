"""What every page owes its readers, looked for on each page a test visits."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, TimeoutError

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = (Path(__file__).parent / "inspection.js").read_text(encoding="utf-8")


def _names(texts: dict, above: str = "") -> list[str]:
    found = []
    for key, value in texts.items():
        found += _names(value, f"{above}{key}.") if isinstance(value, dict) else [f"{above}{key}"]
    return found


def text_names() -> list[str]:
    """The names of all texts that have a dot in them, such as "signIn.title"."""
    files = (ROOT / "frontend" / "src").rglob("locales/zh-CN.json")
    names = {name for file in files for name in _names(json.loads(file.read_text(encoding="utf-8")))}
    return sorted(name for name in names if "." in name)


TEXT_NAMES = text_names()


def faults_of(page: Page) -> list[str]:
    """Sideways scrolling, missing labels and headings, texts that were not found, once the page has come to rest.

    Empty when all is well. A page that is still on its way has no heading yet.
    """
    try:
        page.wait_for_function(f"(names) => ({SCRIPT})(names).length === 0", arg=TEXT_NAMES)
    except TimeoutError:
        return page.evaluate(f"({SCRIPT})", TEXT_NAMES)
    return []


def complaints_of(context: BrowserContext) -> list[str]:
    """Grows while the browser complains: errors in scripts and consoles, and answers that blame the server."""
    complaints: list[str] = []

    def on_console(message) -> None:
        # A refusal (401, 404, 422 …) is an answer like any other; the browser also writes it to the console.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            complaints.append(f"{message.type} in the console: {message.text}")

    def on_response(response) -> None:
        if response.status >= 500:
            complaints.append(f"{response.status} from {response.request.method} {response.url}")

    context.on("console", on_console)
    context.on("response", on_response)
    context.on("weberror", lambda fault: complaints.append(f"uncaught: {fault.error}"))
    return complaints
