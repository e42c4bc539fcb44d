from django.apps import AppConfig


class HeadquartersConfig(AppConfig):
    name = "chezhan.headquarters"
    label = "headquarters"
    default_auto_field = "django.db.models.BigAutoField"
