from django.apps import AppConfig


class EventsConfig(AppConfig):
    """What has been taken of the outbox: the table lives in every store, the outbox itself in `public`."""

    name = "chezhan.catalogue.events"
    label = "events"
