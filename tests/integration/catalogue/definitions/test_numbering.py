"""A running number is drawn for whoever adds a record, and for those that were there before."""

from chezhan.catalogue.definitions.services.change_field import change_field
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import catalogue_of


def _held(cast) -> list[str]:
    model = catalogue_of(cast.stores["north"]).entity_named("customer").model
    with tenant_context(cast.stores["north"]):
        return list(model.objects.order_by("created_at", "id").values_list("x_no", flat=True))


def _add_record(cast, sign_in) -> None:
    values = {"values": {"name": "新客"}}
    answer = sign_in("manager", store="north").post(
        "/api/store/records/customer", values, content_type="application/json"
    )
    assert answer.status_code in (200, 201), answer.content.decode()


def test_old_records_are_numbered_by_age_and_new_ones_go_on(cast, add, showroom, sign_in):
    add(label="编号", type="auto_number", name="x_no", settings={"prefix": "K-'%", "digits": 3})
    assert _held(cast) == [f"K-'%00{number}" for number in range(1, 6)]
    _add_record(cast, sign_in)
    assert _held(cast)[-1] == "K-'%006"


def test_a_new_prefix_is_for_new_records(cast, add, showroom, sign_in):
    add(label="编号", type="auto_number", name="x_no", settings={"prefix": "A", "digits": 3})
    where = {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": "customer"}
    change_field(**where, name="x_no", changes={"settings": {"prefix": "B", "digits": 2}})
    _add_record(cast, sign_in)
    assert (_held(cast)[0], _held(cast)[-1]) == ("A001", "B06")
