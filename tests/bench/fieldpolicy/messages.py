"""A message template of each kind that names every field, over links too; in both twins alike."""

from uuid import NAMESPACE_OID, UUID, uuid5

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.texts.reaching import UNPRINTED
from chezhan.modules.messaging.models import MessageTemplate
from tenants.context import tenant_context
from tenants.directory import StoreRef


def template_id(entity: Entity) -> UUID:
    return uuid5(NAMESPACE_OID, f"message {entity.name}")


def put_templates(store: StoreRef, entities: tuple[Entity, ...]) -> None:
    by_name = {one.name: one for one in entities}
    with tenant_context(store):
        for entity in entities:
            made, names = template_id(entity), _printable(entity)
            for link in entity.own_fields:
                if link.target in by_name:
                    names += [f"{link.name}.{name}" for name in _printable(by_name[link.target])]
            MessageTemplate.objects.create(
                id=made,
                name=f"消息 {entity.name}",
                entity=entity.name,
                channel="in_app",
                purpose="notice",
                text=" ".join(f"{{{{{name}}}}}" for name in names),
                approval="approved",
                changed_by=made,
            )


def _printable(entity: Entity) -> list[str]:
    return [one.name for one in entity.fields.values() if not one.retired and one.type.name not in UNPRINTED]
