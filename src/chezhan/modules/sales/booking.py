"""Payments and their orders: a deposit moves the order on, a wrong entry is taken back by another."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.sales.models import OrderPayment, SalesOrder
from chezhan.modules.sales.queries import due_of, paid_on
from tenants.directory import StoreRef

PAYMENT, ORDER = "order_payment", "sales_order"


def reverse(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """For each an entry that takes it back whole, on this day."""
    taken = []
    for payment in drafts.values():
        entry = Draft.of_new()
        entry.wanted |= {name: payment.current[name] for name in ("order_id", "amount", "method", "reference")}
        entry.wanted |= {
            "kind": "reversal",
            "reverses_id": payment.id,
            "paid_on": clock.today(),
            "reason": payment.value("reason"),
            "status": "reversed",
            "owner": doer.actor.person_id,
        }
        taken.append(entry)
    write_drafts(
        entity=PAYMENT, model=OrderPayment, drafts=taken, actor=doer.actor, store=doer.actor.in_store, now=doer.now
    )


@follows(PAYMENT)
def move_orders(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """An order that was approved has its deposit once something is paid on it, and has it not once that is taken back;
    one that was closed is not, once it is not paid in full any more.

    Each order is told of what was paid on it, so that rules, flows and other people's pages learn of it.
    """
    ids = {draft.value("order_id") for draft in drafts if draft.is_new}
    if not ids:
        return
    orders, paid = (
        load_rows(model=SalesOrder, which=Q(id__in=ids, status__in=["approved", "deposit", "closed"])),
        paid_on(ids=ids),
    )
    for order in orders.values():
        if order.current["status"] != "closed":
            order.wanted["status"] = "deposit" if paid[order.id] > 0 else "approved"
        elif paid[order.id] != due_of(order):
            order.wanted["status"] = "delivered"
    write_drafts(entity=ORDER, model=SalesOrder, drafts=orders.values(), actor=actor, store=store, now=clock.now())
