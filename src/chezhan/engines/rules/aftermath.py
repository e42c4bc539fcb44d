"""Rules that acted on a record: what they did is not taken back with what they were called by."""

import datetime as dt
from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.verbs.aftermath import tells_what_acted
from chezhan.engines.rules.models import RuleRun


@tells_what_acted
def rules_that_acted(record_id: UUID, since: dt.datetime) -> list[Label]:
    runs = RuleRun.objects.filter(record_id=record_id, at__gte=since, outcome=RuleRun.Outcome.DONE)
    names = runs.order_by("at", "id").values_list("rule__name", flat=True)
    return [Label(f"规则“{name}”", f"the rule “{name}”") for name in dict.fromkeys(names)]
