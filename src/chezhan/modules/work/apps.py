from importlib import import_module

from django.apps import AppConfig


class WorkConfig(AppConfig):
    name = "chezhan.modules.work"
    label = "work"

    def ready(self) -> None:
        # Sets reminders with every task that is written, and is called when they are due.
        import_module("chezhan.modules.work.reminding")
        import_module("chezhan.modules.work.counting")
        # Nothing is cleared away that a task is open for.
        import_module("chezhan.modules.work.unfinished")
        # Rules and flows make tasks, and end them.
        import_module("chezhan.modules.work.doing")
        import_module("chezhan.modules.work.closing")
