"""A look through a whole store: what it keeps is compared anew for whoever reads it, page by page."""

import datetime as dt
from uuid import UUID

import pytest

from chezhan.access.rights import OWN_ROWS, Action, Right
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.duplicates import scanning, scans, tasks
from chezhan.catalogue.records.duplicates.models import DuplicateGroup, DuplicateScan
from chezhan.catalogue.records.duplicates.rules import rules_of
from tenants.context import tenant_context


def two_of(make, phone="13912344321"):
    return [make(name=name, phone=phone) for name in "甲乙"]


def scan_of(showroom, entity="customer"):
    with tenant_context(showroom.stores["north"]):
        return DuplicateScan.objects.get(entity=entity)


def page(ask, who="manager", **asked):
    more = "&".join(f"{name}={value}" for name, value in asked.items())
    return ask(who, "GET", f"duplicates/customer?{more}")


def test_it_says_how_far_it_is_and_when_it_was(showroom, ask, make, look):
    two_of(make)
    assert page(ask)["look"] == {"status": "none", "percent": 0, "finished_at": None}
    ask("manager", "POST", "duplicates/customer/look", {}, 202)
    assert page(ask)["look"]["status"] == "waiting"
    assert page(ask)["groups"] == []
    look()
    found = page(ask)
    assert (found["look"]["status"], found["capped"], len(found["groups"])) == ("done", False, 1)
    ask("advisor", "POST", "duplicates/customer/look", {}, 403)


def test_what_was_mended_since_is_told_no_more(showroom, ask, make, groups):
    one, two = two_of(make)
    assert groups() == [(["乙", "甲"], ["phone"])]
    ask("manager", "PATCH", f"records/customer/{two['id']}", {"version": 1, "values": {"phone": "13912344322"}})
    assert groups(anew=False) == []
    ask("manager", "PATCH", f"records/customer/{two['id']}", {"version": 2, "values": {"phone": "13912344321"}})
    ask("manager", "POST", "records/customer/delete", {"ids": [one["id"]]})
    assert groups(anew=False) == []


def test_a_name_that_was_mended_since_is_alike_no_more(showroom, ask, make, groups):
    make(name="王晓明", region="滨江区")
    two = make(name="王小明", region="滨江区")
    assert len(groups()) == 1
    ask("manager", "PATCH", f"records/customer/{two['id']}", {"version": 1, "values": {"name": "王大明"}})
    assert groups(anew=False) == []


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("王晓明", "王小明", True), ("张诗林", "章思凌", True), ("王晓明", "王大明", False), ("单雨", "善雨", True),
        ("曾敏", "增敏", True), ("杭州远大汽车销售有限公司", "杭州远大汽车销售公司", True),
        ("杭州远大汽车销售有限公司", "杭州远达汽车消售有限责任公司", True),
        ("杭州远大汽车销售有限公司", "杭州宏图建筑工程有限公司", False), ("Wei Zhang", "zhang wei", True),
        ("Jonathan Smith", "Jonathon Smith", True), ("Jonathan Smith", "Mary Smith", False), ("伟", "伟", True),
    ],
)  # fmt: skip
def test_names_are_alike_as_people_mix_them_up(showroom, make, groups, *, one, two, found):
    make(name=one, region="滨江区")
    make(name=two, region="滨江区")
    assert len(groups()) == found


def test_what_a_viewer_does_not_see_makes_no_group_for_them(showroom, ask, make, groups, set_policy):
    two_of(make)
    for name in ("丙", "丁"):
        make("advisor", name=name, phone="13912344322")
    rights = {"rows": OWN_ROWS, "actions": frozenset({Action.DELETE, Action.CREATE})}
    set_policy("sales_advisor", "customer", **rights)
    assert len(groups()) == 2
    set_policy("sales_advisor", "customer", actions=rights["actions"])
    # All records, but of others' phones only the mask.
    assert groups("advisor", anew=False) == [(["丁", "丙"], ["phone"])]
    set_policy("sales_advisor", "customer", **rights)
    assert groups("advisor", anew=False) == [(["丁", "丙"], ["phone"])]
    set_policy("sales_advisor", "customer", fields={"phone": Right.MASKED}, **rights)
    assert groups("advisor", anew=False) == []


def test_a_likelier_rule_hides_a_group_only_from_who_reads_it(showroom, make, groups, set_policy):
    for name in ("王晓明", "王小明"):
        make(name=name, region="滨江区", phone="13912344321")
    assert [why for _, why in groups()] == [["phone"]]
    set_policy("store_manager", "customer", fields={"phone": Right.HIDDEN})
    assert [why for _, why in groups(anew=False)] == [["name", "region"]]


def test_pages_tell_each_group_once(showroom, ask, make, look):
    for number in range(5):
        two_of(make, f"1391234432{number}")
    look()
    told, cursor = [], ""
    while cursor is not None:
        found = page(ask, limit=2, cursor=cursor)
        told += [frozenset(one["id"] for one in group["records"]) for group in found["groups"]]
        cursor = found["next_cursor"]
    assert len(told) == len(set(told)) == 5
    ask("manager", "GET", "duplicates/customer?cursor=phone~x", status=422)


