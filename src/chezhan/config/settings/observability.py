"""Logs, error reports, metrics."""

from importlib.metadata import version

from chezhan.config.observability.logs import LOGGING, configure
from chezhan.config.observability.reports import start_reports
from chezhan.config.settings import environment as env

__all__ = ["LOGGING", "METRICS_TOKEN"]

METRICS_TOKEN = env.text("CHEZHAN_METRICS_TOKEN")
configure()
start_reports(
    dsn=env.text("SENTRY_DSN"),
    release=version("chezhan"),
    environment=env.text("CHEZHAN_ENVIRONMENT", "production"),
)
