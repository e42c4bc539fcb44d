from importlib import import_module

from django.apps import AppConfig


class InboundConfig(AppConfig):
    """Where leads come in from, and every post that came: the tables live in every store."""

    name = "chezhan.modules.inbound"
    label = "inbound"

    def ready(self) -> None:
        # What the audit tells; what is emptied of a person; what goes with time; what stands on whom.
        for part in ("telling", "personal", "aging", "standing"):
            import_module(f"chezhan.modules.inbound.{part}")
