from importlib import import_module

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "chezhan.modules.library"
    label = "library"

    def ready(self) -> None:
        # Packs fill the library of a store.
        import_module("chezhan.modules.library.packing")
