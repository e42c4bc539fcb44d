from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The store's audit: its table, the triggers that fill it, and reads of it."""

    name = "chezhan.catalogue.audit"
    label = "audit"
