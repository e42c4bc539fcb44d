"""A new store begins with the pack of its trade. One of NEW_STORE_STEPS: it only leaves word, a worker installs."""

from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.packs.models import InstalledPack, PackRun
from chezhan.catalogue.packs.planning import plan_of
from chezhan.catalogue.packs.refusals import PackBusy
from chezhan.catalogue.packs.requesting import put_down
from chezhan.catalogue.packs.shipped import shipped_for, ships
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.lookup import find_in_store
from tenants.models import Membership, StoreWork
from tenants.roles import OWNER

log = structlog.get_logger(__name__)
KIND = "first_pack"
HEAD = "group_owner"


def want_first_pack(*, store: StoreRef) -> None:
    """Within the owner's open transaction."""
    if settings.FIRST_DAY_PACKS and ships(store.pack):
        StoreWork.objects.using(OWNER).create(key=new_id(), store_id=store.id, kind=KIND, due_at=clock.now())


def begin_first_pack(*, store: StoreRef) -> UUID | None:
    """Asks for it in the name of the head of the group; None where somebody was quicker, or there is nobody to act.

    Nobody is asked: what the store has already stays as it is. Call with no scope open.
    """
    document = shipped_for(store.pack)
    actor = _head_of(store)
    if document is None or actor is None:
        return None
    with acting_as(actor.person_id, reason=f"pack:{document.pack}"), tenant_context(actor.in_store):
        if InstalledPack.objects.exists() or PackRun.objects.exists():
            return None
        plan = plan_of(actor=actor, document=document, language=actor.language)
        try:
            return put_down(actor=actor, plan=plan, choices={}, automatic=True).id
        except PackBusy:
            return None


def _head_of(store: StoreRef) -> Actor | None:
    with transaction.atomic(using=OWNER):
        heads = Membership.objects.using(OWNER).filter(group_id=store.group.id, store__isnull=True, role=HEAD)
        ids = list(heads.order_by("id").values_list("person_id", flat=True))
    for person_id in ids:
        person, found, roles = find_in_store(person_id=person_id, slug=store.slug)
        if person is not None and person.active and found is not None and HEAD in roles:
            return Actor(person.id, person.name, person.language, found.group, found, roles)
    log.warning("first_pack_without_head", store=store.slug)
    return None
