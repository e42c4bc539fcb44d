"""The `chezhan` command."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chezhan.config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["chezhan", *sys.argv[1:]])


if __name__ == "__main__":
    main()
