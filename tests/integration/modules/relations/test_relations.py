"""How customers stand to each other: one record for two, told from either side, and never beyond who one sees."""

import pytest
from django.db import IntegrityError, transaction

from chezhan.access.rights import OWN_ROWS
from chezhan.modules.relations.models import Relation
from tenants.context import tenant_context
from tests.integration.catalogue.records.around.conftest import ask, make, set_policy, showroom

__all__ = ["ask", "make", "set_policy", "showroom"]


@pytest.fixture
def relate(ask):
    """relate(a, "child", b): b is a's child."""

    def _relate(one, kind, other, who="manager", status=201):
        values = {"customer": one["id"], "kind": kind, "other": other["id"]}
        found = ask(who, "POST", "records/relation", {"values": values}, status)
        return found["record"] if status == 201 else found["error"]

    return _relate


@pytest.fixture
def people(ask):
    """people(a) → (what they are to a, their name, their cars)."""

    def _people(one):
        found = ask("manager", "GET", f"relations/{one['id']}")["people"]
        return [(row["kind"], row["person"]["title"], [car["what"] for car in row["cars"]]) for row in found]

    return _people


@pytest.fixture
def family(make, relate, ask):
    """A father, his daughter with a car, and the company that he works for."""
    father, daughter, company = make(name="张三"), make(name="张小燕"), make(name="安达物流", kind="company")
    for values in ({"brand": "比亚迪", "series": "海豚"}, {"brand": "蔚来", "left_on": "2026-01-05"}):
        ask("manager", "POST", "records/vehicle", {"values": values | {"customer": daughter["id"]}}, 201)
    relate(father, "child", daughter)
    relate(father, "company", company)
    return father, daughter, company


def test_a_relation_is_told_from_either_side_with_the_cars_that_they_have(family, people, ask):
    father, daughter, company = family
    assert people(father) == [("child", "张小燕", ["比亚迪 海豚"]), ("company", "安达物流", [])]
    assert (people(daughter), people(company)) == ([("parent", "张三", [])], [("contact", "张三", [])])
    for one in (father, daughter):
        page = ask("manager", "GET", f"records/customer/{one['id']}/timeline?around=true&kinds=relation")
        assert {row["record"]["kind"] for row in page["rows"]} == {"relation"}
    # Advisors say them too, and take back what was said by mistake.
    found = ask("advisor", "GET", f"relations/{father['id']}")
    assert (found["may_add"], found["may_remove"], found["more"]) == (True, True, False)
    ids = {"ids": [found["people"][1]["id"]]}
    ask("advisor", "POST", "records/relation/delete", ids)
    assert (people(company), len(people(father))) == ([], 1)
    ask("advisor", "POST", "records/relation/bring-back", ids)
    assert len(people(father)) == 2


def test_there_is_one_for_two_whichever_stands_first_and_none_to_oneself(family, relate, people, showroom):
    father, daughter, _ = family
    for one, other in ((father, daughter), (daughter, father)):
        assert relate(one, "other", other, status=409)["code"] == "relation_there"
    assert relate(father, "sibling", father, status=422)["code"] == "related_to_self"
    assert len(people(father)) == 2
    with tenant_context(showroom.stores["north"]):
        for values in ({"other_id": father["id"]}, {"other_id": daughter["id"], "kind": "cousin"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                Relation.objects.create(**{"customer_id": father["id"], "kind": "other"} | values)


def test_whom_one_does_not_see_is_in_no_answer_and_no_count(family, relate, make, ask, set_policy):
    father, daughter, company = family

    def people(one):
        found = ask("advisor", "GET", f"relations/{one['id']}")["people"]
        return [(row["kind"], row["person"]["title"], [car["what"] for car in row["cars"]]) for row in found]

    mine = make(who="advisor", name="李四")
    for other in (father, daughter):
        relate(mine, "friend", other)
    friend = make(who="advisor", name="王五")
    relate(mine, "colleague", friend, who="advisor")
    assert len(people(mine)) == 3
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert people(mine) == [("colleague", "王五", [])]
    relations = ask("advisor", "GET", "records/relation")
    assert [(row["customer"]["title"], row["other"]["title"]) for row in relations["rows"]] == [("李四", "王五")]
    assert relations["count"]["value"] == ask("advisor", "GET", "home")["counts"]["relation"] == 1
    groups = ask("advisor", "GET", "records/relation/groups?by=kind")["groups"]
    assert [one["count"] for one in groups] == [1]
    page = ask("advisor", "GET", f"records/customer/{mine['id']}/timeline?around=true&kinds=relation")
    assert len(page["rows"]) == 1
    hidden = ask("manager", "GET", f"relations/{father['id']}")["people"][0]
    ask("advisor", "GET", f"records/relation/{hidden['id']}", status=404)
    ask("advisor", "POST", "records/relation/delete", {"ids": [hidden["id"]]}, 404)
    ask("advisor", "GET", f"relations/{father['id']}", status=404)
    assert relate(mine, "spouse", company, who="advisor", status=422)["params"]["rows"][0]["code"] == "no_such_target"
    # Nor does anybody of another store.
    ask("rival_manager", "GET", f"relations/{father['id']}", status=404, store="rival")


def test_it_is_either_ones_data_and_goes_with_either(family, ask, people, showroom):
    father, daughter, company = family

    def held(one):
        told = ask("manager", "GET", f"records/customer/{one['id']}/personal-data")["held"]
        return {kind["entity"]: len(kind["rows"]) for kind in told}.get("relation", 0)

    assert [held(one) for one in family] == [2, 1, 1]
    body = {"name": "张小燕", "reason": "asked"}
    done = ask("manager", "POST", f"records/customer/{daughter['id']}/personal-data/erase", body)
    (told,) = ask("manager", "GET", f"records/customer/{daughter['id']}/personal-data")["requests"]
    assert told["counts"]["relation"] == 1
    assert done["counts"] == {"customer": 1}
    assert (people(father), held(company)) == ([("company", "安达物流", [])], 1)
    with tenant_context(showroom.stores["north"]):
        assert Relation.objects.count() == 1


def test_of_two_who_become_one_each_relation_is_there_once(family, make, relate, people, ask):
    father, daughter, _company = family
    again, friend = make(name="张叁"), make(name="李四")
    relate(again, "parent", daughter)
    relate(friend, "friend", again)
    relate(again, "other", father)
    body = {"winner": father["id"], "loser": again["id"], "take": [], "winner_version": 1, "loser_version": 1}
    done = ask("manager", "POST", "duplicates/customer/merge", body)
    assert people(father) == [("child", "张小燕", ["比亚迪 海豚"]), ("friend", "李四", []), ("company", "安达物流", [])]
    assert people(daughter) == [("parent", "张三", [])]
    ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {})
    assert {(kind, name) for kind, name, _ in people(again)} == {
        ("parent", "张小燕"), ("friend", "李四"), ("other", "张三"),
    }  # fmt: skip
    assert len(people(father)) == 3 and len(people(daughter)) == 2
