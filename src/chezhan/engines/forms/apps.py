from importlib import import_module

from django.apps import AppConfig


class FormsConfig(AppConfig):
    """Versioned forms: the tables live in every store."""

    name = "chezhan.engines.forms"
    label = "forms"

    def ready(self) -> None:
        # Puts the forms before every write of records.
        import_module("chezhan.engines.forms.enforcing")
        # Has steps of flows show records by forms.
        import_module("chezhan.engines.forms.stepping")
        # Adds what came in by public forms to the places that are emptied when a person's data are erased, or
        # when the store keeps it no longer.
        import_module("chezhan.engines.forms.public.erasing")
        import_module("chezhan.engines.forms.public.aging")
        # Adds forms to what the audit tells of.
        import_module("chezhan.engines.forms.telling")
        # Puts forms into packs.
        import_module("chezhan.engines.forms.packing")
