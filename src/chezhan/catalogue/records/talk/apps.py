from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "chezhan.catalogue.records.talk"
    label = "talk"
