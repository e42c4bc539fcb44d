from django.apps import AppConfig


class StockConfig(AppConfig):
    name = "chezhan.modules.stock"
    label = "stock"
