"""What runs by the clock exists, and every task says where it runs."""

from django.conf import settings

from chezhan.config import celery
from tenants.celery import GroupTask, PublicTask, StoreTask

celery.app.loader.import_default_modules()


def test_every_entry_of_the_clock_is_a_task_with_a_place():
    due = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()}
    assert due
    assert due <= celery.app.tasks.keys()
    assert {name for name in due if not isinstance(celery.app.tasks[name], GroupTask | PublicTask)} == set()


def test_every_task_of_ours_says_where_it_runs():
    ours = {name: task for name, task in celery.app.tasks.items() if not name.startswith("celery.")}
    assert {name for name, task in ours.items() if not isinstance(task, GroupTask | PublicTask | StoreTask)} == set()
