"""Celery on Valkey. PostgreSQL is the truth; a lost message is found again by a beat task."""

from celery.schedules import crontab

from chezhan.config.settings import environment as env

CELERY_BROKER_URL = env.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 60,
    # Without these two, work of a killed worker comes back only after minutes.
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "Asia/Shanghai"
CELERY_BEAT_SCHEDULE: dict = {
    "imports without a worker go on": {"task": "imports.wake_orphans", "schedule": 5.0, "options": {"expires": 5}},
    "imports of stores without a worker go on": {
        "task": "record_imports.wake_orphans",
        "schedule": 5.0,
        "options": {"expires": 5},
    },
    "old files of stores' imports are removed": {"task": "record_imports.forget_files", "schedule": 86_400.0},
    "answers to requests with a key are forgotten": {"task": "idempotency.forget", "schedule": 3_600.0},
    "answers to requests of groups are forgotten": {"task": "group_requests.forget", "schedule": 3_600.0},
    "files that no record holds are removed": {"task": "files.sweep", "schedule": 86_400.0},
    "what stores keep no longer goes": {"task": "retention.clear", "schedule": 86_400.0},
    "rules by which records go are followed": {
        "task": "retention.follow",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    "looks for duplicates without a worker begin anew": {
        "task": "duplicates.wake_orphans",
        "schedule": 15.0,
        "options": {"expires": 15},
    },
    "stores are looked through for duplicates": {
        "task": "duplicates.look_nightly",
        "schedule": crontab(hour=3, minute=30),
    },
    "packs without a worker go on, and new stores begin with theirs": {
        "task": "packs.wake_orphans",
        "schedule": 5.0,
        "options": {"expires": 5},
    },
    "searches have their indexes": {"task": "search.build_indexes", "schedule": 86_400.0},
    "what happened to records is handed on": {"task": "events.dispatch", "schedule": 1.0, "options": {"expires": 1}},
    "timers ring": {"task": "timers.ring", "schedule": 1.0, "options": {"expires": 1}},
    "timers wait for stores to open": {"task": "timers.follow_stores", "schedule": 15.0, "options": {"expires": 15}},
    "timers of closed stores are dropped": {"task": "timers.order", "schedule": 3_600.0},
    "rules are followed by the clock": {"task": "rules.clock", "schedule": 20.0, "options": {"expires": 20}},
    "the log of rules keeps 180 days": {"task": "rules.forget", "schedule": 86_400.0},
    "messages that are due are sent": {"task": "messages.send", "schedule": 1.0, "options": {"expires": 1}},
    "webhooks that are due are sent": {"task": "webhooks.send", "schedule": 1.0, "options": {"expires": 1}},
    "leads that came in are entered": {"task": "lead_posts.enter", "schedule": 1.0, "options": {"expires": 1}},
    "what nobody takes is dropped": {"task": "events.sweep", "schedule": 15.0, "options": {"expires": 15}},
    "what was taken is forgotten": {"task": "events.forget", "schedule": 86_400.0},
    "notices are kept for 180 days": {"task": "notices.forget", "schedule": 86_400.0},
    "old import files are removed": {"task": "imports.forget_files", "schedule": 86_400.0},
}
