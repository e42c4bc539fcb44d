from importlib import import_module

from django.apps import AppConfig


class LeadsConfig(AppConfig):
    name = "chezhan.modules.leads"
    label = "leads"

    def ready(self) -> None:
        # Is told of every interaction that is written.
        import_module("chezhan.modules.leads.meeting")
        # Is told of every lead that goes to somebody else.
        import_module("chezhan.modules.leads.passing")
