"""The same person in another store of the group: who looks is judged by that store alone, its wall and its rights."""

import json
from urllib.parse import quote

import pytest

from chezhan.catalogue.sealing import sealed
from chezhan.modules.parties.models import Customer
from chezhan.modules.parties.services import PHONE_COLUMN
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import policy
from tests.integration.engines.forms.conftest import RECORDS, Colleague

PHONE, NAME = "13800138000", "欧阳南"
POLICY = "/api/store/policies/customer/store_manager"


@pytest.fixture
def known(cast):
    """A customer of the south store, and of the rival's."""
    for store in ("south", "rival"):
        with tenant_context(cast.stores[store]):
            phone = sealed(column=PHONE_COLUMN, type_name="phone", text=PHONE)
            Customer.objects.create(name=NAME, sealed_phone=phone, region="雨花台区")


def look(client):
    """As a customer's page asks in each of the other stores."""
    rule = {"field": "phone", "operator": "=", "value": PHONE}
    asked = quote(json.dumps({"combinator": "and", "rules": [rule]}))
    return client.get(f"{RECORDS}/customer?fields=name&limit=5&count=false&filter={asked}")


def test_another_store_shows_a_person_to_its_own_people_by_its_own_rights(cast, sign_in, known):
    both, owner = sign_in("both", store="south"), Colleague(sign_in("owner", store="south"))
    (row,) = look(both).json()["rows"]
    assert row["name"] == NAME and row.keys() <= {"id", "version", "name"}
    # Of the same person, in the store where they stand now, nothing is there.
    assert look(sign_in("both", store="north")).json()["rows"] == []
    # Neither colleagues of one store alone nor another group's people come through.
    for name, store in (("manager", "south"), ("advisor", "south"), ("manager", "rival"), ("owner", "rival")):
        refused = look(sign_in(name, store=store))
        assert refused.status_code in (403, 404) and NAME not in refused.content.decode()
    # That store's rights, not those of the one they come from: a masked name stays one, hidden rows are none.
    owner.ask("put", POLICY, {"policy": policy("read", fields={"name": "masked"})})
    (row,) = look(both).json()["rows"]
    assert NAME not in row["name"] and "*" in row["name"]
    owner.ask("put", POLICY, {"policy": policy("read", rows="own")})
    assert look(both).json()["rows"] == []
    owner.ask("put", POLICY, {"policy": policy("read", fields={"phone": "hidden"})})
    assert look(both).status_code == 422
    owner.ask("put", POLICY, {"policy": policy("hidden")})
    refused = look(both)
    assert refused.status_code == 422 and NAME not in refused.content.decode()
