"""Whatever A's people ask for that is B's: they learn nothing, change nothing, and can't tell that it is there."""

import pytest

from tenants import lookup
from tests.bench.tenancy.asking import all_asks, untested
from tests.bench.tenancy.canaries import columns_that_cannot, columns_without_canary
from tests.bench.tenancy.cases import CASES
from tests.bench.tenancy.digests import digest_of
from tests.bench.tenancy.silent import SAY_NOTHING_OWN
from tests.bench.tenancy.trying import against_b
from tests.factories.routes import find_routes

ROUTES = find_routes()
OPERATIONS = [route for route in ROUTES if route.operation]
READS = [route for route in OPERATIONS if route.method == "GET"]


@pytest.fixture
def torture(cast, tmp_path):
    with against_b(cast, files=tmp_path) as made:
        yield made


def _digest(cast, database, torture) -> dict[str, str]:
    return digest_of(owner=database.wiper, store=cast.stores["rival"], belongings=torture.belongings.everything)


def test_every_route_has_a_case(torture):
    assert not untested(ROUTES, torture.belongings)


def test_a_route_without_a_case_would_be_named(torture, monkeypatch):
    monkeypatch.delitem(CASES, "get_import")
    assert untested(ROUTES, torture.belongings) == ["GET /api/hq/<group>/imports/<import_id>"]


def test_every_text_of_b_holds_the_word_that_would_betray_it(cast, database, torture):
    blank = columns_without_canary(owner=database.wiper, store=cast.stores["rival"])
    assert blank <= columns_that_cannot()


def test_bs_own_people_find_what_is_theirs(torture):
    seen = torture.sees(list(all_asks(READS, ["rival_owner"], seed=1)))
    assert {route.operation for route in READS} - seen <= SAY_NOTHING_OWN


# Who may do most asks everything; who may do less asks what answers. `make torture NAME=tenancy` has all ask all.
@pytest.mark.parametrize(("person", "routes"), [("owner", ROUTES), ("advisor", READS)], ids=["owner", "advisor"])
def test_as_people_find_nothing_of_b(person, routes, cast, database, torture):
    before = _digest(cast, database, torture)
    torture.put_all(list(all_asks(routes, [person], seed=2)))
    torture.over_the_wire()
    assert {name: count for name, count in torture.counts.items() if name != "tried"} == {}
    assert _digest(cast, database, torture) == before


def test_without_the_check_of_membership_they_would(torture, monkeypatch):
    monkeypatch.setattr(lookup, "_roles", lambda *args, **kwargs: frozenset({"group_owner"}))
    torture.put_all(list(all_asks(READS, ["owner"], seed=3)))
    assert torture.counts["leaked"]
