from importlib import import_module

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    """Templates, messages, how they are sent and who wants them: the tables live in every store."""

    name = "chezhan.modules.messaging"
    label = "messaging"

    def ready(self) -> None:
        # What rules and flows may do; what the audit tells; what is shown and emptied of a person; what packs hold;
        # what goes with time, and what keeps it; what timelines tell.
        for part in ("doing", "telling", "personal", "packing", "aging", "unfinished", "around"):
            import_module(f"chezhan.modules.messaging.{part}")
