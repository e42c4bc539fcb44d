"""An OpenAPI 3.1 document of the kinds of record that the asker sees in a store, its own and added ones alike."""

from typing import Any

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.catalogue.openapi.refusals import REFUSAL, REFUSED, REFUSING
from chezhan.catalogue.openapi.shapes import ID, Shape, shape_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of

NAMED = {"name": "X-Store", "in": "header", "schema": {"type": "string"}, "description": "not needed with a token"}
ONCE = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string", "maxLength": 200}}
RECORD_ID = {"name": "id", "in": "path", "required": True, "schema": ID}
LIST = ("q", "sort", "filter", "fields", "tags", "cursor")
Document = dict[str, Any]


def describe_api(*, actor: Actor) -> Document:
    """Hidden fields and kinds are absent; what may not be written is not in what may be sent."""
    viewer = viewer_of(actor)
    paths: Document = {}
    schemas: Document = {}
    for kind in viewer.entities():
        view = View(viewer, kind)
        schemas[kind.name] = _read(view)
        schemas[f"{kind.name}_values"] = _sent(view)
        paths |= _paths(view)
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Chezhan: {actor.in_store.name}", "version": "1"},
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": {**schemas, REFUSED: REFUSAL},
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer", "bearerFormat": "cz_…"}},
        },
    }


def _read(view: View) -> Document:
    own: dict[str, Shape] = {"id": ID, "version": {"type": "integer"}}
    for sight in view.sights():
        # A mask is text, whatever it stands for.
        masked = view.lens.highest(sight.field.name) is Right.MASKED
        own[sight.field.name] = {"type": ["string", "null"]} if masked else shape_of(sight.field, sent=False)
    return {"type": "object", "title": view.entity.label.en, "properties": own, "required": ["id"]}


def _sent(view: View) -> Document:
    fields = [sight.field for sight in view.sights() if not sight.field.fixed]
    writable = [field for field in fields if view.lens.highest(field.name) is Right.WRITE]
    return {
        "type": "object",
        "properties": {field.name: shape_of(field, sent=True) for field in writable},
        "additionalProperties": False,
    }


def _paths(view: View) -> Document:
    name, actions = view.entity.name, view.lens.actions
    record = _json({"type": "object", "properties": {"record": _ref(name)}})
    page = _json(
        {
            "type": "object",
            "properties": {
                "rows": {"type": "array", "items": _ref(name)},
                "next_cursor": {"type": ["string", "null"]},
            },
        }
    )
    values = {"values": _ref(f"{name}_values")}
    many: Document = {"get": _operation(f"list_{name}", page, query=LIST)}
    one: Document = {"get": _operation(f"get_{name}", record), "parameters": [RECORD_ID]}
    if Action.CREATE in actions:
        many["post"] = _operation(f"create_{name}", record, status="201", body={"properties": values})
    if view.viewer.lens(view.entity).fields and _sent(view)["properties"]:
        change = {"properties": {"version": {"type": "integer"}, **values}, "required": ["version", "values"]}
        one["patch"] = _operation(f"change_{name}", record, body=change)
    return {f"/api/store/records/{name}": many, f"/api/store/records/{name}/{{id}}": one}


def _operation(
    name: str, answer: Document, *, status: str = "200", query: tuple[str, ...] = (), body: Document | None = None
) -> Document:
    asked = [{"name": one, "in": "query", "schema": {"type": "string"}} for one in query]
    operation: Document = {
        "operationId": name,
        "parameters": [NAMED, *([ONCE] if status == "201" else []), *asked],
        "responses": {status: {"description": "", **answer}, "default": REFUSING},
    }
    if body is not None:
        operation["requestBody"] = {"required": True, **_json({"type": "object", **body})}
    return operation


def _json(schema: Document) -> Document:
    return {"content": {"application/json": {"schema": schema}}}


def _ref(name: str) -> Document:
    return {"$ref": f"#/components/schemas/{name}"}
