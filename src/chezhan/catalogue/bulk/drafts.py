"""Records as they shall become, compared with what is there, and written set by set."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.following import followed
from chezhan.catalogue.bulk.statements import as_json_value, insert_rows, update_rows
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.record import Record
from chezhan.catalogue.sealing import same
from chezhan.kernel import outbox
from chezhan.kernel.ids import new_id
from tenants.directory import StoreRef

EMPTY = (None, "")
# Who wrote a record and when: written with it, never compared.
STAMPS = {"created_at", "created_by", "updated_at", "updated_by"}


@dataclass(slots=True)
class Draft:
    """`current` is the row as it is, by attribute, empty for a new record; `wanted` the attributes to be written."""

    id: UUID
    current: Mapping[str, Any]
    wanted: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of_new(cls, *, since: dt.datetime | None = None) -> "Draft":
        """A record to be made; `since` is its `created_at` when it is older than this write."""
        return cls(id=new_id(), current={}, wanted={"created_at": since} if since else {})

    @property
    def is_new(self) -> bool:
        return not self.current

    def value(self, name: str) -> Any:
        """The attribute as it will be."""
        if name in self.wanted:
            return self.wanted[name]
        return self.current.get(name)

    def give(self, values: Mapping[str, Any]) -> None:
        """Write these; None means not given and changes nothing."""
        self.wanted.update({name: value for name, value in values.items() if value is not None})

    def fill(self, values: Mapping[str, Any]) -> None:
        """Write these where the record says nothing yet; what it knows stays."""
        self.give({name: value for name, value in values.items() if self.value(name) in EMPTY})

    @property
    def changed(self) -> dict[str, Any]:
        """Attribute → new value, of a record that exists."""
        return {name: value for name, value in self.wanted.items() if not same(self.current[name], value)}


def load_rows(*, model: type[Record], which: Q, lock: bool = True) -> dict[UUID, Draft]:
    """The rows that `which` matches, locked until the transaction ends unless they are only looked at, as drafts that
    change nothing yet."""
    names = [field.attname for field in model._meta.concrete_fields if field.attname not in STAMPS]
    rows = model._default_manager.filter(which).order_by("id").values(*names)
    rows = rows.select_for_update() if lock else rows
    return {row["id"]: Draft(id=row["id"], current=row) for row in rows}


def write_drafts(
    *, entity: str, model: type[Record], drafts: Iterable[Draft], actor: Actor, store: StoreRef, now: dt.datetime
) -> dict[UUID, Touch]:
    """Insert the new, update the changed (version + 1), leave the rest; answers what was touched, by record.

    Three statements and the outbox at most. The rows of existing drafts must be locked by the caller.
    """
    drafts = list(drafts)
    stamp = {"updated_at": now, "updated_by": actor.person_id}
    made = [draft for draft in drafts if draft.is_new]
    insert_rows(
        model=model,
        rows=[{**draft.wanted, "id": draft.id} for draft in made],
        usual={"created_at": now, "created_by": actor.person_id, **stamp},
    )
    moved = [(draft, changed) for draft in drafts if not draft.is_new and (changed := draft.changed)]
    names = sorted({name for _, changed in moved for name in changed})
    update_rows(
        model=model,
        rows=[
            {
                "id": draft.id,
                **{name: draft.value(name) for name in names},
                **stamp,
                "version": draft.current["version"] + 1,
            }
            for draft, _ in moved
        ],
    )
    _announce(entity=entity, made=made, moved=moved, actor=actor, store=store)
    followed(entity=entity, actor=actor, store=store, drafts=[*made, *(draft for draft, _ in moved)])
    touches = {draft.id: Touch(entity=entity, record_id=draft.id, kind="created", version=1) for draft in made}
    for draft, changed in moved:
        touches[draft.id] = Touch(
            entity=entity,
            record_id=draft.id,
            kind="updated",
            version=draft.current["version"] + 1,
            before=_json_ready({name: draft.current[name] for name in changed}),
        )
    return touches


def _announce(*, entity, made, moved, actor, store) -> None:
    who = {"entity": entity, "store_id": store.id, "actor_id": actor.person_id}
    if made:
        outbox.announce(kind="created", record_ids=[draft.id for draft in made], **who)
    alike = defaultdict(list)
    for draft, changed in moved:
        alike[tuple(sorted(changed))].append(draft)
    for names, same_names in alike.items():
        ids, versions = [draft.id for draft in same_names], [draft.current["version"] + 1 for draft in same_names]
        outbox.announce(kind="updated", record_ids=ids, versions=versions, changed=names, **who)


def _json_ready(values: Mapping[str, Any]) -> dict[str, Any]:
    return orjson.loads(orjson.dumps(values, default=as_json_value))
