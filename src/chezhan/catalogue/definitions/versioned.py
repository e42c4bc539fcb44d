"""Drafts of what a store designs beside its fields: one version more with each change, each name once."""

import datetime as dt
from typing import Protocol
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor
from chezhan.catalogue.definitions.designing import require_design
from chezhan.kernel import clock
from chezhan.kernel.errors import Conflict, Forbidden


class Draft(Protocol):
    draft_version: int
    changed_at: dt.datetime
    changed_by: UUID

    def save(self, *, force_insert: bool) -> None: ...


def require_designer(*, actor: Actor, writes: bool = False) -> None:
    """Who looks at the store as somebody else changes nothing. Raises Forbidden, NotFound."""
    require_design(actor=actor, store=actor.in_store, origin="store")
    if writes and actor.viewed_by is not None:
        raise Forbidden(params={"permission": "catalogue.design"})


def require_fresh(*, draft: Draft, draft_version: int, changed: type[Conflict]) -> None:
    """Raises `changed` when somebody else has saved the draft since the version that the caller has seen."""
    if draft.draft_version != draft_version:
        raise changed(params={"version": draft.draft_version, "by": str(draft.changed_by)})


def save_versioned(*, actor: Actor, draft: Draft, first: bool, once: str, taken: type[Conflict]) -> None:
    """`first`: it is new. Raises `taken` where the constraint `once` says that another is called so."""
    draft.changed_at, draft.changed_by = clock.now(), actor.person_id
    if not first:
        draft.draft_version += 1
    try:
        with transaction.atomic():
            draft.save(force_insert=first)
    except IntegrityError as error:
        if once in str(error):
            raise taken(fields={"name": [taken.message]}) from error
        raise
