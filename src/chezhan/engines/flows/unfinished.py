"""Flows that are under way keep their records from being cleared away."""

from collections.abc import Collection, Mapping
from uuid import UUID

from chezhan.catalogue.retention.rules.blocking import blocks
from chezhan.engines.flows.models import FlowInstance


@blocks("running_flow", rests_on={})
def running_flows(*, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]:
    every = set().union(*ids.values())
    rows = FlowInstance.objects.using(using).filter(record_id__in=every, status=FlowInstance.Status.RUNNING)
    return set(rows.values_list("record_id", flat=True))
