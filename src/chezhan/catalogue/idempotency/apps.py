from django.apps import AppConfig


class IdempotencyConfig(AppConfig):
    name = "chezhan.catalogue.idempotency"
    label = "idempotency"
