"""A print template of each kind that names every field, over links and in tables too; in both twins alike.

Without the store's name, which differs between them, and which a PDF's bytes hold packed.
"""

from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from chezhan.catalogue.entity import Entity
from chezhan.engines.printing.layout import read_layout
from chezhan.engines.printing.models import PrintTemplate
from tenants.context import tenant_context
from tenants.directory import StoreRef

TABLE_COLUMNS = 12
# In a block of text.
LINES = 10


def template_id(entity: Entity) -> UUID:
    return uuid5(NAMESPACE_OID, f"print {entity.name}")


def put_prints(store: StoreRef, entities: tuple[Entity, ...]) -> None:
    with tenant_context(store):
        for entity in entities:
            made = template_id(entity)
            layout = {
                "blocks": list(_blocks(entity, entities)),
                "header": "{{@title}}",
                "footer": "{{@page}}/{{@pages}}",
            }
            read_layout(layout)
            PrintTemplate.objects.create(
                id=made, entity=entity.name, name="打印", layout=layout, kept=layout, changed_by=made
            )


def _blocks(entity: Entity, entities: tuple[Entity, ...]) -> Any:
    names = [one.name for one in entity.fields.values() if not one.retired]
    for first in range(0, len(names), LINES):
        lines = [f"{name}: {{{{{name}}}}} {{{{{name}|capitals}}}}" for name in names[first : first + LINES]]
        yield {"kind": "text", "id": f"t{first}", "text": "\n".join(lines)}
    yield {"kind": "facts", "id": "all"}
    yield {"kind": "facts", "id": "named", "fields": names}
    by_name = {one.name: one for one in entities}
    for number, link in enumerate(one for one in entity.own_fields if one.target in by_name):
        beyond = [f"{link.name}.{one.name}" for one in by_name[link.target].fields.values()]
        yield {"kind": "facts", "id": f"l{number}", "fields": beyond}
    for number, related in enumerate(entity.related):
        for fields in ([], [one.name for one in by_name[related.entity].own_fields][:TABLE_COLUMNS]):
            source = f"{related.entity}.{related.via}"
            yield {"kind": "rows", "id": f"r{number}-{len(fields)}", "source": source, "fields": fields, "total": True}
    for number, name in enumerate(names):
        yield {"kind": "rows", "id": f"s{number}", "source": name}
