from django.apps import AppConfig


class SalesConfig(AppConfig):
    name = "chezhan.modules.sales"
    label = "sales"
