"""Ask the store's signing service to have a contract signed: once for each time, by the webhooks' own way out."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from django.conf import settings
from django.db.models import Field, Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.particulars.services import read_particulars
from chezhan.catalogue.sealing import opened, purpose_of
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.kernel.tickets import new_ticket
from chezhan.modules.contracts.models import Contract, SigningService
from chezhan.modules.contracts.moving import ENTITY, require_signable, tell_owners
from chezhan.modules.contracts.refusals import NoSigningService
from chezhan.modules.parties.models import Customer
from chezhan.modules.webhooks.queueing import delivery_of, wake

TYPE, FILE_TICKET = "contract.signing_requested", "contract file for a signing service"
PHONE = cast(Field, Customer._meta.get_field("sealed_phone"))


def has_service() -> bool:
    return SigningService.objects.filter(webhook__enabled=True).exists()


def ask_service(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises NoSigningService, ContractOutOfDate, OrderNotOpen."""
    # Locked: nobody chooses another meanwhile, who would not see that this one is asked.
    service = SigningService.objects.select_for_update(of=("self",)).select_related("webhook").first()
    if service is None or service.webhook is None or not service.webhook.enabled:
        raise NoSigningService
    seller = read_particulars()
    for contract in drafts.values():
        order = require_signable(order_id=contract.value("order_id"), number=contract.value("number"))
        buyer = Customer.objects.get(id=order.customer_id)
        ticket = new_ticket(token=str(contract.id), purpose=FILE_TICKET)
        path = f"{settings.PUBLIC_URL}/api/public/contract-signing/{service.token}"
        data = {
            "contract": str(contract.id),
            "number": contract.value("number"),
            "order": order.number,
            "sha256": contract.value("sha256"),
            "file": f"{path}/files/{contract.id}?ticket={ticket}",
            "answer_to": path,
            "seller": {"name": seller.legal_name or doer.actor.in_store.name, "tax_no": seller.tax_no},
            "buyer": {"name": buyer.name, "phone": _phone(buyer)},
        }
        delivery_of(
            webhook=service.webhook,
            type_=TYPE,
            data=data,
            effect=f"contract:{contract.id}:{doer.now.isoformat()}",
            why=Why(kind="contract", id=contract.id, name=contract.value("number")),
            entity=ENTITY,
            record_id=contract.id,
            linked=[str(order.id), str(buyer.id)],
            paths=["number", "order.customer.name", "order.customer.phone"],
        ).save(force_insert=True)
        contract.wanted |= {"asked_at": doer.now, "unasked": ""}
    wake(doer.actor.in_store)


def take_back(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for contract in drafts.values():
        contract.wanted["unasked"] = Contract.Unasked.BY_HAND


def waiting() -> dict[UUID, Draft]:
    """The contracts that the service is asked to have signed, locked."""
    return load_rows(model=Contract, which=Q(status=Contract.Status.ASKED))


def end_waiting(*, actor: Actor, drafts: Mapping[UUID, Draft]) -> None:
    """Another service knows nothing of them: they wait for the customer's link, or to be sent anew."""
    for contract in drafts.values():
        contract.wanted |= {"status": Contract.Status.DRAWN, "unasked": Contract.Unasked.CHANGED}
    write_drafts(
        entity=ENTITY, model=Contract, drafts=drafts.values(), actor=actor, store=actor.in_store, now=clock.now()
    )
    tell_owners(drafts, kind="contract_unasked", by=actor.person_id)


def _phone(buyer: Customer) -> str:
    return opened(purpose=purpose_of(PHONE), kept=buyer.sealed_phone) if buyer.sealed_phone else ""
