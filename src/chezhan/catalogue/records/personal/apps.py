from django.apps import AppConfig


class PersonalConfig(AppConfig):
    name = "chezhan.catalogue.records.personal"
    label = "personal"
