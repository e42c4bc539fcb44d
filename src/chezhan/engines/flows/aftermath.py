"""Flows that began with a record: people may be asked already."""

import datetime as dt
from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.verbs.aftermath import tells_what_acted
from chezhan.engines.flows.models import FlowInstance


@tells_what_acted
def flows_that_began(record_id: UUID, since: dt.datetime) -> list[Label]:
    begun = FlowInstance.objects.filter(record_id=record_id, started_at__gte=since)
    names = begun.order_by("started_at", "id").values_list("flow__name", flat=True)
    return [Label(f"流程“{name}”", f"the flow “{name}”") for name in dict.fromkeys(names)]
