"""A sale from a portal's post to the car in the customer's file, by the people whose steps they are."""

import datetime as dt
import re

from playwright.sync_api import expect

from chezhan.kernel import clock
from chezhan.modules.inbound.tasks import enter_lead_posts
from tests.e2e.dealership import (
    DEMO_VIN,
    TRIM,
    VIN,
    add,
    ask,
    begin,
    choose_other,
    do,
    draw_by_finger,
    enter_day,
    enter_moment,
    finish,
    open_dealership,
    post_of_portal,
    save,
    sign_in_sheet,
    stage,
    until,
)
from tests.e2e.journeys import choose, facts, go_on, write
from tests.integration.engines.flows.conftest import run

READY = dict.fromkeys(("pdi", "finance", "insurance", "plates", "accessories"), "done")
MAPPING = {"id": "id", "contact_name": "name", "phone": "phone", "series": "series"}


def test_a_portal_s_lead_becomes_a_car_in_the_customer_s_file(signed_in, new_context, cast, address, look):
    store = open_dealership(cast)
    at = f"/s/{store.slug}"
    advisor, manager, cashier = (signed_in(name, browser=new_context()) for name in ("advisor", "manager", "stranger"))
    manager.goto(f"{at}/work")
    told = {"name": "懂车帝", "kind": "portal", "channel": "dongchedi", "mapping": MAPPING}
    source = ask(manager, store, "POST", "design/lead-sources", told)
    busy = {"contact_name": "老客户", "channel": "walk_in", "owner": str(cast.people["both"].id)}
    ask(manager, store, "POST", "records/lead", {"values": busy})

    # Assigned to who is less busy, and contacted in time.
    post_of_portal(address, source, name="孙女士", phone="13911112222", series="海豹")
    advisor.goto(f"{at}/work")
    task = advisor.get_by_role("listitem").filter(has_text="首次联系客户")
    until(advisor, lambda: (enter_lead_posts.run(), run()), task)
    advisor.goto(f"{at}/leads")
    advisor.get_by_role("link", name="孙女士", exact=True).click()
    expect(advisor.get_by_text(re.compile("还剩")).first).to_be_visible()
    go_on(advisor, "跟进")
    go_on(advisor.get_by_role("dialog"), "有意向，约了下次联系")
    expect(advisor.get_by_text("填写“需求”后才算已联系")).to_be_visible()
    expect(advisor.get_by_text("按时完成").first).to_be_visible()
    sheet = begin(advisor, "记为已联系")
    expect(sheet.get_by_text("阶段：新线索 → 已联系")).to_be_visible()
    expect(sheet.locator("label", has_text="需求")).to_contain_text("必填")
    look(advisor, "sale-contact")
    write(sheet, 需求="家用代步，二十万以内")
    finish(advisor, "记为已联系")
    stage(advisor, "已联系")
    lead = advisor.url

    # A drive, with licence and signature.
    add(advisor, "试驾")
    choose(advisor, advisor.get_by_role("combobox", name="试驾车"), DEMO_VIN)
    moment = clock.now().astimezone(clock.SHANGHAI) + dt.timedelta(days=8)
    for label, hour in (("开始", 10), ("结束", 11)):
        enter_moment(advisor, label, f"{moment:%Y-%m-%d} {hour}:00")
    save(advisor)
    stage(advisor, "已预约")
    do(advisor, "确认")
    sheet = begin(advisor, "出发")
    choose(advisor, sheet.get_by_role("combobox", name="已核对驾驶证"), "是")
    write(sheet, 出发里程="812")
    sign_in_sheet(advisor, sheet)
    look(advisor, "sale-drive-out")
    finish(advisor, "出发")
    write(begin(advisor, "还车"), 还车里程="831")
    finish(advisor, "还车")
    stage(advisor, "已完成")
    look(advisor, "sale-drive")

    # A quote with a discount that is approved, and seen by the customer.
    advisor.goto(lead)
    stage(advisor, "已试驾")
    add(advisor, "报价单")
    choose(advisor, advisor.get_by_role("combobox", name="车型"), TRIM)
    save(advisor)
    stage(advisor, "草稿")
    for kind, name, price in (("优惠", "现金优惠", "5000"), ("赠品", "全车贴膜", "2000")):
        add(advisor, "报价明细")
        choose(advisor, advisor.get_by_role("combobox", name="类别"), kind)
        write(advisor, 项目=name, 单价=price)
        save(advisor)
        expect(advisor.get_by_role("link", name=name)).to_be_visible()
    look(advisor, "sale-quote")
    quote = advisor.url
    do(advisor, "提交审批")
    stage(advisor, "审批中")
    manager.get_by_role("tab", name=re.compile("^流程待办")).click()
    item = manager.get_by_role("listitem").filter(has_text="销售经理审批")
    until(manager, run, item)
    go_on(item, "同意")
    go_on(manager.get_by_role("dialog"), "同意")
    expect(item).to_have_count(0)
    until(advisor, run, advisor.get_by_role("button", name="发给客户"))
    enter_day(begin(advisor, "发给客户"), "有效期至", clock.today() + dt.timedelta(days=7))
    finish(advisor, "发给客户")
    stage(advisor, "已发送")
    sent = ask(advisor, store, "GET", f"records/quote/{quote.rsplit('/', 1)[1]}")["record"]
    customer = new_context().new_page()
    customer.goto(f"/q/{sent['token']}")
    expect(customer.get_by_role("heading", level=1)).to_have_text(f"比亚迪 {TRIM}")
    look(customer, "sale-quote-customer")

    # Accepted by the customer: an order, and its contract, read and signed by finger.
    customer.get_by_label("您的姓名").fill("孙女士")
    go_on(customer, "接受这份报价")
    expect(customer.get_by_text("已接受这份报价")).to_be_visible()
    look(customer, "sale-quote-accepted")
    advisor.reload()
    stage(advisor, "客户已接受")
    begin(advisor, "客户接受，转订单")
    finish(advisor, "客户接受，转订单")
    facts(advisor, "订单").get_by_role("link").click()
    stage(advisor, "已审批")
    order = advisor.url
    choose_other(advisor, "出具合同")
    finish(advisor, "出具合同")
    signed = advisor.get_by_role("region", name="合同", exact=True)
    drawn = signed.get_by_role("link").filter(has_text="SO")
    expect(drawn).to_be_visible()
    drawn.click()
    stage(advisor, "待签署")
    contract = ask(advisor, store, "GET", f"records/contract/{advisor.url.rsplit('/', 1)[1]}")["record"]
    customer.goto(f"/c/{contract['token']}")
    expect(customer.get_by_text(contract["sha256"])).to_be_visible()
    customer.get_by_label("签署人姓名").fill("孙女士")
    customer.get_by_role("checkbox").check()
    draw_by_finger(customer)
    look(customer, "sale-contract")
    go_on(customer, "签署合同")
    expect(customer.get_by_role("link", name="打开已签署的 PDF")).to_be_visible()
    look(customer, "sale-contract-signed")
    advisor.reload()
    stage(advisor, "已签署")
    look(advisor, "sale-contract-staff")
    advisor.goto(order)
    stage(advisor, "已审批")
    cashier.goto(order)
    add(cashier, "回款")
    choose(cashier, cashier.get_by_role("combobox", name="类型"), "定金")
    choose(cashier, cashier.get_by_role("combobox", name="方式"), "转账")
    write(cashier, 金额="5000")
    enter_day(cashier, "日期", clock.today())
    look(cashier, "sale-payment")
    save(cashier)
    stage(cashier, "已收定金")
    advisor.reload()
    sheet = begin(advisor, "配车")
    choose(advisor, sheet.get_by_role("combobox", name="库存车"), VIN)
    finish(advisor, "配车")
    cashier.reload()
    sheet = begin(cashier, "开票")
    write(sheet, 发票号码="26330009")
    enter_day(sheet, "开票日期", clock.today())
    finish(cashier, "开票")
    stage(cashier, "已开票")
    advisor.goto(order)
    stage(advisor, "已开票")

    # Handed over once all is ready and the promise is kept.
    delivered = advisor.get_by_role("region", name="交付", exact=True).get_by_role("link").filter(has_text="SO")
    until(advisor, run, delivered)
    look(advisor, "sale-order")
    delivered.click()
    stage(advisor, "准备中")
    delivery = advisor.url
    blocked = advisor.get_by_role("region", name="交车前还差 7 项")
    expect(blocked).to_contain_text("承诺未兑现：全车贴膜")
    look(advisor, "sale-delivery")
    which = delivery.rsplit("/", 1)[1]
    version = ask(manager, store, "GET", f"records/delivery/{which}")["record"]["version"]
    told = {"version": version, "values": {**READY, "gifts": "not_needed"}}
    ask(manager, store, "PATCH", f"records/delivery/{which}", told)
    advisor.goto(order)
    advisor.get_by_role("region", name="承诺", exact=True).get_by_role("link", name="全车贴膜").click()
    do(advisor, "已兑现")
    stage(advisor, "已兑现")
    advisor.goto(delivery)
    expect(advisor.get_by_text("都已就绪，可以交车")).to_be_visible()
    sign_in_sheet(advisor, begin(advisor, "交车"))
    finish(advisor, "交车")
    stage(advisor, "已交车")

    # One car, one file: the customer has it.
    advisor.goto(order)
    stage(advisor, "已交车")
    facts(advisor, "客户").get_by_role("link").click()
    expect(advisor.get_by_role("heading", level=1)).to_contain_text("孙女士")
    car = advisor.get_by_role("region", name="车辆", exact=True).get_by_role("link").filter(has_text=VIN)
    expect(car).to_be_visible()
    look(advisor, "sale-customer")
