"""Headquarters gives all its stores a field; an owner gives somebody one more role."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.journeys import choose, expect_entry, go_on, write


@pytest.mark.only("desktop")
def test_a_field_of_headquarters_reaches_every_store_and_no_store_changes_it(signed_in, cast, look):
    page = signed_in("owner")
    page.goto(f"/hq/{cast.groups['a'].slug}/fields")
    expect(page.get_by_text("还没有集团字段")).to_be_visible()
    look(page, "hq-fields-none")
    go_on(page, "添加字段")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("以后新开的也有")
    look(page, "hq-fields-where")
    write(dialog, **{"查找类型，例如：电话、金额": "单选"})
    dialog.get_by_role("button", name=re.compile("^单选")).first.click()
    write(dialog, 名称="客户等级", **{"选项 1": "甲", "选项 2": "乙"})
    look(page, "hq-fields-form")
    go_on(dialog, "保存字段")
    expect(dialog.get_by_text("已全部完成")).to_be_visible()
    look(page, "hq-fields-run")
    go_on(dialog, "完成")
    expect(page.get_by_role("main").get_by_text("客户等级", exact=True)).to_be_visible()
    expect(page.get_by_role("main").get_by_text(re.compile("^全部 .* 家门店$"))).to_be_visible()
    look(page, "hq-fields")

    for store in ("north", "south"):
        page.goto(f"/s/{cast.stores[store].slug}/customers/new")
        choose(page, page.get_by_role("combobox", name="客户等级"), "乙")
    page.goto(f"/s/{cast.stores['south'].slug}/settings/fields/customer")
    expect(page.get_by_text("客户等级", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="修改客户等级")).to_have_count(0)
    look(page, "store-has-hq-field")


@pytest.mark.only("phone")
def test_one_more_role_opens_what_it_says_at_the_next_click(signed_in, new_context, cast, look):
    store = cast.stores["garage"].slug
    technician = signed_in("technician")
    technician.goto(f"/s/{store}")
    expect_entry(technician, "车辆")
    expect_entry(technician, "客户", there=False)

    page = signed_in("owner", browser=new_context())
    page.goto(f"/s/{store}/people")
    look(page, "store-people")
    page.get_by_role("button", name=re.compile("^给.*添加角色$")).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("radio", name="服务顾问").check()
    expect(dialog.get_by_role("status")).to_contain_text("将另外得到服务顾问的权限")
    look(page, "role-given")
    go_on(dialog, "添加角色")
    expect(dialog).to_have_count(0)

    technician.reload()
    expect_entry(technician, "客户")
