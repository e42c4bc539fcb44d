from importlib import import_module

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    """How long a store keeps what: the tables live in every store."""

    name = "chezhan.catalogue.retention"
    label = "retention"

    def ready(self) -> None:
        # The catalogue's own kinds of data that are kept for a period.
        for part in ("records.bin.erasing", "importing.aging", "audit.aging"):
            import_module(f"chezhan.catalogue.{part}")
        # What the audit tells of them.
        import_module("chezhan.catalogue.retention.telling")
