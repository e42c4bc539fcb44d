"""A manager makes the defaults that ship their own: another interval, other days; and sees whom that touches."""

import datetime as dt

import pytest
from playwright.sync_api import Page, expect

from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.packs.beginning import begin_first_pack
from chezhan.catalogue.packs.driving import drive
from chezhan.config.demo.care import follow_rules
from chezhan.kernel import clock
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tests.e2e.journeys import go_on


def as_it_is(store: StoreRef) -> StoreRef:
    """With the revision of this moment."""
    with public_context():
        return StoreRef.of(Store.objects.select_related("group").get(id=store.id))


@pytest.fixture
def north(showroom) -> StoreRef:
    """With the pack of 4S stores, a car that is due and a good customer who was here 130 days ago."""
    run_id = begin_first_pack(store=showroom.stores["north"])
    drive(store=showroom.stores["north"], run_id=run_id)
    store = as_it_is(showroom.stores["north"])
    with tenant_context(store):
        cars, people = (of_store(store).entity_named(name).model.objects for name in ("vehicle", "customer"))
        cars.filter(plate="沪A12345").update(x_last_service_at=clock.today() - dt.timedelta(days=220))
        visited = clock.today() - dt.timedelta(days=130)
        people.filter(name="张伟").update(x_spend_12m="20000", x_last_visit_at=visited)
    follow_rules(store=store, now=clock.now())
    return store


def change_figure(page: Page, *, number: int, to: str) -> None:
    """The so-manieth figure of the rule's condition."""
    go_on(page, "修改条件")
    sheet = page.get_by_role("dialog")
    sheet.get_by_role("textbox", name="值").nth(number).fill(to)
    go_on(sheet, "应用")
    expect(sheet).to_be_hidden()


def try_out(page: Page, records: int) -> None:
    page.get_by_text("试运行", exact=True).click()
    expect(page.get_by_text(f"会处理 {records} 条记录")).to_be_visible()


@pytest.mark.only("desktop")
def test_a_manager_changes_the_interval_of_d6_and_the_days_of_d9(signed_in, north, look):
    manager = signed_in("manager")
    manager.goto(f"/s/{north.slug}/design/rules")
    manager.get_by_role("link", name="保养到期提醒").click()
    expect(manager.get_by_text("距上次保养月数 不小于 6").first).to_be_visible()
    look(manager, "default-service-due")
    try_out(manager, 1)
    manager.get_by_text("规则", exact=True).click()
    change_figure(manager, number=1, to="8")
    expect(manager.get_by_text("距上次保养月数 不小于 8").first).to_be_visible()
    try_out(manager, 0)
    go_on(manager, "发布")
    expect(manager.get_by_text("第 2 版已生效")).to_be_visible()

    manager.goto(f"/s/{north.slug}/design/rules")
    manager.get_by_role("link", name="预流失预警").click()
    try_out(manager, 0)
    manager.get_by_text("规则", exact=True).click()
    change_figure(manager, number=0, to="120")
    expect(manager.get_by_text("距上次到店天数 不小于 120").first).to_be_visible()
    look(manager, "default-pre-churn")
    try_out(manager, 1)
    go_on(manager, "发布")
    expect(manager.get_by_text("第 2 版已生效")).to_be_visible()

    follow_rules(store=as_it_is(north), now=clock.now())
    manager.goto(f"/s/{north.slug}/customers")
    manager.get_by_role("link", name="张伟", exact=True).click()
    expect(manager.get_by_role("group", name="标签").get_by_text("预流失")).to_be_visible()
    expect(manager.get_by_text("预流失客户回访：了解久未到店的原因").first).to_be_visible()
    look(manager, "default-pre-churn-customer")
