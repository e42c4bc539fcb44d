from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The one description of what exists. It has no tables of its own."""

    name = "chezhan.catalogue"
    label = "catalogue"
