from importlib import import_module

from django.apps import AppConfig


class RetentionRulesConfig(AppConfig):
    """Rules by which records go: the tables live in every store."""

    name = "chezhan.catalogue.retention.rules"
    label = "retention_rules"

    def ready(self) -> None:
        # Records that are held; holds go with the person; what the audit tells.
        for part in ("holds", "telling"):
            import_module(f"chezhan.catalogue.retention.rules.{part}")
