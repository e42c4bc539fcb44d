"""A record goes into the bin, or comes back, while a flow is under way on it."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from chezhan.engines.flows.models import FlowInstance, FlowToken
from chezhan.engines.flows.running.advancing import wake
from chezhan.engines.flows.running.entries import enter_alike
from chezhan.engines.flows.running.joining import drop_below, void_items
from chezhan.engines.flows.running.tokens import State
from chezhan.kernel import clock
from tenants.directory import StoreRef

GONE = "flow_record_gone"


def lose_records(*, entity: str, record_ids: Sequence[UUID]) -> None:
    """Nobody is asked of it any more; it is stuck until the record is back, or somebody cancels it."""
    ids = _held(entity, record_ids)
    tokens = list(FlowToken.objects.filter(instance_id__in=ids).values_list("id", flat=True))
    if tokens:
        void_items(tokens)
        drop_below(tokens)
        FlowToken.objects.filter(id__in=tokens).update(state=State.STUCK, code=GONE, since=clock.now())
        enter_alike(instance_ids=ids, kind="stuck", code=GONE)


def regain_records(*, store: StoreRef, entity: str, record_ids: Sequence[UUID]) -> None:
    ids = _held(entity, record_ids)
    gone = FlowToken.objects.filter(instance_id__in=ids, state=State.STUCK, code=GONE)
    flows = set(gone.values_list("flow_id", flat=True))
    if flows:
        # Another stay: what was set for the last one is not for this.
        gone.update(state=State.READY, code="", moves=F("moves") + 1, since=clock.now())
        enter_alike(instance_ids=ids, kind="retried")
    for flow_id in flows:
        wake(store=store, flow_id=flow_id)


def _held(entity: str, record_ids: Sequence[UUID]) -> list[UUID]:
    if not record_ids:
        return []
    rows = FlowInstance.objects.filter(entity=entity, record_id__in=record_ids, status="running").order_by("id")
    return [row.id for row in rows.select_for_update()]
