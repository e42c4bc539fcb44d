from django.apps import AppConfig


class CostsConfig(AppConfig):
    name = "chezhan.modules.costs"
    label = "costs"
