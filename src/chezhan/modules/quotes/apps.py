from importlib import import_module

from django.apps import AppConfig


class QuotesConfig(AppConfig):
    name = "chezhan.modules.quotes"
    label = "quotes"

    def ready(self) -> None:
        # Is told of every quote and line that is written.
        import_module("chezhan.modules.quotes.reckoning")
        import_module("chezhan.modules.quotes.planning")
