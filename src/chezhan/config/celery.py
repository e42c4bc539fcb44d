"""The Celery application. Tasks say where they run: see tenants.celery."""

import os

from celery import Celery

from chezhan.config.observability import tasks as _tasks  # noqa: F401  (connects itself)

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chezhan.config.settings")
# By name: its module reads models, which are there only after django.setup().
app = Celery("chezhan", task_cls="tenants.celery:Unplaced")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "chezhan.headquarters.imports",
        "chezhan.headquarters.once",
        "chezhan.catalogue.definitions",
        "chezhan.catalogue.events",
        "chezhan.catalogue.idempotency",
        "chezhan.catalogue.importing",
        "chezhan.catalogue.notices",
        "chezhan.catalogue.packs",
        "chezhan.catalogue.records.duplicates",
        "chezhan.catalogue.records.finding",
        "chezhan.catalogue.records.files",
        "chezhan.catalogue.retention",
        "chezhan.catalogue.retention.rules",
        "chezhan.catalogue.timers",
        "chezhan.engines.rules",
        "chezhan.modules.messaging",
        "chezhan.modules.inbound",
        "chezhan.modules.webhooks",
    ]
)
