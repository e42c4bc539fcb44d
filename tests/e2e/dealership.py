"""A store of 4S as it is on its first day, with cars to sell and to drive, and people of every role of the sale."""

import datetime as dt
import json
import re
from collections.abc import Callable
from typing import Any

import httpx
from django.db import transaction
from playwright.sync_api import Locator, Page, expect

from chezhan.catalogue.packs.beginning import begin_first_pack
from chezhan.catalogue.packs.driving import drive
from chezhan.kernel import clock
from chezhan.modules.inbound.signing import sign
from chezhan.modules.library.models import Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Membership, Store
from tenants.roles import OWNER
from tests.e2e.journeys import go_on
from tests.e2e.test_forms import ASK

TRIM = "海豹 550KM 豪华型"
DEMO_VIN, VIN = "LGXC14AA0N1000011", "LGXC14AA0N1000022"


def open_dealership(cast: Any) -> StoreRef:
    """`north` with the pack of 4S stores, two cars of a trim, one to drive, and the stranger as its cashier."""
    first = cast.stores["north"]
    drive(store=first, run_id=begin_first_pack(store=first))
    with public_context():
        store = StoreRef.of(Store.objects.select_related("group").get(id=first.id))
    with transaction.atomic(using=OWNER):
        people = Membership.objects.using(OWNER)
        people.create(person=cast.people["stranger"], group_id=store.group.id, store_id=store.id, role="finance")
    with tenant_context(store):
        told = {"trim": Trim.objects.get(name=TRIM), "status": "in_stock", "arrived_on": clock.today(), "cost": 160_000}
        StockVehicle.objects.create(**told, vin=DEMO_VIN, is_demo=True, km=800, certificate="held")
        StockVehicle.objects.create(**told, vin=VIN, exterior="白色", location="A区", certificate="held")
    return store


def ask(page: Page, store: StoreRef, method: str, path: str, told: Any = None) -> Any:
    """As who has the page open, which shows the store."""
    status, answer = page.evaluate(ASK, [store.slug, method, f"/api/store/{path}", told])
    assert status < 300, answer
    return answer


def post_of_portal(address: str, source: Any, **said: str) -> None:
    """What a portal sends, signed with the secret that it was given."""
    body = json.dumps({"id": said["phone"], **said}).encode()
    stamp = str(int(clock.now().timestamp()))
    headers = {
        "Content-Type": "application/json",
        "X-Chezhan-Timestamp": stamp,
        "X-Chezhan-Signature": sign(secret=source["secret"], timestamp=stamp, body=body),
    }
    answer = httpx.post(f"{address}{source['source']['path']}", content=body, headers=headers)
    assert answer.status_code == 202, answer.text


def until(page: Page, happens: Callable[[], Any], seen: Locator, *, count: int = 1) -> None:
    """The product's own hands work beside the test's: reads the page again until what they did is there."""
    for _ in range(20):
        happens()
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        try:
            expect(seen).to_have_count(count, timeout=1_000)
            return
        except AssertionError:
            continue
    expect(seen).to_have_count(count)


def stage(page: Page, name: str) -> None:
    """Where the record stands, as the server said."""
    expect(page.locator("ol [aria-current=step]")).to_have_text(name)


def begin(page: Page, verb: str) -> Locator:
    """The sheet of what is usually done next."""
    page.get_by_role("button", name=verb, exact=True).click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name=verb, exact=True)).to_be_visible()
    return sheet


def choose_other(page: Page, verb: str) -> Locator:
    """The sheet of what is done less often."""
    page.get_by_role("button", name="其他操作").click()
    page.locator(".ant-dropdown:visible").get_by_role("menuitem", name=verb, exact=True).click()
    sheet = page.get_by_role("dialog")
    expect(sheet.get_by_role("button", name=verb, exact=True)).to_be_visible()
    return sheet


def finish(page: Page, verb: str) -> None:
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("button", name=verb, exact=True).click()
    expect(sheet).to_be_hidden()


def do(page: Page, verb: str) -> None:
    """What asks nothing."""
    begin(page, verb)
    finish(page, verb)


def sign_in_sheet(page: Page, sheet: Locator) -> None:
    """By hand; hovering waits until the sheet is at rest."""
    pad = sheet.get_by_role("img", name=re.compile("签名区域"))
    pad.hover(position={"x": 40, "y": 40})
    page.mouse.down()
    pad.hover(position={"x": 120, "y": 70})
    page.mouse.up()
    sheet.get_by_role("button", name="使用签名").click()
    expect(sheet.get_by_role("button", name="重新签名")).to_be_visible()


def draw_by_finger(page: Page) -> None:
    """On a customer's page, whose pad tells of a stroke once the finger leaves it."""
    pad = page.get_by_role("img", name="签名区")
    pad.hover(position={"x": 40, "y": 40})
    page.mouse.down()
    pad.hover(position={"x": 120, "y": 70})
    page.mouse.up()
    expect(page.get_by_role("button", name="重签")).to_be_enabled()


def enter_day(scope: Page | Locator, label: str, day: dt.date) -> None:
    """Typed; the key that leaves the field sends no form."""
    field = scope.get_by_label(label, exact=True)
    field.fill(str(day))
    field.press("Tab")
    expect(field).to_have_value(str(day))


def enter_moment(page: Page, label: str, moment: str) -> None:
    """Typed and taken; it is the page's once nothing hangs open any more. A phone has a picker of its own."""
    field, hanging = page.get_by_label(label, exact=True), page.locator(".ant-picker-dropdown:visible")
    if field.get_attribute("type") == "datetime-local":
        field.fill(moment.replace(" ", "T"))
        expect(field).to_have_value(moment.replace(" ", "T"))
        return
    field.click()
    field.fill(moment)
    hanging.get_by_role("button", name="确定").click()
    expect(hanging).to_have_count(0)
    expect(field).to_have_value(moment)


def add(page: Page, to: str) -> None:
    """A record that belongs to the open one."""
    page.get_by_role("region", name=to, exact=True).get_by_role("link", name="新建").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("新建")


def save(page: Page) -> None:
    go_on(page, "保存")
    expect(page.get_by_role("button", name="保存", exact=True)).to_have_count(0)
