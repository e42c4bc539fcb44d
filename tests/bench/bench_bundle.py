"""How much a browser must load: gzip kB of the entry pages and of the heaviest route, read from the built app.

Build first (`make setup` does). Nothing is timed; the sizes stand against the bars of the product.
"""

import json
import subprocess
import sys

from tests.bench.harness import say
from tests.workbench.places import ROOT, with_tools_on_path

FRONTEND = ROOT / "frontend"
MANIFEST = FRONTEND / "dist" / ".vite" / "manifest.json"
# kB (1000 bytes) of gzip.
BARS = {
    "sign_in_kb_gzip": 250,
    "shell_kb_gzip": 350,
    "slowest_route_kb_gzip": 250,
    "chart_route_kb_gzip": 450,
    "customer_kb_gzip": 100,
}
WORDS = {
    "sign_in_kb_gzip": "to show the sign-in page",
    "shell_kb_gzip": "to show the signed-in shell",
    "slowest_route_kb_gzip": "more to show the heaviest page without charts",
    "chart_route_kb_gzip": "more for the heaviest designer or page with charts, with all that it may open",
    "customer_kb_gzip": "to show the heaviest of the customers' pages",
}


def measure() -> dict:
    """The report of frontend/scripts/bundle-report.mjs. Exits when the app has not been built."""
    if not MANIFEST.exists():
        sys.exit("The app has not been built yet: run `make setup`, then again.")
    done = subprocess.run(
        ["node", "scripts/bundle-report.mjs"],
        cwd=FRONTEND,
        env=with_tools_on_path(),
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def main() -> int:
    report = measure()
    over = [key for key, bar in BARS.items() if report[key] > bar]
    say(f"{report['n']} pages; every JS and CSS file that each loads, with the texts of its heavier language, as gzip:")
    for key, words in WORDS.items():
        if key == "customer_kb_gzip" and not report["customer_entry_exists"]:
            say("       –     the customers' pages do not exist yet: 0 is reported")
            continue
        mark = "over the bar of" if key in over else "bar"
        say(f"  {report[key]:>7.1f} kB {words} ({mark} {BARS[key]})")
    say(f"The heaviest page without charts is {report['slowest_route']}. What a click opens comes with the click:")
    opened = report["slowest_route_opened_kb_gzip"]
    say(f"a page on which everything was opened has loaded {opened} kB at most.")
    say(json.dumps(report))
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
