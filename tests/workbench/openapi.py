"""frontend/openapi.json, from which the browser app's API client is generated, must say what the API is."""

import subprocess
import sys

from tests.workbench.places import FRONTEND

FILE = FRONTEND / "openapi.json"
REMEDY = f"{FILE.relative_to(FRONTEND.parent)} is behind the API: make openapi"


def main() -> int:
    made = subprocess.run([sys.executable, "-m", "chezhan.config.manage", "openapi"], capture_output=True, check=False)
    if made.returncode:
        sys.stderr.buffer.write(made.stderr)
        return made.returncode
    if not FILE.exists() or FILE.read_bytes().strip() != made.stdout.strip():
        print(REMEDY)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
