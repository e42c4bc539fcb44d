from importlib import import_module

from django.apps import AppConfig


class FlowsConfig(AppConfig):
    """Versioned flows, where each of them stands, and whom it waits for: the tables live in every store."""

    name = "chezhan.engines.flows"
    label = "flows"

    def ready(self) -> None:
        # Adds flows to what the audit tells of.
        import_module("chezhan.engines.flows.telling")
