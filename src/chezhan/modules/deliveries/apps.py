from importlib import import_module

from django.apps import AppConfig


class DeliveriesConfig(AppConfig):
    name = "chezhan.modules.deliveries"
    label = "deliveries"

    def ready(self) -> None:
        # Stands in the way of a hand-over, takes promises down when a quote is accepted, and ends with an order.
        import_module("chezhan.modules.deliveries.blocking")
        import_module("chezhan.modules.deliveries.promising")
        import_module("chezhan.modules.deliveries.ending")
        import_module("chezhan.modules.deliveries.keeping")
