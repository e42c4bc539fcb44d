"""`make demo`, `make manage`: one `chezhan` command on the embedded services, running already or not."""

import os
import subprocess
import sys
from pathlib import Path

from chezhan.config.embedded.commands import build_environment
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.passwords import load_passwords
from chezhan.config.embedded.services import join_or_start_services


def main(arguments: list[str]) -> int:
    var = Path(os.environ.get("CHEZHAN_VAR") or "var").resolve()
    try:
        with join_or_start_services(directory=var / "embedded", logs=var / "log") as addresses:
            environment = build_environment(
                addresses=addresses,
                var=var,
                passwords=load_passwords(var / "embedded" / "passwords.json"),
                host=os.environ.get("HOST") or "127.0.0.1",
                port=int(os.environ.get("PORT") or "8000"),
            )
            command = [sys.executable, "-m", "chezhan.config.manage", *arguments]
            return subprocess.run(command, env=environment, check=False).returncode
    except ServiceFailure as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
