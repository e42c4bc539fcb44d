from django.apps import AppConfig


class SavedConfig(AppConfig):
    name = "chezhan.catalogue.records.saved"
    label = "saved"
