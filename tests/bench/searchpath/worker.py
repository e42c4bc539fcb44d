"""The tasks that a real worker process runs: `celery -A tests.bench.searchpath.worker worker`."""

import os

import django
from celery.signals import task_failure, task_success
from django.db import Error

from chezhan.config.celery import app

DONE = "bench:done"
IN_WORKER = "CHEZHAN_BENCH_WORKER"

if IN_WORKER in os.environ:
    django.setup()
    if os.environ.get("MUTATE") == "1":
        from tests.bench.searchpath.mutant import take_the_guard_out

        take_the_guard_out()

from tenants.celery import StoreTask  # noqa: E402


@app.task(base=StoreTask, bind=True, name="bench.note", autoretry_for=(Error,), max_retries=20, default_retry_delay=0)
def note(self, *, name: str) -> None:
    """Read the marks in sight and write one row that says what they were."""
    from chezhan.modules.parties.models import Customer  # noqa: PLC0415
    from tests.bench.searchpath import marks  # noqa: PLC0415

    slug = name.split()[1]
    seen = marks.read()
    right = seen == [f"mark {slug}"] * marks.ROWS
    Customer.objects.create(name=name if right else f"write nowhere {name} saw {seen}"[:120])


@task_success.connect
@task_failure.connect
def count_as_done(**_) -> None:
    from django.core.cache import cache  # noqa: PLC0415

    if IN_WORKER in os.environ:
        cache.incr(DONE)
