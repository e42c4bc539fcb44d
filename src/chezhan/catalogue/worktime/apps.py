from django.apps import AppConfig


class WorktimeConfig(AppConfig):
    """The store's working time: one row in every store that said any."""

    name = "chezhan.catalogue.worktime"
    label = "worktime"
