from importlib import import_module

from django.apps import AppConfig


class PrintingConfig(AppConfig):
    """Templates for print: the table lives in every store."""

    name = "chezhan.engines.printing"
    label = "printing"

    def ready(self) -> None:
        # Adds templates to what the audit tells of.
        import_module("chezhan.engines.printing.telling")
        # Sets papers for what is kept as a file.
        import_module("chezhan.engines.printing.pressing")
