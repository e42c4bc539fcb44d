from importlib import import_module

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """Installed packs, what became of their items, and installations under way: the tables live in every store."""

    name = "chezhan.catalogue.packs"
    label = "packs"

    def ready(self) -> None:
        # What the catalogue itself puts into packs.
        for part in ("definitions", "policies", "records.talk"):
            import_module(f"chezhan.catalogue.{part}.packing")
        # Adds packs to what the audit tells of.
        import_module("chezhan.catalogue.packs.telling")
