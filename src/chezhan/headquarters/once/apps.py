from django.apps import AppConfig


class OnceConfig(AppConfig):
    """Requests that were answered: one table in `public`."""

    name = "chezhan.headquarters.once"
    label = "headquarters_once"
