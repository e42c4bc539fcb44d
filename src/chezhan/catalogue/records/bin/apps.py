from django.apps import AppConfig


class BinConfig(AppConfig):
    name = "chezhan.catalogue.records.bin"
    label = "bin"
