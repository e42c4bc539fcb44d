from django.apps import AppConfig


class RelationsConfig(AppConfig):
    name = "chezhan.modules.relations"
    label = "relations"
