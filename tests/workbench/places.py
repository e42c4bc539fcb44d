import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FRONTEND = ROOT / "frontend"
NODE = ROOT / ".venv" / "node"


def with_tools_on_path() -> dict[str, str]:
    """Our environment, where `node`, `npm`, `ruff`, `chezhan` … are this checkout's own."""
    path = os.pathsep.join([str(NODE), str(ROOT / ".venv" / "bin"), os.environ.get("PATH", "")])
    # A process of ours is 4,000 files: without their byte code kept, each start compiles them for four seconds.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PATH": path}
