"""Error reports to Sentry: the store as a tag, and nothing of a person but an id."""

import datetime as dt
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.celery import CeleryIntegration
from sentry_sdk.integrations.django import DjangoIntegration
from structlog.contextvars import get_contextvars

from chezhan.kernel import clock
from chezhan.kernel.outages import is_away
from chezhan.kernel.scrubbing import scrub
from tenants.whereabouts import place_of

# What a request carries is people's: bodies, cookies, headers and queries never leave.
REQUEST_KEEPS = ("method",)
# While a server is away every request fails alike: one report tells it.
OUTAGE_TOLD = dt.timedelta(minutes=5)
_told: dict[type[BaseException], dt.datetime] = {}


def before_send(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any] | None:
    """Tag with where it happened; drop what people sent; scrub the rest. None for an outage that was told lately."""
    error = (hint.get("exc_info") or (None, None))[1]
    if error is not None and is_away(error) and _was_told(error):
        return None
    where = get_contextvars() | place_of(error)
    request = event.get("request")
    if request:
        path = str(request.get("url", "")).partition("?")[0]
        event["request"] = {key: request[key] for key in REQUEST_KEEPS if key in request} | {"url": path}
    event.pop("user", None)
    event.pop("extra", None)
    event.pop("server_name", None)
    event["breadcrumbs"] = {"values": []}
    for exception in event.get("exception", {}).get("values", []):
        for frame in exception.get("stacktrace", {}).get("frames", []):
            frame.pop("vars", None)
    if logged := event.get("logentry"):
        # What a line was filled with may be a name: the line itself says enough.
        event["logentry"] = {"message": logged.get("message")}
    tags = {
        "tenant": where.get("store") or "public",
        "group": where.get("group") or "",
        "request_id": where.get("request_id", ""),
    }
    event = scrub(event)
    event["tags"] = {**event.get("tags", {}), **tags}
    if person := where.get("person"):
        event["user"] = {"id": person}
    return event


def _was_told(error: BaseException) -> bool:
    last, now = _told.get(type(error)), clock.now()
    if last is not None and now - last < OUTAGE_TOLD:
        return True
    _told[type(error)] = now
    return False


def start_reports(*, dsn: str, release: str, environment: str, transport: Any = None) -> None:
    """Without a DSN nothing is sent. `transport` takes the place of the network in tests."""
    if not dsn:
        return
    sentry_sdk.init(
        dsn=dsn,
        release=release,
        environment=environment,
        transport=transport,
        integrations=[DjangoIntegration(), CeleryIntegration()],
        send_default_pii=False,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        before_send=before_send,  # type: ignore[arg-type]
        traces_sample_rate=0,
    )
