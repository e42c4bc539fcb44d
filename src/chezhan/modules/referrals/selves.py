"""Whether the friend is the referrer: the same customer, or the same phone under another name."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import watched_by
from chezhan.catalogue.sealing import INDEX
from chezhan.kernel.errors import AppError
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.models import Customer
from chezhan.modules.referrals.refusals import ReferredSelf

ENTITY = "referral"


def refers_self(*, referrer_id: UUID | None, lead_id: UUID | None) -> bool:
    if lead_id is None or referrer_id is None:
        return False
    lead = Lead.objects.filter(id=lead_id).first()
    referrer = Customer.objects.filter(id=referrer_id).first()
    if lead is None or referrer is None:
        return False
    if lead.customer_id == referrer.id:
        return True
    if not lead.sealed_phone or not referrer.sealed_phone:
        return False
    return bytes(lead.sealed_phone)[:INDEX] == bytes(referrer.sealed_phone)[:INDEX]


@dataclass(frozen=True)
class Selves:
    """The watch over one write."""

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return bool({"referrer", "lead"} & set(names))

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        if not draft.is_new and draft.value("referrer_id") == draft.current["referrer_id"]:
            return {}
        same = refers_self(referrer_id=draft.value("referrer_id"), lead_id=draft.value("lead_id"))
        return {"referrer": ReferredSelf()} if same else {}


@watched_by
def watch_selves(actor: Actor, view: View, new: bool, step: Step | None) -> Selves | None:
    return Selves() if view.entity.name == ENTITY else None
