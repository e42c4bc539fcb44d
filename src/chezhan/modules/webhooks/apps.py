from importlib import import_module

from django.apps import AppConfig


class WebhooksConfig(AppConfig):
    """Addresses of other programs and what was sent to them: the tables live in every store."""

    name = "chezhan.modules.webhooks"
    label = "webhooks"

    def ready(self) -> None:
        # What rules and flows may do; what the audit tells; what is shown and emptied of a person; what goes with time.
        for part in ("doing", "telling", "personal", "aging"):
            import_module(f"chezhan.modules.webhooks.{part}")
