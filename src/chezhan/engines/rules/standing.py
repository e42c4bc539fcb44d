"""Rules act with their publisher's rights: those of who leaves stop."""

from uuid import UUID

from django.db.models import F

from chezhan.catalogue.handing_over.standing import stands
from chezhan.engines.rules.models import RuleVersion


@stands("rule")
def rules_by(person_id: UUID) -> int:
    return RuleVersion.objects.filter(number=F("rule__published"), rule__enabled=True, by=person_id).count()
