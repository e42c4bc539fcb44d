from importlib import import_module

from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "chezhan.modules.sales"
    label = "sales"

    def ready(self) -> None:
        # Nothing is cleared away that an order is open for.
        import_module("chezhan.modules.sales.unfinished")
        # Is told of every payment that is written.
        import_module("chezhan.modules.sales.booking")
        # Is told of every stock vehicle that is written, and asked before somebody moves one by hand.
        import_module("chezhan.modules.sales.dealing")
