"""What ships and what was defined, made one catalogue. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from chezhan.catalogue.definitions.contracts import Definition, EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.fields import as_field, overridden
from chezhan.catalogue.entity import STAMPS, Entity, Field, Related
from chezhan.catalogue.graph import Models, models_for
from chezhan.catalogue.labels import Label
from chezhan.catalogue.registry import entities
from chezhan.catalogue.types import LINK
from chezhan.catalogue.whole import Catalogue, built_in

STEP = 10


def compose(definition: Definition) -> Catalogue:
    """Retired entities and fields are not in it."""
    if definition == Definition():
        return built_in()
    graph = models_for(definition)
    rows: dict[str, list[FieldDefinition]] = {}
    for one in definition.fields:
        rows.setdefault(one.entity, []).append(one)
    changed = {one.name: one for one in definition.entities}
    whole = [_shipped(entity, graph, changed.get(entity.name), rows.get(entity.name, ())) for entity in entities()]
    whole += [_own(one, graph, rows.get(one.name, ())) for one in definition.tables if not one.retired]
    whole = _without_dead_links(whole)
    return Catalogue(entities=_in_order(_linked(whole), changed), digest=definition.digest)


def entity_order(definition: Definition) -> list[str]:
    """The names of all kinds of record in order, retired ones too."""
    names = [*(entity.name for entity in entities()), *(one.name for one in definition.tables)]
    return _placed(names, {one.name: one for one in definition.entities})


def all_fields(entity: Entity | None, rows: Iterable[FieldDefinition]) -> list[Field]:
    """The fields of one entity in order, retired ones too. `entity`: as it ships; None for an addition."""
    by_name = {one.name: one for one in rows}
    placed: list[tuple[int, Field]] = []
    for index, field in enumerate(entity.own_fields if entity else (), start=1):
        row = by_name.pop(field.name, None)
        position = row.position if row and row.position is not None else index * STEP
        placed.append((position, overridden(field, row) if row else field))
    last = max((position for position, _ in placed), default=0)
    for index, row in enumerate((row for row in by_name.values() if row.added), start=1):
        placed.append((last + index * STEP if row.position is None else row.position, as_field(row)))
    return [field for _, field in sorted(placed, key=lambda pair: pair[0])]


def _shipped(entity: Entity, graph: Models, row: EntityDefinition | None, rows: Iterable[FieldDefinition]) -> Entity:
    row = row or EntityDefinition(entity.name)
    return replace(
        entity,
        model=graph[entity.name],
        label=Label(row.label_zh or entity.label.zh, row.label_en or entity.label.en),
        label_plural=Label(row.plural_zh or entity.label_plural.zh, row.plural_en or entity.label_plural.en),
        own_fields=tuple(field for field in all_fields(entity, rows) if not field.retired),
    )


def _own(row: EntityDefinition, graph: Models, rows: Iterable[FieldDefinition]) -> Entity:
    fields = tuple(field for field in all_fields(None, rows) if not field.retired)
    known = {field.name for field in fields}
    return Entity(
        name=row.name,
        model=graph[row.name],
        label=Label(row.label_zh, row.label_en),
        label_plural=Label(row.plural_zh, row.plural_en),
        title=tuple(name for name in row.title if name in known) or (STAMPS[0].name,),
        sort=f"-{STAMPS[0].name}",
        own_fields=fields,
    )


def _without_dead_links(whole: list[Entity]) -> list[Entity]:
    """A link to a retired entity leads nowhere until that is brought back."""
    names = {entity.name for entity in whole}
    return [
        replace(entity, own_fields=tuple(one for one in entity.own_fields if not one.target or one.target in names))
        for entity in whole
    ]


def _linked(whole: list[Entity]) -> list[Entity]:
    """Each added link is also followed from its target."""
    back: dict[str, list[Related]] = {}
    for entity in whole:
        links = [field for field in entity.own_fields if field.type is LINK and field.origin != "product"]
        for field in links:
            label = entity.label_plural if len(links) == 1 else _both(entity.label_plural, field.label)
            back.setdefault(field.target, []).append(Related(entity.name, via=field.name, label=label))
    return [replace(entity, related=(*entity.related, *back.get(entity.name, ()))) for entity in whole]


def _both(plural: Label, field: Label) -> Label:
    return Label(f"{plural.zh}（{field.zh}）", f"{plural.en} ({field.en})")


def _in_order(whole: list[Entity], rows: dict[str, EntityDefinition]) -> tuple[Entity, ...]:
    by_name = {entity.name: entity for entity in whole}
    return tuple(by_name[name] for name in _placed(list(by_name), rows))


def _placed(names: list[str], rows: dict[str, EntityDefinition]) -> list[str]:
    def place(pair: tuple[int, str]) -> int:
        index, name = pair
        row = rows.get(name)
        return (index + 1) * STEP if row is None or row.position is None else row.position

    return [name for _, name in sorted(enumerate(names), key=place)]
