"""What a person sees first in a store."""

from typing import Any

from chezhan.access import Actor
from chezhan.access.permissions import permissions_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import Statement, run, together
from chezhan.catalogue.records.viewer import viewer_of
from tenants.directory import StoreRef


def read_home(*, actor: Actor, store: StoreRef) -> dict[str, Any]:
    """The store, the actor's roles and permissions there, and how many records of each readable kind it has."""
    viewer = viewer_of(actor)
    kinds = viewer.entities()
    counts = [_count(View(viewer, kind)) for kind in kinds]
    found = run(together(counts), person_id=actor.person_id) if counts else ()
    return {
        "store": {
            "id": store.id, "slug": store.slug, "name": store.name, "pack": store.pack, "status": store.status,
        },
        "roles": sorted(actor.roles),
        "permissions": permissions_of(actor=actor),
        "counts": dict(zip((kind.name for kind in kinds), found, strict=True)),
    }  # fmt: skip


def _count(view: View) -> Statement:
    """One column: how many records of the kind the viewer sees."""
    sql, params = view.seen().order_by().values("id").query.sql_with_params()
    return Statement(f"(SELECT count(*) FROM ({sql}) seen)", params)
