"""A new store begins with the fields and kinds of record that its group has everywhere. One of NEW_STORE_STEPS."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import structlog
from django.db import connections
from django_tenants.postgresql_backend.base import DatabaseWrapper

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.services.add_field import build_columns, insert_row
from chezhan.catalogue.definitions.services.change_field import apply_changes
from chezhan.catalogue.definitions.services.entities import insert_entity
from chezhan.headquarters.design.comparing import field_differs
from chezhan.headquarters.design.models import GroupDesign
from chezhan.headquarters.design.spreading import HQ
from chezhan.headquarters.design.wanted import draft_of, entity_draft_of, wanted_field, wanted_of
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef
from tenants.revision import bump_revision
from tenants.roles import OWNER

log = structlog.get_logger(__name__)


def inherit_design(*, store: StoreRef) -> None:
    """Within the owner's open transaction. What is refused is left out, and headquarters sees that it is missing: a
    field never keeps a store from being made.
    """
    wanted = [row for row in wanted_of(group_id=store.group.id) if row.everywhere]
    if not wanted:
        return
    design = Design(actor=_whoever_made(wanted[0], store), store=store, origin=HQ)
    with _in_schema(store):
        # Tables before the columns that go onto them; columns all at once, since each other set of them is a graph of
        # model classes of its own.
        made = [field for row in wanted if (field := _inherit(design, row)) is not None]
        for entity in dict.fromkeys(field.entity for field in made):
            build_columns(design, entity=entity, rows=[field for field in made if field.entity == entity])
        design.run_statements()
    if design.changed:
        bump_revision(store_id=store.id)


def _inherit(design: Design, row: GroupDesign) -> CatalogueField | None:
    """A field that needs its column yet."""
    design.actor = _whoever_made(row, design.store)
    try:
        return _made(design, row)
    except AppError as refusal:
        log.warning("design_not_inherited", store=design.store.slug, entity=row.entity, code=refusal.code)
        return None


def _made(design: Design, row: GroupDesign) -> CatalogueField | None:
    added = bool(row.definition["type"]) if row.name else True
    if not added:
        _override(design, row)
    elif row.definition["retired"]:
        return None
    elif row.name:
        return insert_row(design, entity=row.entity, draft=draft_of(wanted_field(row)))
    else:
        insert_entity(design, draft=entity_draft_of(row))
        design.run_statements()
    return None


def _override(design: Design, row: GroupDesign) -> None:
    """A field that ships, as headquarters wants it shown."""
    wanted = wanted_field(row)
    field = design.field_row(entity=row.entity, name=row.name)
    apply_changes(field, field_differs(wanted=wanted, found=type(wanted)(row.entity, row.name)), origin=HQ)
    field.retired_at = clock.now() if wanted.retired else None
    design.record("field_changed", before=None, row=field)


def _whoever_made(row: GroupDesign, store: StoreRef) -> Actor:
    return Actor(
        person_id=row.made_by,
        person_name=row.made_by_name,
        language="zh",
        group=store.group,
        store=store,
        roles=frozenset(),
    )


@contextmanager
def _in_schema(store: StoreRef) -> Iterator[None]:
    """The transaction that is open goes on in the store's schema."""
    connection = cast(DatabaseWrapper, connections[OWNER])
    connection.set_schema(store.schema)
    try:
        yield
    finally:
        connection.set_schema_to_public()