def test_a_cap_says_so(showroom, ask, make, look, monkeypatch):
    monkeypatch.setattr(scanning, "GROUPS", 1)
    monkeypatch.setattr(scanning, "IN_GROUP", 2)
    for phone in ("13912344321", "13912344322"):
        two_of(make, phone)
    make(name="丙", phone="13912344322")
    look()
    found = page(ask)
    assert (found["capped"], [len(group["records"]) for group in found["groups"]]) == (True, [3])


def test_records_read_in_chunks_and_keys_sorted_out_in_parts_are_all_compared(showroom, make, groups, monkeypatch):
    monkeypatch.setattr(scanning, "CHUNK", 2)
    monkeypatch.setattr(scanning, "AT_ONCE", 2)
    for name in ("王晓明", "李雷", "韩梅", "王小明", "赵敏"):
        make(name=name, region="滨江区")
    assert groups() == [(["王小明", "王晓明"], ["name", "region"])]


def test_it_says_that_it_goes_on_also_while_names_are_compared(showroom, make):
    for name in ("杭州远大汽车销售有限公司", "杭州远达汽车消售有限责任公司"):
        make(name=name, region="滨江区")
    store, told = showroom.stores["north"], []
    with tenant_context(store):
        (rule,) = [one for one in rules_of(entity="customer") if one.alike]
        kind = of_store(store).entity_named("customer")
    found = scanning.find_alike(store=store, kind=kind, rule=rule, moved=told.append)
    assert len(found.groups) == 1
    assert sum(told) > 0 and told[-1] == 0


def test_a_worker_killed_half_way_keeps_what_was_found_and_the_next_begins_anew(
    showroom, make, groups, look, monkeypatch
):
    two_of(make)
    assert len(groups()) == 1
    two_of(make, "13912344322")
    monkeypatch.setattr(scans, "find_alike", _killed)
    with pytest.raises(SystemExit):
        look()
    assert len(groups(anew=False)) == 1
    monkeypatch.undo()
    store, scan = showroom.stores["north"], scan_of(showroom)
    # Its lease is still there, as after a kill -9.
    assert not scans.drive(store=store, scan_id=scan.id)
    with tenant_context(store):
        DuplicateScan.objects.update(lease_until=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    assert scans.drive(store=store, scan_id=scan.id)
    assert len(groups(anew=False)) == 2


def _killed(**_):
    raise SystemExit


def test_every_night_only_what_changed_is_looked_through(showroom, make, look):
    two_of(make)
    assert tasks.look_everywhere() > 0
    for entity in ("customer", "vehicle"):
        look(entity)
    north = showroom.stores["north"]
    with tenant_context(north):
        DuplicateScan.objects.filter(entity="vehicle").update(started_at=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
        DuplicateScan.objects.filter(entity="customer").update(started_at=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    tasks.look_everywhere()
    assert scan_of(showroom).status == "waiting"
    assert scan_of(showroom, "vehicle").status == "done"


def test_a_rule_of_ones_own_may_have_a_name_that_is_alike(showroom, ask, make, groups):
    make(name="王晓明", city="杭州")
    make(name="王小明", city="杭州")
    assert groups() == []
    body = {"fields": ["name", "city"], "alike": "name"}
    rule = ask("manager", "POST", "duplicates/customer/rules", body, 201)
    assert rule["alike"] == "name"
    assert groups() == [(["王小明", "王晓明"], ["name", "city"])]
    for alike in ("phone", "region", "nothing"):
        body = {"fields": ["name", "phone"], "alike": alike}
        ask("manager", "POST", "duplicates/customer/rules", body, 422)


def test_what_was_found_goes_with_the_person_whose_data_are_erased(showroom, ask, make, look):
    one, _ = two_of(make)
    look()
    body = {"name": "甲", "reason": "asked"}
    ask("manager", "POST", f"records/customer/{one['id']}/personal-data/erase", body)
    with tenant_context(showroom.stores["north"]):
        assert not DuplicateGroup.objects.filter(ids__contains=[UUID(one["id"])]).exists()


def test_merges_are_listed_as_far_as_one_may_know(showroom, ask, make, set_policy):
    winner = make(name="甲", phone="13912344321")
    loser = make(name="乙", phone="13912344322", city="杭州")
    ask("manager", "POST", "records/vehicle", {"values": {"brand": "比亚迪", "customer": loser["id"]}}, 201)
    done = ask("manager", "POST", "duplicates/customer/merge", {
        "winner": winner["id"], "loser": loser["id"], "take": ["city", "phone"], "winner_version": 1,
        "loser_version": 1,
    })  # fmt: skip
    (told,) = ask("manager", "GET", "duplicates/customer/merged")["merges"]
    assert (told["winner_title"], told["loser_title"], told["mine"]) == ("甲", "乙", True)
    assert (set(told["fields"]), told["moved"], told["undone_at"]) == ({"city", "phone"}, {"vehicle": 1}, None)
    ask("advisor", "GET", "duplicates/customer/merged", status=403)
    set_policy("store_manager", "customer", fields={"city": Right.HIDDEN, "phone": Right.MASKED})
    set_policy("store_manager", "vehicle", fields={"customer": Right.HIDDEN})
    (told,) = ask("manager", "GET", "duplicates/customer/merged")["merges"]
    assert (told["fields"], told["moved"]) == ([], {})
    set_policy("store_manager", "customer", rows=OWN_ROWS)
    set_policy("store_manager", "vehicle")
    ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {})
    assert ask("owner", "GET", "duplicates/customer/merged")["merges"][0]["undone_at"]
