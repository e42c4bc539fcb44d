"""Sources whose leads are somebody's: once they left, what comes in is nobody's."""

from uuid import UUID

from chezhan.catalogue.handing_over.standing import stands
from chezhan.modules.inbound.models import LeadSource


@stands("lead_source")
def sources_of(person_id: UUID) -> int:
    return LeadSource.objects.filter(owner=person_id, enabled=True).count()
