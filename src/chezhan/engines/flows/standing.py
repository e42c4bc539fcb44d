"""Flows act with their publisher's rights: those of who leaves stop; and steps wait for whoever is asked."""

from uuid import UUID

from django.db.models import F

from chezhan.catalogue.handing_over.standing import stands
from chezhan.engines.flows.models import FlowVersion
from chezhan.engines.flows.operating.handing import items_waiting


@stands("flow")
def flows_by(person_id: UUID) -> int:
    return FlowVersion.objects.filter(number=F("flow__published"), flow__enabled=True, by=person_id).count()


@stands("asked")
def asked_of(person_id: UUID) -> int:
    return items_waiting().filter(person=person_id).count()
