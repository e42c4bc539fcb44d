from importlib import import_module

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The one description of what exists: what modules declare, and what stores and HQ add to it."""

    name = "chezhan.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Entities stand on models, which are loaded by now and not before.
        from chezhan.catalogue import registry  # noqa: PLC0415

        registry.discover()
        # Has a word in every write.
        import_module("chezhan.catalogue.records.writes.settling")
        for name in ("assigning", "creating", "moving", "setting", "sharing", "talking"):
            import_module(f"chezhan.catalogue.doing.{name}")
