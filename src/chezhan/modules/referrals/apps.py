from importlib import import_module

from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "chezhan.modules.referrals"
    label = "referrals"

    def ready(self) -> None:
        # Has a word in every write of referrals.
        import_module("chezhan.modules.referrals.selves")
        # Is told of every lead that is won.
        import_module("chezhan.modules.referrals.following")
        # Stands in the friend's quote as a line.
        import_module("chezhan.modules.referrals.discounting")
