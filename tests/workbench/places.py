import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
NODE = ROOT / ".venv" / "node"


def with_tools_on_path() -> dict[str, str]:
    """Our environment, where `node`, `npm`, `ruff`, `chezhan` … are this checkout's own."""
    path = os.pathsep.join([str(NODE), str(ROOT / ".venv" / "bin"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path}
