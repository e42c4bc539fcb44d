from importlib import import_module

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """Versioned rules and the log of what they did: the tables live in every store."""

    name = "chezhan.engines.rules"
    label = "rules"

    def ready(self) -> None:
        # Takes the events of records.
        import_module("chezhan.engines.rules.reacting")
        # Tells what is not taken back any more.
        import_module("chezhan.engines.rules.aftermath")
        # Adds rules to what the audit tells of.
        import_module("chezhan.engines.rules.telling")
        # Those of who leaves stop.
        import_module("chezhan.engines.rules.standing")
        # Puts rules into packs.
        import_module("chezhan.engines.rules.packing")
