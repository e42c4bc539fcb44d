"""Draw up the contract of an order: a PDF that stays, with what it was drawn from."""

from collections.abc import Mapping
from hashlib import sha256
from uuid import UUID

from django.db import OperationalError, transaction
from django.db.models import Max, Q

from chezhan.access import Actor
from chezhan.access.by_link import link_actor
from chezhan.access.rights import Right
from chezhan.access.scopes import EVERY, Scope
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.papers import fill_paper, set_paper
from chezhan.catalogue.records.files.making import keep_made
from chezhan.catalogue.verb import Doer
from chezhan.modules.contracts.keeping import keep_source
from chezhan.modules.contracts.models import LIVE, Contract
from chezhan.modules.contracts.moving import ENTITY
from chezhan.modules.contracts.refusals import ContractBusy, ContractSigned
from chezhan.modules.sales.moving import draws_contracts
from tenants.links import new_token

# The paper says all of the order, whatever whoever draws it up may see of it.
READS = Scope(entities=((EVERY, Right.READ),))


@draws_contracts
def draw(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Raises ContractSigned, ContractBusy, and what setting a paper raises."""
    for order in drafts.values():
        _replace(doer, order)
        last = Contract.objects.filter(order_id=order.id).aggregate(last=Max("revision"))["last"] or 0
        number = f"{order.current['number']}-{last + 1}"
        contract = Draft.of_new()
        reader = link_actor(id_=doer.actor.person_id, store=doer.actor.in_store, scope=READS)
        document = fill_paper(actor=reader, entity="sales_order", record_id=order.id, over={"contract_no": number})
        content = set_paper(document)
        name = f"汽车销售合同-{number}.pdf"
        kept = keep_made(
            actor=doer.actor, entity=ENTITY, field="paper", record_id=contract.id, name=name, content=content
        )
        contract.wanted |= {
            "number": number,
            "order_id": order.id,
            "revision": last + 1,
            "status": Contract.Status.DRAWN,
            "paper": [kept.as_value()],
            "sha256": sha256(content).hexdigest(),
            "drawn_at": doer.now,
            "token": new_token(doer.actor.in_store),
            "owner": order.value("owner"),
        }
        _write(doer.actor, [contract], doer)
        keep_source(contract_id=contract.id, document=document)
        order.wanted |= {"contract_no": number, "contract_status": Contract.Status.DRAWN, "signed_on": None}


def _replace(doer: Doer, order: Draft) -> None:
    """Whoever signs holds the contract and waits for the order: who holds the order never waits for the contract."""
    try:
        with transaction.atomic():
            live = Contract.objects.select_for_update(nowait=True).filter(order_id=order.id, status__in=LIVE).first()
    except OperationalError:
        raise ContractBusy from None
    if live is None:
        return
    if live.status == Contract.Status.SIGNED:
        raise ContractSigned(params={"number": live.number})
    rows = load_rows(model=Contract, which=Q(id=live.id))
    rows[live.id].wanted["status"] = Contract.Status.REPLACED
    _write(doer.actor, list(rows.values()), doer)


def _write(actor: Actor, drafts: list[Draft], doer: Doer) -> None:
    write_drafts(entity=ENTITY, model=Contract, drafts=drafts, actor=actor, store=actor.in_store, now=doer.now)
