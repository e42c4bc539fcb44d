"""The doors of paper: records printed by templates that name all there is, and the templates themselves."""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.prints import template_id
from tests.bench.fieldpolicy.twins import ROWS, id_of


@door
def print(hidden: Hidden) -> Iterator[Ask]:
    """Of the kind itself and of those that lead to it or belong to it."""
    for entity in hidden.entities:
        ids = [str(id_of(entity.name, number)) for number in range(ROWS)]
        body = {"ids": ids, "template": str(template_id(entity))}
        yield Ask("", f"{STORE}print/{entity.name}", "POST", body=body)


@door
def template(hidden: Hidden) -> Iterator[Ask]:
    name, design = hidden.entity.name, f"{STORE}design/print"
    yield Ask("", f"{STORE}print/{name}")
    yield Ask("", design, params={"entity": name})
    yield Ask("", f"{design}/places", params={"entity": name})
    layout = {"blocks": [{"kind": "text", "id": "a", "text": f"{{{{{hidden.field.name}}}}}"}]}
    yield Ask("", f"{design}/preview", "POST", body={"entity": name, "layout": layout})
