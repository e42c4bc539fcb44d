"""The catalogue as the browser needs it: kinds of records, their fields, and how each may be compared."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any

import orjson

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.periods import PERIODS
from chezhan.catalogue.records.grouping.fields import groupable, summable
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.verbs.offering import changes_differ, known_verbs
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.verb import Verb


def describe_entities(*, actor: Actor) -> bytes:
    """Those that the actor may read, in the order of the modules: a JSON list of EntityOut.

    Every page begins with it, and five hundred fields weigh 700 kB: made once for all who see alike.
    """
    return _described(viewer_of(actor))


@lru_cache(maxsize=64)
def _described(viewer: Viewer) -> bytes:
    return orjson.dumps([_entity(View(viewer, entity)) for entity in viewer.entities()], default=str)


def _entity(view: View) -> dict[str, Any]:
    """A field that the viewer may not see is absent; of one that is masked, only what may be asked of it is told."""
    entity, sights = view.entity, view.sights()
    there = {sight.field.name for sight in sights}
    titles = [name for name in entity.title if name in there] or ["id"]
    readable = {one.name for one in view.viewer.entities()}
    return {
        "name": entity.name,
        "label": entity.label.as_json(),
        "label_plural": entity.label_plural.as_json(),
        "title_fields": titles,
        "title_field": titles[0],
        "told_by": [name for name in entity.told_by if name in there],
        "sort": entity.sort,
        "actions": sorted(view.lens.actions),
        "person": entity.person,
        "state": entity.state if entity.state in there else None,
        "shared_by": [
            aspect
            for aspect, names in (entity.criteria.of.items() if entity.criteria else ())
            if there.issuperset(names)
        ],
        "changes_differ": changes_differ(view),
        "way": list(entity.way) if entity.state in there else [],
        "verbs": [_verb(verb, view) for verb in known_verbs(view)],
        "fields": [_field(sight, view) for sight in sights],
        "related": [
            {"entity": one.entity, "via": one.via, "label": one.label.as_json()}
            for one in entity.related
            if one.entity in readable
        ],
    }


def _verb(verb: Verb, view: View) -> dict[str, Any]:
    return {
        "name": verb.name,
        "label": verb.label.as_json(),
        "of": sorted(verb.of),
        "to": verb.to or None,
        "asks": [
            {
                "field": ask.field,
                "required": ask.required,
                "now": ask.now,
                "help": ask.help.as_json() if ask.help else None,
            }
            for ask in verb.asks
            if view.lens.highest(ask.field) >= Right.WRITE
        ],
        "grave": verb.grave,
        "undoable": verb.undoable,
    }


def _field(sight: Sight, view: View) -> dict[str, Any]:
    field, right = sight.field, view.lens.highest(sight.field.name)
    return {
        "name": field.name,
        "label": field.label.as_json(),
        "type": field.type.name,
        "right": "read" if right is Right.WRITE and field.fixed else right.name.lower(),
        "sortable": sight.sortable,
        "filterable": bool(sight.operators),
        "groupable": groupable(sight),
        "summable": summable(sight),
        "searchable": field.searchable,
        "in_list": field.in_list,
        "target": field.target or None,
        "choices": [
            {"value": option.value, "label": option.label.as_json(), "retired": option.retired}
            for option in field.options
        ],
        "operators": [
            {"name": operator.name, "label": operator.label.as_json(), "takes": operator.takes}
            for operator in sight.operators
        ],
        "required": field.required and not field.filled,
        "read_only": field.fixed or (field.once and bool(view.entity.series) and field.name == "number"),
        "once": field.once,
        "asked_later": view.entity.asked_later(field),
        "default": field.default if right >= Right.READ and not field.fixed else None,
        "sensitivity": field.sensitivity,
        "origin": field.origin,
        "section": field.section,
        "help": field.help.as_json() if field.help else None,
        "settings": _settings(field.settings),
    }


def _settings(settings: FieldSettings) -> dict[str, Any]:
    return asdict(settings) | {
        "minimum": None if settings.minimum is None else str(settings.minimum),
        "maximum": None if settings.maximum is None else str(settings.maximum),
        "columns": [{"name": name, "type": type} for name, type in settings.columns],
        "result": settings.result or None,
    }


def describe_periods() -> list[dict[str, Any]]:
    """What `during` takes."""
    return [{"name": period.name, "label": period.label.as_json()} for period in PERIODS.values()]
