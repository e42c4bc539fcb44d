"""Several `chezhan` commands in one process, since loading Django takes longer than most of them.

python -m chezhan.config.embedded.chores "prepare" "demo --if-empty"
"""

import os
import sys

HEADLINE = "== "


def main(commands: list[str]) -> None:
    """Runs them in turn, each one's output under a headline; stops at the first that fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chezhan.config.settings")
    # not at the top: the rest of this package must load without Django
    import django  # noqa: PLC0415
    from django.core.management import CommandError, call_command  # noqa: PLC0415

    django.setup()
    for command in commands:
        sys.stdout.write(f"{HEADLINE}{command}\n")
        sys.stdout.flush()
        try:
            call_command(*command.split())
        except CommandError as error:
            sys.exit(f"chezhan {command}: {error}")


if __name__ == "__main__":
    main(sys.argv[1:])
