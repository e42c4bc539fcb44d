from importlib import import_module

from django.apps import AppConfig


class CompositionConfig(AppConfig):
    """The composition root: commands and the demo live here."""

    name = "chezhan.config"
    label = "config"

    def ready(self) -> None:
        # Tasks are sent by whichever Celery application is current; without ours that is one without a broker.
        import_module("chezhan.config.celery")
