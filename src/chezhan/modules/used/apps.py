from importlib import import_module

from django.apps import AppConfig


class UsedConfig(AppConfig):
    name = "chezhan.modules.used"
    label = "used"

    def ready(self) -> None:
        # Stands in quotes as a line, and goes with them to the order.
        import_module("chezhan.modules.used.offering")
        # Stands in the way of a hand-over until it is bought.
        import_module("chezhan.modules.used.dealing")
