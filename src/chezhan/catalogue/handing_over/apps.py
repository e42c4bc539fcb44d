from django.apps import AppConfig


class HandingOverConfig(AppConfig):
    """What went from one person to others: the tables live in every store."""

    name = "chezhan.catalogue.handing_over"
    label = "handing_over"
