"""The sources of a store's leads: set by who designs it. A secret is shown when it is made, and never again."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.records.writes.refusals import NoSuchPerson
from chezhan.kernel import clock
from chezhan.modules.inbound.keeping import SECRET, kept
from chezhan.modules.inbound.mapping import checked
from chezhan.modules.inbound.models import LeadPost, LeadSource
from chezhan.modules.inbound.refusals import SourceChanged, SourceNameTaken, TooManySources, UnknownSource
from chezhan.modules.inbound.signing import new_secret
from tenants.links import new_token

MOST = 50
LATELY = dt.timedelta(days=30)
# For so long the secret before the present one is taken too, so that a sender can change over.
OVERLAP = dt.timedelta(days=7)
SHOWN = ("id", "name", "kind", "channel", "token", "mapping", "owner", "enabled", "per_hour", "per_day", "old_until")


@dataclass(frozen=True, slots=True)
class Wanted:
    name: str
    kind: str
    channel: str
    mapping: Mapping[str, str]
    owner: UUID | None
    enabled: bool
    per_hour: int
    per_day: int


def list_sources(*, actor: Actor) -> Sequence[dict[str, Any]]:
    """By name, with what came of posts lately. Raises Forbidden."""
    require_designer(actor=actor)
    lately = Q(posts__at__gte=clock.now() - LATELY)
    rows = LeadSource.objects.annotate(
        came=Count("posts", filter=lately),
        refused=Count("posts", filter=lately & Q(posts__outcome=LeadPost.Outcome.REFUSED)),
        waiting=Count("posts", filter=Q(posts__outcome=LeadPost.Outcome.RECEIVED)),
        last_at=Max("posts__at"),
    )
    return [head(row) for row in rows.order_by("name")]


def head(row: LeadSource) -> dict[str, Any]:
    lately = {"came": 0, "refused": 0, "waiting": 0, "last_at": None}
    told = {name: getattr(row, name) for name in (*SHOWN, "version", "changed_at")}
    return {**told, **{name: getattr(row, name, usual) for name, usual in lately.items()}, "path": path_of(row)}


def path_of(row: LeadSource) -> str:
    return f"/api/public/leads/{row.token}"


def get_source(*, actor: Actor, source_id: UUID, version: int | None = None) -> LeadSource:
    """To be changed. Raises Forbidden, UnknownSource, SourceChanged."""
    require_designer(actor=actor, writes=True)
    row = LeadSource.objects.select_for_update().filter(id=source_id).first()
    if row is None:
        raise UnknownSource
    if version is not None and row.version != version:
        raise SourceChanged(params={"version": row.version})
    return row


def create_source(*, actor: Actor, wanted: Wanted) -> tuple[LeadSource, str]:
    """With its secret, told this once. Raises Forbidden, BadMapping, NoSuchPerson, SourceNameTaken, TooManySources."""
    require_designer(actor=actor, writes=True)
    if LeadSource.objects.count() >= MOST:
        raise TooManySources(params={"limit": MOST})
    secret = new_secret()
    row = LeadSource(token=new_token(actor.in_store), secret=kept(column=SECRET, text=secret), version=0)
    return _save(actor, row, wanted), secret


def change_source(*, actor: Actor, source_id: UUID, version: int, wanted: Wanted) -> LeadSource:
    """Raises as get_source and create_source."""
    return _save(actor, get_source(actor=actor, source_id=source_id, version=version), wanted)


def rotate_secret(*, actor: Actor, source_id: UUID, version: int) -> tuple[LeadSource, str]:
    """A new secret; the present one is taken beside it for OVERLAP. Raises as get_source."""
    row, secret = get_source(actor=actor, source_id=source_id, version=version), new_secret()
    row.old_secret, row.old_until = row.secret, clock.now() + OVERLAP
    row.secret = kept(column=SECRET, text=secret)
    return _stamp(actor, row), secret


def delete_source(*, actor: Actor, source_id: UUID) -> None:
    """With its log; the leads that came of it stay. Raises as get_source."""
    get_source(actor=actor, source_id=source_id).delete()


def _save(actor: Actor, row: LeadSource, wanted: Wanted) -> LeadSource:
    if wanted.owner is not None and wanted.owner not in {one.id for one in colleagues_of(store=actor.in_store)}:
        raise NoSuchPerson(params={"field": "owner"})
    row.name, row.kind, row.channel = wanted.name.strip(), wanted.kind, wanted.channel
    row.mapping, row.owner, row.enabled = checked(wanted.mapping), wanted.owner, wanted.enabled
    row.per_hour, row.per_day = wanted.per_hour, wanted.per_day
    return _stamp(actor, row)


def _stamp(actor: Actor, row: LeadSource) -> LeadSource:
    row.version += 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise SourceNameTaken(fields={"name": [SourceNameTaken.message]}) from error
    return row
