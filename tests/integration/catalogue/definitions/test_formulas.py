"""A formula is kept only when it can be made, and what it is made of is not taken from under it unasked."""

import pytest

from chezhan.access.rights import ALL_ROWS, Action, FieldRight, Policy, Reach, Right, Rows
from chezhan.catalogue.definitions.formulas.refusals import FieldInUse
from chezhan.catalogue.definitions.refusals import NeededByRights
from chezhan.catalogue.definitions.services.change_field import change_field
from chezhan.catalogue.definitions.services.convert import Conversion, convert_field
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.kernel.errors import AppError
from tests.integration.catalogue.definitions.conftest import catalogue_of
from tests.integration.catalogue.definitions.test_design_api import BASE


def _where(cast, entity="customer"):
    return {"actor": cast.actor("manager", store="north"), "store": cast.stores["north"], "entity": entity}


def _names(cast, entity="customer"):
    return set(catalogue_of(cast.stores["north"]).entity_named(entity).fields)


@pytest.mark.parametrize(
    ("formula", "code", "told"),
    [
        ("pric * 2", "formula_unknown_name", {"name": "pric", "near": "price (Price)", "line": 1, "column": 1}),
        ("1 +\n  成交 * 2", "formula_unknown_name", {"name": "成交", "near": "price (Price)", "line": 2, "column": 3}),
        ("vehicle.brnd", "formula_unknown_name", {"name": "brnd", "near": "brand (Brand)"}),
        ("price + number", "kind_mismatch", {"expected": "number", "found": "text", "line": 1, "column": 1}),
        ("vehicle", "kind_mismatch", {"what": "result", "found": "id"}),
        ("x_own + 1", "formula_cycle", {"fields": "我 → 我"}),
        ("count(price)", "needs_collection", {"field": "price"}),
        ("customer.phone & 1", "field_not_usable", {"field": "customer.phone"}),
        ("rond(price)", "unknown_function", {"similar": "round"}),
        ("1 +", "formula_syntax", {"line": 1, "column": 4}),
    ],
)
def test_a_formula_that_can_not_be_made_is_refused_and_says_why(cast, add, formula, code, told):
    with pytest.raises(AppError) as refused:
        add("sales_order", "我", "formula", name="x_own", formula=formula)
    assert refused.value.code == code
    assert told.items() <= refused.value.params.items()
    assert "x_own" not in _names(cast, "sales_order")


def test_what_is_refused_when_new_is_refused_as_a_change(cast, add):
    add("sales_order", "税", "formula", name="x_tax", formula="price * 0.1")
    with pytest.raises(AppError) as refused:
        change_field(**_where(cast, "sales_order"), name="x_tax", changes={"formula": "prce * 0.1"})
    assert (refused.value.code, list(refused.value.fields)) == ("formula_unknown_name", ["formula"])
    assert catalogue_of(cast.stores["north"]).entity_named("sales_order").fields["x_tax"].formula == "price * 0.1"


def test_what_it_answers_fits_what_it_is_told_to_answer(cast, add):
    with pytest.raises(AppError) as refused:
        add("sales_order", "税", "formula", name="x_tax", formula="number", settings={"result": "money"})
    assert refused.value.code == "kind_mismatch"
    add("sales_order", "税", "formula", name="x_tax", formula="number", settings={"result": "text"})


def test_two_formulas_are_not_made_of_each_other(cast, add):
    add(label="甲", type="formula", name="x_a", formula="1")
    add(label="乙", type="formula", name="x_b", formula="x_a + 1")
    with pytest.raises(AppError) as refused:
        change_field(**_where(cast), name="x_a", changes={"formula": "x_b + 1"})
    assert (refused.value.code, refused.value.params["fields"]) == ("formula_cycle", "甲 → 乙 → 甲")


def test_formulas_in_formulas_do_not_grow_without_end(cast, add):
    add(label="甲", type="formula", name="x_0", formula="1 + 1 + 1 + 1")
    with pytest.raises(AppError) as refused:
        for number in range(12):
            add(label="乙", type="formula", name=f"x_{number + 1}", formula=" + ".join([f"x_{number}"] * 4))
    assert refused.value.code == "expression_too_large"


def test_a_field_that_a_formula_uses_is_retired_only_on_demand(cast, add):
    add(label="里程", type="number", name="x_km")
    add(label="万里", type="formula", name="x_far", formula="x_km / 10000")
    with pytest.raises(FieldInUse) as refused:
        retire_field(**_where(cast), name="x_km")
    assert refused.value.params["formulas_zh"] == "万里"
    assert "x_km" in _names(cast)
    retire_field(**_where(cast), name="x_km", accept_use=True)
    assert "x_km" not in _names(cast)
    # What is broken already keeps nobody from anything else.
    add(label="别的", name="x_other")
    bring_back_field(**_where(cast), name="x_km")
    assert "x_km" in _names(cast)


