"""Erased on request: nothing tells of the person any more, and nobody else is touched."""

import pytest

from chezhan.catalogue.records.personal import erasing
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.integration.catalogue.records.personal.conftest import NAME, PHONE, PLATE

ERASE = {"name": NAME, "reason": "asked"}


def erase(ask, person, who="manager", status=200, **changes):
    return ask(who, "POST", f"records/customer/{person.customer}/personal-data/erase", ERASE | changes, status)


def test_nothing_in_the_store_tells_of_the_person_any_more(planted, ask, found):
    before = found()
    assert {
        "customer", "vehicle", "sales_order", "x_visit", "record_comment", "saved_view", "audit_entry",
        "recycled_record", "bulk_touch", "intake_touch", "lead", "interaction",
    } <= before.keys()  # fmt: skip
    erase(ask, planted)
    assert found() == {}


def test_another_person_is_not_touched(planted, ask, rest):
    before = rest(planted)
    erase(ask, planted)
    after = rest(planted)
    differ = {table: set(before.get(table, ())) ^ set(after.get(table, ())) for table in before | after}
    assert {table: lines for table, lines in differ.items() if lines} == {}
    # Of the car that is the other's by now, only the time when it was this person's is gone.
    car = ask("manager", "GET", f"records/vehicle/{planted.sold}")["record"]
    assert (car["plate"], car["customer"]["id"], car["brand"]) == ("浙D99999", planted.other, "卖了")


def test_what_the_law_has_kept_stays(planted, ask):
    erase(ask, planted)
    order = ask("manager", "GET", f"records/sales_order/{planted.order}")["record"]
    kept = ("number", "ordered_on", "price", "brand", "x_deposit")
    assert [order[name] for name in kept] == ["N-1", "2024-05-06", "312000.00", "理想", "5000.00"]
    assert (order["customer"]["id"], order["x_note"], order["vin"]) == (planted.customer, None, None)
    customer = ask("manager", "GET", f"records/customer/{planted.customer}")["record"]
    assert (customer["name"], customer["phone"], customer["city"], customer["x_note"]) == ("已清除", None, "", None)


def test_it_is_known_that_it_happened_and_no_more(planted, ask, cast):
    erase(ask, planted, reason="withdrawn")
    [told] = ask("manager", "GET", f"records/customer/{planted.customer}/personal-data")["requests"]
    assert (told["kind"], told["reason"], told["by"]) == ("erased", "withdrawn", str(cast.people["manager"].id))
    assert (told["counts"]["customer"], told["counts"]["_comments"], told["counts"]["_bin"]) == (1, 2, 2)
    kinds = {one["kind"] for one in ask("manager", "GET", f"records/customer/{planted.customer}/timeline")["rows"]}
    assert kinds <= {"created", "updated"}


def test_another_name_erases_nothing(planted, ask, found):
    before = found()
    assert erase(ask, planted, status=422, name="欧阳")["error"]["code"] == "name_differs"
    assert found() == before


@pytest.mark.parametrize("who", ["advisor", "analyst"])
def test_it_takes_a_right_of_its_own(planted, ask, found, who):
    before = found()
    erase(ask, planted, who=who, status=403)
    ask(who, "GET", f"records/customer/{planted.customer}/personal-data", status=403)
    ask(who, "GET", f"records/customer/{planted.customer}/personal-data.zip", status=403)
    assert found() == before


def test_only_a_persons_record_is_a_person(planted, ask):
    answer = ask("manager", "GET", f"records/vehicle/{planted.vehicle}/personal-data", status=422)
    assert answer["error"]["code"] == "not_a_person"


def test_a_death_in_the_middle_leaves_all_as_it_was(planted, ask, found, monkeypatch):
    """The last of the work fails, when everything else is done already."""
    before = found()

    def dies(**given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(erasing, "erase_history", dies)
        with pytest.raises(KeyboardInterrupt):
            erase(ask, planted)
    assert found() == before
    erase(ask, planted)
    assert found() == {}


def test_an_undo_brings_nothing_back(planted, ask, found):
    operations = [one["id"] for one in ask("manager", "GET", "operations") if one["kind"] == "update"]
    erase(ask, planted)
    for number in operations:
        ask("manager", "POST", f"operations/{number}/undo", {})
    assert found() == {}


def test_an_answer_that_was_kept_is_not_given_again(cast, ask):
    body = {"values": {"name": NAME, "phone": PHONE, "city": PLATE}}
    made = ask("manager", "POST", "records/customer", body, 201, Idempotency_Key="once")["record"]
    assert ask("manager", "POST", "records/customer", body, 201, Idempotency_Key="once")["record"]["id"] == made["id"]
    ask("manager", "POST", f"records/customer/{made['id']}/personal-data/erase", ERASE)
    assert ask("manager", "POST", "records/customer", body, 201, Idempotency_Key="once") is None
    with tenant_context(cast.stores["north"]):
        assert Customer.objects.count() == 1


def test_what_an_own_field_says_of_the_other_stays(planted, ask):
    erase(ask, planted)
    order = ask("manager", "GET", f"records/sales_order/{planted.other_order}")["record"]
    assert (order["x_note"], order["x_from"]["id"]) == ("别人的单", planted.customer)
