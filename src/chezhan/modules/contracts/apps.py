from importlib import import_module

from django.apps import AppConfig


class ContractsConfig(AppConfig):
    name = "chezhan.modules.contracts"
    label = "contracts"

    def ready(self) -> None:
        # Draws contracts up when an order's verb asks for it, and tells orders how theirs stand.
        import_module("chezhan.modules.contracts.drawing")
        import_module("chezhan.modules.contracts.following")
        # Is emptied when a person's data are erased.
        import_module("chezhan.modules.contracts.personal")
