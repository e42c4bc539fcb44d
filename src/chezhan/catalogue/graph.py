"""The store's whole graph of model classes: what ships, with the columns and tables that were added.

A join through a class outside the graph fails in Django, so every class is cloned, into registries of their own. The
classes are shared by all stores whose definitions have one shape.
"""

from collections.abc import Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from django.apps.registry import Apps
from django.db import models

from chezhan.catalogue.definitions.contracts import Definition, EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.fields import as_field
from chezhan.catalogue.record import Record
from chezhan.catalogue.registry import entities
from chezhan.catalogue.types import LINK
from chezhan.kernel.latest import Latest

Models = Mapping[str, type[Record]]
OWN = "own"
_graphs: Latest[Models] = Latest(50)


def models_for(definition: Definition) -> Models:
    """By entity's name. With nothing added these are the classes that ship."""
    if not definition.columns and not definition.tables:
        return {entity.name: entity.model for entity in entities()}
    return _graphs.make_once(definition.shape, lambda: build_graph(definition))


def build_graph(definition: Definition) -> Models:
    """The classes anew, unmanaged, on the tables there are."""
    columns: dict[str, list[FieldDefinition]] = {}
    for one in definition.columns:
        columns.setdefault(one.entity, []).append(one)
    places = {entity.name: entity.model._meta.label for entity in entities()}
    places |= {one.name: f"{OWN}.{one.name}" for one in definition.tables}
    names: dict[type[models.Model], str] = {entity.model: entity.name for entity in entities()}
    private = Apps()
    private.app_configs = _configs(private)  # type: ignore[assignment]
    graph: dict[str, type[Record]] = {}
    for model in _with_what_they_reach(names):
        name = names.get(model, "")
        clone = _clone(model, private, _added(columns.get(name, ()), places))
        if name:
            graph[name] = clone
    for table in definition.tables:
        graph[table.name] = own_model(table, private, _added(columns.get(table.name, ()), places))
    # Only now: a registry that is ready forgets every model's relations with each class that comes in.
    private.apps_ready = private.models_ready = private.ready = True
    private.clear_cache()
    return graph


def own_model(table: EntityDefinition, private: Apps, added: Mapping[str, models.Field]) -> type[Record]:
    """The class of an added entity."""
    index = models.Index(fields=["created_at", "id"], name=f"{table.name}_latest"[:30])
    return _class(table.name, (Record,), OWN, {"db_table": table.name, "apps": private, "indexes": [index]}, added)


def column_of(one: FieldDefinition, *, places: Mapping[str, str]) -> models.Field:
    """The model field of an addition: nullable and without constraints; a link's leads to `places[target]`."""
    field = as_field(one)
    if field.type is LINK:
        return models.ForeignKey(
            places[one.target],
            on_delete=models.DO_NOTHING,
            null=True,
            db_constraint=False,
            db_index=False,
            db_column=one.column_name,
            related_name=reverse_name(one),
        )
    # Index, tail and sealed text in one value: see catalogue.sealing.
    column = models.BinaryField(null=True) if field.sensitivity == "sealed" else field.type.column(field)
    column.db_column = one.column_name
    return column


def reverse_name(one: FieldDefinition) -> str:
    """By what a link is followed backwards. Names don't hold `_by_x_`, so that two links never share one."""
    return f"{one.entity}_by_{one.name}"


def _added(columns: Iterable[FieldDefinition], places: Mapping[str, str]) -> dict[str, models.Field]:
    return {one.name: column_of(one, places=places) for one in columns}


def _clone(model: type[models.Model], private: Apps, added: Mapping[str, models.Field]) -> type[Any]:
    options = model._meta
    base = Record if issubclass(model, Record) else models.Model
    inherited = {field.name for field in base._meta.local_fields} if base is Record else set()
    own = {
        field.name: field.clone()
        for field in (*options.local_fields, *options.local_many_to_many)
        if field.name not in inherited
    }
    meta = {"db_table": options.db_table, "ordering": options.ordering, "apps": private}
    return _class(options.object_name or "", (base,), options.app_label, meta, {**own, **added})


def _class(
    name: str, bases: tuple[type, ...], label: str, meta: Mapping[str, Any], fields: Mapping[str, models.Field]
) -> type[Any]:
    options = type("Meta", (), {"app_label": label, "managed": False, **meta})
    return type(name, bases, {"__module__": __name__, "Meta": options, **fields})


def _with_what_they_reach(roots: Iterable[type[models.Model]]) -> list[type[models.Model]]:
    """The models and those that their relations lead to, each once."""
    found: dict[type[models.Model], None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop(0)
        if model in found:
            continue
        found[model] = None
        related = (field.related_model for field in (*model._meta.local_fields, *model._meta.local_many_to_many))
        waiting.extend(other for other in related if isinstance(other, type))
    return list(found)


class _Config(SimpleNamespace):
    """As much of an AppConfig as finding all models takes."""

    def get_models(self, include_auto_created: bool = False, include_swapped: bool = False) -> list[type[models.Model]]:
        known = self.registry.all_models[self.label].values()
        return [model for model in known if include_auto_created or not model._meta.auto_created]


def _configs(private: Apps) -> dict[str, _Config]:
    labels = {entity.model._meta.app_label for entity in entities()} | {OWN}
    return {label: _Config(label=label, name=label, registry=private) for label in labels}
