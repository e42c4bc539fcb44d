"""The catalogue as the browser needs it: kinds of records, their fields, and how each may be compared."""

from typing import Any

from chezhan.access import Actor, allowed
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.periods import PERIODS
from chezhan.catalogue.registry import entities


def describe_entities(*, actor: Actor) -> list[dict[str, Any]]:
    """Those that the actor may read, in the order of the modules."""
    return [_entity(entity) for entity in readable_entities(actor=actor)]


def readable_entities(*, actor: Actor) -> list[Entity]:
    return [entity for entity in entities() if allowed(actor=actor, permission=entity.read_permission)]


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "label": entity.label.as_json(),
        "label_plural": entity.label_plural.as_json(),
        "title_fields": list(entity.title),
        "title_field": entity.title[0],
        "sort": entity.sort,
        "fields": [_field(field) for field in entity.fields.values()],
        "related": [{"entity": one.entity, "via": one.via, "label": one.label.as_json()} for one in entity.related],
    }


def _field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label.as_json(),
        "type": field.type.name,
        "sortable": field.can_sort,
        "filterable": field.filterable,
        "searchable": field.searchable,
        "in_list": field.in_list,
        "target": field.target or None,
        "choices": [{"value": option.value, "label": option.label.as_json()} for option in field.options],
        "operators": [
            {"name": operator.name, "label": operator.label.as_json(), "takes": operator.takes}
            for operator in (field.type.operators if field.filterable else ())
        ],
    }


def describe_periods() -> list[dict[str, Any]]:
    """What `during` takes."""
    return [{"name": period.name, "label": period.label.as_json()} for period in PERIODS.values()]
