"""Write down what happened."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from chezhan.engines.flows.models import FlowEntry
from chezhan.kernel import clock
from chezhan.kernel.ids import new_ids

ALIKE = """
INSERT INTO flow_entry (id, instance_id, node, kind, by, at, text, details, signature)
SELECT e.id, e.instance_id, %s, %s, NULL, %s, '', %s::jsonb, NULL
FROM unnest(%s::uuid[], %s::uuid[]) AS e (id, instance_id)
"""


def enter(
    *, instance_id: UUID, kind: str, node: str = "", by: UUID | None = None, text: str = "",
    signature: Any = None, **details: Any,
) -> None:  # fmt: skip
    FlowEntry.objects.create(
        instance_id=instance_id,
        kind=kind,
        node=node,
        by=by,
        text=text,
        signature=signature,
        details=_plain(details),
    )


def enter_alike(*, instance_ids: Collection[UUID], kind: str, node: str = "", **details: Any) -> None:
    """The same of many, by the flow itself, in one statement."""
    if not instance_ids:
        return
    ids = [str(one) for one in instance_ids]
    told = orjson.dumps(_plain(details)).decode()
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, [node, kind, clock.now(), told, new_ids(len(ids)), ids])


def enter_each(rows: Sequence[FlowEntry]) -> None:
    FlowEntry.objects.bulk_create(rows, batch_size=2_000)


def _plain(details: dict[str, Any]) -> dict[str, Any]:
    return {
        name: [str(one) for one in value] if isinstance(value, list | tuple | set) else
        str(value) if isinstance(value, UUID) else value
        for name, value in details.items()
    }  # fmt: skip
