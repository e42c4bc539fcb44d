"""Likely duplicates are found at entry and in the whole store, by what the asker may know and nothing else."""

import pytest

from chezhan.access.rights import OWN_ROWS, Right


def check(ask, values, who="manager", entity="customer", **more):
    found = ask(who, "POST", f"duplicates/{entity}/check", {"values": values, **more})
    return [([one["title"] for one in match["records"]], match["why"]) for match in found["matches"]]


def test_two_with_one_phone_are_one_group(showroom, ask, make, groups):
    make(name="甲", phone="13912344321")
    make(name="乙", phone="139 1234 4321")
    make(name="丙", phone="13912344322")
    assert groups() == [(["乙", "甲"], ["phone"])]


def test_names_of_one_sound_in_one_region_are_a_group(showroom, ask, make, groups):
    make(name="王晓明", region="滨江区")
    make(name="王小明", region="滨江区")
    make(name="王晓明", region="西湖区")
    make(name="李晓明", region="滨江区")
    assert groups() == [(["王小明", "王晓明"], ["name", "region"])]


def test_the_likeliest_come_first_and_a_group_once(showroom, ask, make, groups):
    make(name="王晓明", region="滨江区", phone="13912344321")
    make(name="王小明", region="滨江区", phone="13912344321")
    make(name="张三", region="滨江区")
    make(name="章三", region="滨江区")
    assert [why for _, why in groups()] == [["phone"], ["name", "region"]]


def test_what_was_told_apart_is_no_group_any_more(showroom, ask, make, groups):
    pair = [make(name=name, phone="13912344321") for name in "甲乙"]
    ask("manager", "POST", "duplicates/customer/apart", {"ids": [one["id"] for one in pair]}, 204)
    assert groups() == []
    make(name="丙", phone="13912344321")
    assert groups() == [(["丙", "乙", "甲"], ["phone"])]


def test_a_rule_is_switched_off_and_one_added(showroom, ask, make, groups):
    for name in "甲乙":
        make(name=name, phone="13912344321", city="杭州")
    ask("manager", "PUT", "duplicates/customer/rules", {"key": "phone", "enabled": False}, 204)
    assert groups() == []
    rule = ask("manager", "POST", "duplicates/customer/rules", {"fields": ["city"]}, 201)
    assert groups() == [(["乙", "甲"], ["city"])]
    assert check(ask, {"city": "杭州"}) == [(["乙", "甲"], ["city"])]
    ask("manager", "DELETE", f"duplicates/customer/rules/{rule['id']}", status=204)
    assert groups() == []
    ask("manager", "POST", "duplicates/customer/rules", {"fields": ["nothing"]}, 422)
    ask("advisor", "POST", "duplicates/customer/rules", {"fields": ["city"]}, 403)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"name": "新", "phone": "138-0013-8000"}, [(["张伟"], ["phone"])]),
        ({"phone": "13800138001"}, []),
        ({"phone": "8000"}, []),
        ({"phone": ""}, []),
        ({"name": "章伟", "region": "滨江"}, [(["张伟"], ["name", "region"])]),
        ({"name": "张伟"}, []),
        ({"name": "Zhang Wei", "region": "滨江"}, []),
    ],
)
def test_an_entry_is_compared_with_what_is_there(showroom, ask, values, found):
    (record,) = [one for one in ask("manager", "GET", "records/customer?q=张伟")["rows"] if one["name"] == "张伟"]
    body = {"version": record["version"], "values": {"region": "滨江"}}
    ask("manager", "PATCH", f"records/customer/{record['id']}", body)
    assert check(ask, values) == found
    assert check(ask, values, but=record["id"]) == []


def test_a_car_is_known_by_its_plate_and_vin(showroom, ask):
    assert check(ask, {"plate": "沪A·12345"}, entity="vehicle") == [(["沪A12345"], ["plate"])]
    assert check(ask, {"vin": "lsvaa4187e2184847"}, entity="vehicle") == [(["沪A12345"], ["vin"])]


def test_nothing_is_said_of_what_is_not_seen(showroom, ask, make, set_policy):
    make(name="甲", phone="13912344321")
    make(name="乙", phone="13912344321")
    masked = check(ask, {"phone": "13912344321"}, who="advisor")
    assert masked == [(["乙", "甲"], ["phone"])]
    set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN})
    assert check(ask, {"phone": "13912344321"}, who="advisor") == []
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert check(ask, {"phone": "13912344321"}, who="advisor") == []


def test_groups_are_for_those_who_may_merge_and_read(showroom, ask, make, set_policy, groups):
    make(name="甲", phone="13912344321")
    make(name="乙", phone="13912344321")
    ask("advisor", "GET", "duplicates/customer", status=403)
    set_policy("store_manager", "customer", fields={"phone": Right.MASKED})
    assert groups() == []
