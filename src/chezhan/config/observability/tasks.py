"""Logs and reports of a task name it; nothing of the task before it stays bound."""

from typing import Any

from celery import Task
from celery.signals import task_prerun
from structlog.contextvars import bind_contextvars, clear_contextvars


@task_prerun.connect
def name_the_task(task_id: str, task: Task, **rest: Any) -> None:
    clear_contextvars()
    bind_contextvars(request_id=task_id.replace("-", "")[-12:], task=task.name)
