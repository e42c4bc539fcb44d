from django.apps import AppConfig


class BulkConfig(AppConfig):
    name = "chezhan.catalogue.records.bulk"
    label = "bulk"
