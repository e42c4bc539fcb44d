from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Who may do what: the tables live in every store."""

    name = "chezhan.access"
    label = "access"
