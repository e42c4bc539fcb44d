"""Who uses a field: formulas, kept views, policies. Read on the owner alias, inside an open transaction of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import orjson

from chezhan.access.models import AccessCeiling, AccessPolicy
from chezhan.catalogue.definitions.contracts import Definition, FieldDefinition
from chezhan.catalogue.definitions.formulas.checking import broken_in
from chezhan.catalogue.records.saved.models import SavedView
from tenants.roles import OWNER


@dataclass(frozen=True, slots=True)
class Uses:
    """`formulas`: (entity, field). `views`: names of the shared ones; `private_views`: how many of people's own.

    `roles`: those whose policy has a condition on the field; `ceiling`: whether the group's has.
    """

    formulas: tuple[tuple[str, str], ...]
    views: tuple[str, ...]
    private_views: int
    roles: tuple[str, ...]
    ceiling: bool

    @property
    def rights(self) -> bool:
        """Whether taking the field away would leave a policy without its meaning."""
        return bool(self.roles) or self.ceiling


def uses_of(*, definition: Definition, entity: str, name: str) -> Uses:
    found = [one for one in SavedView.objects.using(OWNER).filter(entity=entity).order_by("name") if _uses(one, name)]
    policies = AccessPolicy.objects.using(OWNER).filter(entity=entity).order_by("role")
    ceilings = AccessCeiling.objects.using(OWNER).filter(entity=entity)
    return Uses(
        formulas=tuple(sorted(broken_in(_without(definition, entity, name)).keys() - broken_in(definition).keys())),
        views=tuple(one.name for one in found if one.shared),
        private_views=sum(not one.shared for one in found),
        roles=tuple(one.role for one in policies if name in names_in(_predicate(one.policy))),
        ceiling=any(name in names_in(_predicate(one.policy)) for one in ceilings),
    )


def names_in(condition: str) -> set[str]:
    """The fields of a rule group in JSON; of what can't be read, none."""
    try:
        return set(_names(orjson.loads(condition or "{}")))
    except orjson.JSONDecodeError:
        return set()


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        if isinstance(data.get("field"), str):
            yield data["field"]
        for value in data.values():
            yield from _names(value)
    elif isinstance(data, list):
        for value in data:
            yield from _names(value)


def _uses(view: SavedView, name: str) -> bool:
    sorted_by = {part.removeprefix("-") for part in view.sort.split(",")}
    return name in view.columns or name in sorted_by or name in names_in(view.filter)


def _predicate(policy: Any) -> str:
    rows = policy.get("rows") if isinstance(policy, dict) else None
    return str(rows.get("predicate") or "") if isinstance(rows, dict) else ""


def _without(definition: Definition, entity: str, name: str) -> Definition:
    """The field retired; one that ships and was never changed gets a row for that."""
    row = next((one for one in definition.fields if (one.entity, one.name) == (entity, name)), None)
    gone = replace(row or FieldDefinition(entity, name), retired=True)
    return replace(definition, fields=(*(one for one in definition.fields if one is not row), gone))
