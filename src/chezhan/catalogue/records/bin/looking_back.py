"""Deleted records laid back under the lens, among those that are there: what reads within sees them as they were."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from uuid import UUID

from django.db import connection

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.statements import beneath

# Within, the name still means the table itself.
TOGETHER = """{table} AS NOT MATERIALIZED (
  SELECT (jsonb_populate_record(NULL::{table}, r.row)).*
  FROM recycled_record r WHERE r.entity = %s AND r.record_id = ANY(%s)
  UNION ALL SELECT * FROM {table})"""


def as_they_were(*, kind: Entity, record_ids: Collection[UUID]) -> AbstractContextManager[None]:
    """Of these the ones that lie in the bin. For reading alone: writing finds them gone."""
    table = connection.ops.quote_name(kind.model._meta.db_table)
    return beneath(sql=TOGETHER.format(table=table), params=(kind.name, list(record_ids)))
