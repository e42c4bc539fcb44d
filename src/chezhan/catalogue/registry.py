"""All entities by name, gathered from every installed app's `entities.py`."""

import re
from collections.abc import Iterable
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from chezhan.catalogue.entity import Entity
from chezhan.kernel.errors import AppError

NAME = re.compile(r"^[a-z][a-z0-9_]{0,39}$")
_entities: dict[str, Entity] = {}


class UnknownEntity(AppError):
    code = "unknown_entity"
    status = 404
    message = "There is no such kind of record; GET /api/store/entities lists them."


def discover() -> None:
    """Take up every Entity that stands in an installed app's `entities` module, and what its `policies` ship."""
    for config in apps.get_app_configs():
        if module_has_submodule(config.module, "entities"):
            take_up(vars(import_module(f"{config.name}.entities")).values())
        if module_has_submodule(config.module, "policies"):
            import_module(f"{config.name}.policies")


def take_up(values: Iterable[object]) -> None:
    """Add the entities among `values`. Raises ValueError for a bad name, one taken, or a field that is not there."""
    for entity in values:
        if not isinstance(entity, Entity) or _entities.get(entity.name) is entity:
            continue
        if entity.name in _entities:
            raise ValueError(f"two entities are called {entity.name}")
        for name in (entity.name, *entity.fields):
            if not NAME.match(name):
                raise ValueError(f"{entity.name}: not a name: {name!r}")
        for name in (*entity.title, *entity.told_by, *entity.key_facts, entity.sort.lstrip("-")):
            if name not in entity.fields:
                raise ValueError(f"{entity.name} has no field {name!r} for its title, its key facts or its order")
        _check_happens(entity)
        _check_joins(entity)
        _check_verbs(entity)
        _entities[entity.name] = entity


def _check_happens(entity: Entity) -> None:
    """Raises ValueError for a moment, or a first link, that is not there."""
    happens = entity.happens
    if happens and {happens.at, *(path.split(".")[0] for path in happens.of)} - entity.fields.keys():
        raise ValueError(f"{entity.name} happens at, or of, what is not there")


def _check_joins(entity: Entity) -> None:
    """Raises ValueError where what it joins is not two required links to one kind of record."""
    links = [entity.fields[name] for name in entity.joins if name in entity.fields]
    if entity.joins and (
        len(links) != 2 or links[0].target != links[1].target or not all(one.required for one in links)
    ):
        raise ValueError(f"{entity.name} joins two records of one kind, by two links that it can't be without")


def _check_verbs(entity: Entity) -> None:
    """Raises ValueError for a state that people write, and for verbs that move or ask for what is not there."""
    if not entity.state:
        if entity.verbs or entity.settled or entity.brought:
            raise ValueError(f"{entity.name} has verbs and no state")
        return
    state = entity.fields[entity.state]
    states = {option.value for option in state.options}
    if not entity.settled <= entity.fields.keys() or not (entity.open_in | entity.brought) <= states:
        raise ValueError(f"{entity.name} settles fields, or in states, that are not there")
    if not state.read_only or len(entity.verb) != len(entity.verbs):
        raise ValueError(f"{entity.name}.{entity.state} is read only, and its verbs have names of their own")
    for one in entity.verbs:
        if not one.of or not one.of <= states or (one.to and one.to not in states):
            raise ValueError(f"{entity.name}.{one.name} moves between states that are not there")
        if unknown := {*(ask.field for ask in one.asks), *one.looks_at} - entity.fields.keys():
            raise ValueError(f"{entity.name}.{one.name} asks for {sorted(unknown)}")


def entities() -> tuple[Entity, ...]:
    return tuple(_entities.values())


def entity_named(name: str) -> Entity:
    """Raises UnknownEntity (404)."""
    try:
        return _entities[name]
    except KeyError:
        raise UnknownEntity(params={"entity": name[:40]}) from None
