"""Leads are scored with the rights of who made the sheet."""

from uuid import UUID

from chezhan.catalogue.handing_over.standing import stands
from chezhan.modules.scoring.models import ScoreSheet


@stands("score")
def sheets_by(person_id: UUID) -> int:
    return ScoreSheet.objects.filter(changed_by=person_id).count()
