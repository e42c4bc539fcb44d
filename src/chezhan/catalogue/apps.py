from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """The one description of what exists. It has no tables of its own."""

    name = "chezhan.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        # Entities stand on models, which are loaded by now and not before.
        from chezhan.catalogue import registry  # noqa: PLC0415

        registry.discover()
