"""The rules in force in a store, kept in the process until the store's revision changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chezhan.engines.rules.definition import RuleDefinition, read_definition
from chezhan.engines.rules.models import RuleVersion
from chezhan.engines.rules.refusals import BadRule
from chezhan.kernel.latest import Latest
from tenants.context import require_open
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Published:
    """`by`: who published it."""

    rule_id: UUID
    number: int
    entity: str
    name: str
    by: UUID
    definition: RuleDefinition


_rules: Latest[Sequence[Published]] = Latest(500)


def rules_of(store: StoreRef) -> Sequence[Published]:
    """Those that are on, in the order in which they are tried; one statement in the store's transaction the first time.

    One that this release can't read is left out: it would do something else than it says.
    """
    if not store.revision:
        return ()
    key = (store.id, store.revision)
    known = _rules.find(key)
    if known is not None:
        return known
    # Read in another store, it would be kept as this one's.
    require_open(store)
    rows = RuleVersion.objects.filter(number=F("rule__published"), rule__enabled=True).select_related("rule")
    found = (_made(row) for row in rows.order_by("rule__position", "rule_id"))
    return _rules.keep(key, tuple(one for one in found if one is not None))


def _made(row: RuleVersion) -> Published | None:
    try:
        definition = read_definition(row.definition)
    except BadRule:
        return None
    return Published(
        rule_id=row.rule_id,
        number=row.number,
        entity=row.rule.entity,
        name=row.name,
        by=row.by,
        definition=definition,
    )
