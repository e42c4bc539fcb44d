"""What a contract's verbs do beside moving it: look at the order once more, put the moment down, tell the advisor."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.notices.telling import News, tell
from chezhan.catalogue.verb import Doer
from chezhan.modules.contracts.refusals import ContractOutOfDate, OrderNotOpen
from chezhan.modules.sales.models import SalesOrder

ENTITY = "contract"
SHUT = (SalesOrder.Status.DRAFT, SalesOrder.Status.CANCELLED)
Drafts = Mapping[UUID, Draft]


def sign(doer: Doer, drafts: Drafts) -> None:
    """Raises ContractOutOfDate, OrderNotOpen."""
    _put_down(doer, drafts)
    tell_owners(drafts, kind="contract_signed")


def record_paper(doer: Doer, drafts: Drafts) -> None:
    """Raises as sign does."""
    _put_down(doer, drafts)
    for contract in drafts.values():
        contract.wanted["way"] = "paper"
    tell_owners(drafts, kind="contract_signed", by=doer.actor.person_id)


def refuse(doer: Doer, drafts: Drafts) -> None:
    tell_owners(drafts, kind="contract_refused")


def require_signable(*, order_id: UUID, number: str) -> SalesOrder:
    """The order, locked until the transaction ends. Raises ContractOutOfDate, OrderNotOpen."""
    order = SalesOrder.objects.select_for_update().get(id=order_id)
    if order.status in SHUT:
        raise OrderNotOpen(params={"number": order.number})
    if order.contract_status == SalesOrder.ContractStatus.OUTDATED:
        raise ContractOutOfDate(params={"number": number})
    return order


def _put_down(doer: Doer, drafts: Drafts) -> None:
    for contract in drafts.values():
        require_signable(order_id=contract.value("order_id"), number=contract.value("number"))
        contract.wanted["signed_at"] = doer.now


def tell_owners(drafts: Drafts, *, kind: str, by: UUID | None = None) -> None:
    """Whoever has the order is told how its contract stands; `by`: who did it, and is not told."""
    owners = dict(
        SalesOrder.objects.filter(id__in=[one.value("order_id") for one in drafts.values()]).values_list("id", "owner")
    )
    tell(
        [
            News(person_id=owner, kind=kind, entity=ENTITY, record_id=one.id, key=f"{kind}:{one.id}", by=by)
            for one in drafts.values()
            if (owner := owners[one.value("order_id")]) is not None
        ]
    )
