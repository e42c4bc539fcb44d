from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "chezhan.modules.parties"
    label = "parties"
