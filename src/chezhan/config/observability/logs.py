"""One JSON object a line on standard error: event, level, time, request id, store slug, person id."""

from collections.abc import MutableMapping
from typing import Any

import structlog

from chezhan.kernel.scrubbing import scrub


def scrubbed(logger: Any, method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    """A structlog processor; internal keys (with a leading underscore) are left to structlog."""
    return {key: item if key.startswith("_") else scrub(item) for key, item in event.items()}


SHARED: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
]


def configure() -> None:
    """Send structlog's own loggers through the standard library, whose one handler writes JSON."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "foreign_pre_chain": SHARED,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                scrubbed,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        # Django's own handlers would write the lines a second time, unscrubbed.
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
        # Refused requests are counted in metrics; a line each would only be noise.
        "django.request": {"level": "ERROR"},
        "psycopg.pool": {"level": "ERROR"},
        # It tells whole addresses, in which keys may stand.
        "httpx": {"level": "WARNING"},
    },
}
