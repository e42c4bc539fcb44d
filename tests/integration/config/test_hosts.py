"""Where DNS allows, a store has a host name of its own; header and host must then agree."""

import pytest

from chezhan.config import spa
from tenants.models import Domain
from tenants.provisioning import create_store
from tenants.roles import OWNER

ZONE = "crm.example.test"


@pytest.fixture
def hosts(cast, settings):
    settings.STORE_DOMAIN = ZONE
    settings.ALLOWED_HOSTS = [f".{ZONE}", "testserver"]
    settings.PUBLIC_URL = f"https://{ZONE}"
    Domain.objects.using(OWNER).bulk_create(
        Domain(domain=f"{name}.{ZONE}", tenant_id=cast.stores[name].id) for name in ("north", "south", "rival")
    )


def home(client, host: str):
    return client.get("/api/store/home", headers={"Host": f"{host}.{ZONE}"})


def test_the_host_names_the_store(sign_in, cast, hosts):
    response = home(sign_in("manager"), "north")
    assert (response.status_code, response.json()["store"]["slug"]) == (200, cast.stores["north"].slug)


def test_a_host_in_capitals_is_the_same_host(sign_in, cast, hosts):
    assert home(sign_in("manager"), "NORTH").json()["store"]["slug"] == cast.stores["north"].slug


def test_header_and_host_that_disagree_are_refused(sign_in, hosts):
    assert home(sign_in("both", store="north"), "south").status_code == 404


@pytest.mark.parametrize("host", ["rival", "nobody"])
def test_another_groups_host_is_like_one_that_does_not_exist(sign_in, hosts, host):
    response = home(sign_in("manager"), host)
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_the_front_door_of_a_host_leads_to_its_store(client, cast, hosts, monkeypatch):
    monkeypatch.setattr(spa, "_page", lambda: b"<html></html>")
    response = client.get("/", headers={"Host": f"north.{ZONE}"})
    assert (response.status_code, response["Location"]) == (302, f"/s/{cast.stores['north'].slug}/")


def test_a_new_store_gets_its_host(cast, hosts):
    store = create_store(group_id=cast.groups["a"].id, name="安和西店", pack="dealer")
    assert Domain.objects.using(OWNER).get(tenant_id=store.id).domain == f"{store.slug}.{ZONE}"
