"""What one looked at and starred is one's own, is capped, and is told only as far as it may be seen now."""

from chezhan.access.rights import OWN_ROWS, Right
from chezhan.catalogue.records.memory import services
from chezhan.catalogue.records.memory.models import Favourite, SeenRecord
from tenants.context import tenant_context


def look(ask, who, record, entity="customer"):
    ask(who, "PUT", f"memory/recent/{entity}/{record['id']}", {}, 204)


def star(ask, who, record, method="PUT", entity="customer"):
    ask(who, method, f"memory/favourites/{entity}/{record['id']}", {} if method == "PUT" else None, 204)


def titles(ask, who, part):
    return [one["title"] for one in ask(who, "GET", "memory")[part]]


def test_the_latest_come_first_and_once(showroom, ask, make):
    one, two = make(name="甲"), make(name="乙")
    for record in (one, two, one):
        look(ask, "manager", record)
    assert titles(ask, "manager", "recent") == ["甲", "乙"]
    assert titles(ask, "advisor", "recent") == []
    ask("manager", "DELETE", "memory/recent", status=204)
    assert titles(ask, "manager", "recent") == []


def test_so_many_are_kept_and_no_more(showroom, ask, make, monkeypatch):
    monkeypatch.setattr(services, "SEEN", 2)
    for name in ("甲", "乙", "丙"):
        look(ask, "manager", make(name=name))
    with tenant_context(showroom.stores["north"]):
        assert SeenRecord.objects.count() == 2


def test_a_star_stays_until_it_is_taken_off(showroom, ask, make):
    record = make(name="甲")
    star(ask, "manager", record)
    star(ask, "manager", record)
    assert titles(ask, "manager", "favourites") == ["甲"]
    assert titles(ask, "advisor", "favourites") == []
    star(ask, "manager", record, "DELETE")
    assert titles(ask, "manager", "favourites") == []


def test_favourites_have_a_bound(showroom, ask, make, monkeypatch):
    monkeypatch.setattr(services, "STARRED", 1)
    star(ask, "manager", make(name="甲"))
    error = ask("manager", "PUT", f"memory/favourites/customer/{make(name='乙')['id']}", {}, 409)["error"]
    assert (error["code"], error["params"]) == ("too_many_favourites", {"limit": 1})


def test_what_is_out_of_sight_now_is_not_told(showroom, ask, make, set_policy):
    record = make(name="甲乙丙")
    look(ask, "advisor", record)
    star(ask, "advisor", record)
    set_policy("sales_advisor", "customer", fields={"name": Right.MASKED})
    assert titles(ask, "advisor", "recent") == ["甲**"]
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert (titles(ask, "advisor", "recent"), titles(ask, "advisor", "favourites")) == ([], [])
    ask("advisor", "PUT", f"memory/recent/customer/{record['id']}", {}, 404)
    ask("advisor", "PUT", f"memory/favourites/customer/{record['id']}", {}, 404)


def test_what_was_deleted_is_not_told(showroom, ask, make):
    record = make(name="甲")
    look(ask, "manager", record)
    ask("manager", "POST", "records/customer/delete", {"ids": [record["id"]]})
    assert titles(ask, "manager", "recent") == []


def test_a_view_is_starred_while_it_may_be_seen(showroom, ask):
    view = ask("manager", "POST", "views", {"entity": "customer", "name": "重点", "shared": True}, 201)
    ask("advisor", "PUT", f"memory/favourite-views/{view['id']}", {}, 204)
    assert [one["name"] for one in ask("advisor", "GET", "memory")["views"]] == ["重点"]
    ask("manager", "PATCH", f"views/{view['id']}", {"version": 1, "name": "重点", "shared": False})
    assert ask("advisor", "GET", "memory")["views"] == []
    ask("advisor", "PUT", f"memory/favourite-views/{view['id']}", {}, 404)


def test_it_goes_with_the_person_whose_data_are_erased(showroom, ask, make):
    record = make(name="甲乙")
    look(ask, "manager", record)
    star(ask, "manager", record)
    body = {"name": "甲乙", "reason": "asked"}
    ask("manager", "POST", f"records/customer/{record['id']}/personal-data/erase", body)
    with tenant_context(showroom.stores["north"]):
        assert not SeenRecord.objects.exists() and not Favourite.objects.exists()
