from django.apps import AppConfig


class CompositionConfig(AppConfig):
    """The composition root: commands and the demo live here."""

    name = "chezhan.config"
    label = "config"
