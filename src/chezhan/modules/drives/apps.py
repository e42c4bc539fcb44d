from importlib import import_module

from django.apps import AppConfig


class DrivesConfig(AppConfig):
    name = "chezhan.modules.drives"
    label = "drives"

    def ready(self) -> None:
        # Has a word in every write of test drives, and is told of them.
        import_module("chezhan.modules.drives.holding")
        import_module("chezhan.modules.drives.following")
        import_module("chezhan.modules.drives.lending")
        # What the audit tells of the customers' page.
        import_module("chezhan.modules.drives.telling")
