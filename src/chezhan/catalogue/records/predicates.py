"""A policy's condition on rows. Whoever set it may know all fields: what it lets through is the policy's meaning."""

from dataclasses import dataclass, replace

import structlog
from django.db.models import Q

from chezhan.access.rights import Rows
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.comparing import compared, condition_of
from chezhan.catalogue.records.sealed import NONE
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.where import EVERY
from chezhan.catalogue.types import LINK
from chezhan.catalogue.whole import Catalogue
from chezhan.expressions import FieldRef
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class PolicySchema:
    """`Schema` of the expression language: kept columns, and those of the records that links lead to. Nothing computed,
    and nothing counted over other records: whether a record is seen must not hang on what else is seen.
    """

    catalogue: Catalogue
    entity: Entity
    prefix: str = ""

    def field(self, name: str) -> FieldRef | None:
        field = self.entity.fields.get(name)
        return None if field is None or field.formula or not field.filterable else compared(self._sight(field))

    def relation(self, name: str) -> "PolicySchema | None":
        field = self.entity.fields.get(name)
        return self._through(field) if field is not None and field.type is LINK else None

    def collection(self, name: str) -> None:
        return None

    def _through(self, link: Field) -> "PolicySchema":
        entity = self.catalogue.entity_named(link.target)
        return replace(self, entity=entity, prefix=f"{self.prefix}{link.column}__")

    def _sight(self, field: Field) -> Sight:
        title: tuple[Sight, ...] = ()
        if field.type is LINK:
            there = self._through(field)
            title = tuple(there._sight(there.entity.fields[name]) for name in there.entity.title)
        return Sight(field, self.entity.model, self.prefix, EVERY, EVERY, title)


def compile_predicate(*, text: str, entity: Entity, catalogue: Catalogue, prefix: str = "") -> Q:
    """Raises what filters refuse."""
    return condition_of(text=text, schema=PolicySchema(catalogue, entity, prefix), today=clock.today())


def predicate_of(*, rows: Rows, entity: Entity, catalogue: Catalogue, prefix: str) -> Q:
    """No row at all when the condition is no longer understood: its field is gone, or of another type now."""
    try:
        return compile_predicate(text=rows.predicate, entity=entity, catalogue=catalogue, prefix=prefix)
    except AppError as refusal:
        log.warning("policy_condition_refused", entity=entity.name, code=refusal.code)
        return NONE
