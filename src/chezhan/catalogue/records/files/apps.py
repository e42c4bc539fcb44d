from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "chezhan.catalogue.records.files"
    label = "files"

    def ready(self) -> None:
        from chezhan.catalogue.records.files import erasing  # noqa: F401, PLC0415 (says where files of a person lie)
