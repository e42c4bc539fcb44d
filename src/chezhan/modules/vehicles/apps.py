from django.apps import AppConfig


class VehiclesConfig(AppConfig):
    name = "chezhan.modules.vehicles"
    label = "vehicles"
