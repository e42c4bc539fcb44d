"""Tokens by the set: claimed with their instances, moved, put to rest, taken away. In the store's transaction."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from chezhan.engines.flows.models import FlowToken
from chezhan.kernel import clock

State = FlowToken.State
# The instance's row is the lock: whoever moves one of its tokens holds it, so that a join or a decision is made once.
CLAIM = """
SELECT t.id, t.instance_id, t.moves, t.came, i.record_id, i.starter, i.cause
FROM flow_token t JOIN flow_instance i ON i.id = t.instance_id
WHERE t.state = 'ready' AND t.flow_id = %s AND t.number = %s AND t.node = %s AND i.status = 'running'
  AND (%s::uuid IS NULL OR t.instance_id = %s)
ORDER BY t.id LIMIT %s FOR UPDATE OF i, t SKIP LOCKED
"""
PLACES = """
SELECT DISTINCT flow_id, number, node FROM flow_token
WHERE state = 'ready' AND (%s::uuid IS NULL OR flow_id = %s) AND (%s::uuid IS NULL OR instance_id = %s)
"""
MOVE = """
UPDATE flow_token SET node = %s, state = 'ready', came = %s, moves = moves + 1, code = '', since = %s
WHERE id = ANY(%s::uuid[])
"""
REST = "UPDATE flow_token SET state = %s, code = %s, since = %s WHERE id = ANY(%s::uuid[])"


@dataclass(frozen=True, slots=True)
class Token:
    """`cause`: of its instance."""

    id: UUID
    instance_id: UUID
    moves: int
    came: str
    record_id: UUID
    starter: UUID | None
    cause: tuple[str, ...]

    @classmethod
    def of(cls, row: FlowToken) -> "Token":
        return cls(
            id=row.id,
            instance_id=row.instance_id,
            moves=row.moves,
            came=row.came,
            record_id=row.instance.record_id,
            starter=row.instance.starter,
            cause=tuple(row.instance.cause),
        )


@dataclass(frozen=True, slots=True)
class Place:
    flow_id: UUID
    number: int
    node: str


def ready_places(*, flow_id: UUID | None = None, instance_id: UUID | None = None) -> list[Place]:
    with connection.cursor() as cursor:
        cursor.execute(PLACES, [flow_id, flow_id, instance_id, instance_id])
        return [Place(*row) for row in cursor.fetchall()]


def claim(place: Place, *, limit: int, instance_id: UUID | None = None) -> list[Token]:
    """Those that nobody else is at, each instance held until the transaction ends."""
    with connection.cursor() as cursor:
        told: list[Any] = [place.flow_id, place.number, place.node, instance_id, instance_id, limit]
        cursor.execute(CLAIM, told)
        return [
            Token(id_, instance, moves, came, record, starter, tuple(orjson.loads(cause)))
            for id_, instance, moves, came, record, starter, cause in cursor.fetchall()
        ]


def move_to(node: str, *, edge: str, tokens: Sequence[Token]) -> None:
    _run(MOVE, [node, edge, clock.now(), _ids(tokens)])


def rest(tokens: Sequence[Token], *, state: State, code: str = "") -> None:
    if tokens:
        _run(REST, [state.value, code[:80], clock.now(), _ids(tokens)])


def take_away(token_ids: Collection[UUID]) -> None:
    FlowToken.objects.filter(id__in=token_ids).delete()


def split(tokens: Sequence[Token], *, place: Place, edge: str) -> None:
    """Another token for each, that comes by this edge to the node `place` tells."""
    now = clock.now()
    FlowToken.objects.bulk_create(
        (
            FlowToken(
                instance_id=one.instance_id,
                flow_id=place.flow_id,
                number=place.number,
                node=place.node,
                came=edge,
                moves=one.moves + 1,
                since=now,
            )
            for one in tokens
        ),
        batch_size=2_000,
    )


def _run(statement: str, params: list) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)


def _ids(tokens: Sequence[Token]) -> list[str]:
    return [str(one.id) for one in tokens]
