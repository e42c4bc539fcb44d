"""Contracts of two of the demo's open orders: one that its customer signed, one still to be signed."""

import math
from io import BytesIO
from uuid import UUID

from PIL import Image, ImageDraw

from chezhan.access import Actor
from chezhan.catalogue.records.verbs.doing import do
from chezhan.config.demo.care import cares
from chezhan.config.demo.story import StorePlan
from chezhan.modules.contracts.models import Contract
from chezhan.modules.contracts.signing import put_signature
from chezhan.modules.sales.models import SalesOrder
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

OPEN = ("approved", "deposit", "allocated", "invoiced")


def give_contracts(*, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID) -> None:
    """Of one dealer alone, so that the first start stays short: each is set for its own sake."""
    if plan.pack != "dealer" or not cares(plan):
        return
    with tenant_context(store):
        orders = list(SalesOrder.objects.filter(status__in=OPEN).order_by("-ordered_on", "id").values_list("id")[:2])
    for (order_id,) in orders:
        with acting_as(manager, reason="demo"), tenant_context(store):
            do(actor=actor, entity="sales_order", verb="draw_contract", ids=[order_id], values={})
    if not orders:
        return
    with tenant_context(store):
        contract = Contract.objects.select_related("order__customer").get(order_id=orders[0][0])
    with acting_as(contract.id, reason="contract_link"), tenant_context(store):
        put_signature(store=store, contract=contract, name=contract.order.customer.name[:60], picture=_scrawl())


def _scrawl() -> bytes:
    """Three strokes."""
    picture = Image.new("RGB", (560, 200), "white")
    pen = ImageDraw.Draw(picture)
    for stroke in range(3):
        left = 60 + 150 * stroke
        points = [(left + 1.4 * x, 100 + 46 * math.sin(x / 12 + stroke) * math.cos(x / 31)) for x in range(95)]
        pen.line(points, fill="#16202e", width=6, joint="curve")
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()
