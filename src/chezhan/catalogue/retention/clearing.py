"""Take away what a store keeps no longer."""

import datetime as dt

import structlog

from chezhan.catalogue.retention.periods import edge_of
from chezhan.catalogue.retention.registry import every_kept
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)


def clear_old(*, store: StoreRef, now: dt.datetime) -> dict[str, int]:
    """By kind of data how many went. One that fails is tried again with the next look, and keeps no other from going.
    Call with no scope open."""
    gone: dict[str, int] = {}
    for kept in every_kept():
        try:
            with acting_as(None, reason=f"task:retention.{kept.name}"):
                with tenant_context(store):
                    before = edge_of(kept.name, now=now)
                if before is not None:
                    gone[kept.name] = kept.clear(store=store, before=before)
        except Exception as error:
            # Its words may be of somebody.
            log.warning("not_cleared", store=str(store.id), kept=kept.name, error=type(error).__name__)
    return gone
