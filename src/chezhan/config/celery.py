"""The Celery application. Tasks say where they run: see tenants.celery."""

import os

from celery import Celery

from tenants.celery import Unplaced

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chezhan.config.settings")
app = Celery("chezhan", task_cls=Unplaced)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["chezhan.headquarters.imports"])
