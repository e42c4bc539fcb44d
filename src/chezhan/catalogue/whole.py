"""A whole catalogue: what exists in one store."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.registry import UnknownEntity, entities

BUILT_IN_DIGEST = "built-in"


@dataclass(frozen=True)
class Catalogue:
    """`digest`: a hash of its content, equal in stores that have the same. Entities in the order they are shown."""

    entities: tuple[Entity, ...]
    digest: str

    @cached_property
    def by_name(self) -> Mapping[str, Entity]:
        return {entity.name: entity for entity in self.entities}

    @cached_property
    def tells_time(self) -> bool:
        """Whether a formula may ask for the present moment, so that what is made of it does not last."""
        return any("now" in one.formula or "现在" in one.formula for kind in self.entities for one in kind.own_fields)

    def entity_named(self, name: str) -> Entity:
        """Raises UnknownEntity (404), for a retired one too."""
        try:
            return self.by_name[name]
        except KeyError:
            raise UnknownEntity(params={"entity": name[:40]}) from None


@cache
def built_in() -> Catalogue:
    """What ships, with nothing added. Call once the entities have been discovered."""
    return Catalogue(entities=entities(), digest=BUILT_IN_DIGEST)
