from importlib import import_module

from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "chezhan.modules.stock"
    label = "stock"

    def ready(self) -> None:
        # Sets the ends of reservations with every car that is written, and is called when they have come.
        import_module("chezhan.modules.stock.running_out")
