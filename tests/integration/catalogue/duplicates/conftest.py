"""Requests, and looks through a store as a worker does them."""

import pytest

from chezhan.catalogue.records.duplicates.models import DuplicateScan
from chezhan.catalogue.records.duplicates.scans import drive
from tenants.context import tenant_context
from tests.integration.catalogue.records.around.conftest import ask, make, set_policy, showroom

__all__ = ["ask", "make", "set_policy", "showroom"]


@pytest.fixture
def look(showroom, ask):
    """look("customer") asks for a look through all of them, and does it."""

    def _look(entity="customer", who="manager"):
        ask(who, "POST", f"duplicates/{entity}/look", {}, 202)
        store = showroom.stores["north"]
        with tenant_context(store):
            scan_id = DuplicateScan.objects.get(entity=entity).id
        assert drive(store=store, scan_id=scan_id)

    return _look


@pytest.fixture
def groups(ask, look):
    """groups() → ([titles], [fields by which they match]) of what a fresh look finds; `anew=False`: the last one."""

    def _groups(who="manager", entity="customer", anew=True):
        if anew:
            look(entity)
        found = ask(who, "GET", f"duplicates/{entity}")
        return [(sorted(one["title"] or "" for one in group["records"]), group["why"]) for group in found["groups"]]

    return _groups
