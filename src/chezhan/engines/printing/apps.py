from django.apps import AppConfig


class PrintingConfig(AppConfig):
    """Templates for print: the table lives in every store."""

    name = "chezhan.engines.printing"
    label = "printing"