def test_a_name_alike_on_another_kind_of_record_is_no_use(cast, add):
    add("sales_order", "税", "formula", name="x_tax", formula="price * 0.1")
    add("vehicle", "价", "number", name="x_price")
    add("sales_order", "价", "number", name="x_price")
    add("sales_order", "半价", "formula", name="x_half", formula="x_price / 2")
    retire_field(**_where(cast, "vehicle"), name="x_price")
    assert "x_price" not in _names(cast, "vehicle")


def test_a_field_is_not_given_a_type_that_its_formula_can_not_take(cast, add):
    add(label="里程", type="number", name="x_km")
    add(label="万里", type="formula", name="x_far", formula="x_km / 10000")
    with pytest.raises(FieldInUse):
        convert_field(**_where(cast), name="x_km", conversion=Conversion("text"))
    convert_field(**_where(cast), name="x_km", conversion=Conversion("integer"))
    assert catalogue_of(cast.stores["north"]).entity_named("customer").fields["x_km"].type.name == "integer"


def test_a_field_on_which_rights_depend_stays(cast, add):
    add(label="区域", name="x_area")
    only = Rows(Reach.PREDICATE, '{"combinator":"and","rules":[{"field":"x_area","operator":"=","value":"东"}]}')
    read = FieldRight(Right.READ)
    policy = Policy(only, read, read, {}, frozenset())
    set_policies(actor=cast.actor("owner", store="north"), changes=[Change("sales_advisor", "customer", policy)])
    with pytest.raises(NeededByRights) as refused:
        retire_field(**_where(cast), name="x_area", accept_use=True)
    assert refused.value.params["roles"] == "sales_advisor"
    with pytest.raises(NeededByRights):
        convert_field(**_where(cast), name="x_area", conversion=Conversion("number"))
    assert "x_area" in _names(cast)


@pytest.fixture
def ask(sign_in):
    client = sign_in("manager", store="north")

    def _ask(method: str, path: str, body=None):
        response = getattr(client, method)(f"{BASE}/{path}", body, content_type="application/json")
        return response.status_code, response.json()

    return _ask


def test_a_formula_is_tried_before_it_is_kept(ask, showroom):
    status, told = ask("post", "entities/sales_order/formula/check", {"formula": "price * 2"})
    assert (status, told["kind"], len(told["samples"])) == (200, "number", 3)
    assert {"number", "x_trial"} <= told["samples"][0].keys()
    status, told = ask("post", "entities/sales_order/formula/check", {"formula": "price", "field": "\x17"})
    assert (status, told["error"]["code"]) == (404, "unknown_definition")
    status, told = ask("post", "entities/sales_order/formula/check", {"formula": "pric * 2"})
    assert (status, told["error"]["params"]["near_zh"]) == (422, "price (成交价)")
    assert "x_trial" not in _names(showroom, "sales_order")


def test_what_the_designer_may_not_read_is_in_no_sample(ask, showroom):
    read = FieldRight(Right.READ)
    policy = Policy(ALL_ROWS, read, read, {"price": FieldRight(Right.HIDDEN)}, frozenset(Action))
    set_policies(actor=showroom.actor("owner", store="north"), changes=[Change("store_manager", "sales_order", policy)])
    status, told = ask("post", "entities/sales_order/formula/check", {"formula": "price * 2"})
    assert (status, told["samples"]) == (200, [])


def test_who_uses_a_field_is_told(ask, add, sign_in, showroom):
    add("sales_order", "税", "formula", name="x_tax", formula="price * 0.1")
    client = sign_in("manager", store="north")
    for name, shared in (("大单", True), ("我的", False)):
        view = {"entity": "sales_order", "name": name, "columns": ["number", "price"], "shared": shared}
        assert client.post("/api/store/views", view, content_type="application/json").status_code < 300
    status, told = ask("get", "entities/sales_order/fields/price/uses")
    assert status == 200
    assert [one["field"] for one in told["formulas"]] == ["balance", "margin", "x_tax"]
    assert (told["views"], told["private_views"], told["roles"], told["ceiling"]) == (["大单"], 1, [], False)
    assert ask("get", "entities/sales_order/fields/nothing/uses")[0] == 404
