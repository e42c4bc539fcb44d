from collections import Counter, defaultdict

from chezhan.headquarters.imports.storage import plan_folder
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import tenant_context
from tests.factories.phones import phone_here
from tests.factories.sales_files import files_to_import
from tests.integration.headquarters.imports.conftest import counts


def cells_of(stores):
    """(store, month) → [orders, yuan], read order by order."""
    cells = defaultdict(lambda: [0, 0])
    for name, store in stores.items():
        with tenant_context(store):
            for day, price in SalesOrder.objects.values_list("ordered_on", "price"):
                cell = cells[name, f"{day:%Y-%m}"]
                cell[0] += 1
                cell[1] += int(price)
    return dict(cells)


def regions_of(stores):
    found = Counter()
    for name, store in stores.items():
        with tenant_context(store):
            found.update((name, region) for region in SalesOrder.objects.values_list("region", flat=True))
    return found


def assert_plain(store):
    """Seven digits stay seven digits, and cars without VIN and plate have none."""
    with tenant_context(store):
        assert {len(phone_here(customer)) for customer in Customer.objects.all()} == {7}
        assert set(Vehicle.objects.values_list("vin", "plate")) == {(None, None)}


def test_every_cell_of_the_group_equals_a_plain_count_of_the_file(importer, tmp_path):
    for file in files_to_import(tmp_path):
        owner = importer("owner")
        job_id = owner.whole(file.path)
        job = owner.job(job_id)
        assert (job.status, job.rows_done, job.error) == ("done", file.rows, None)
        assert job.outcome["created"] == file.rows
        assert set(job.outcome["stores_made"]) == file.stores
        stores = {name: store for name, store in owner.stores().items() if name in file.stores}
        assert cells_of(stores) == dict(file.cells)
        assert regions_of(stores) == file.regions
        for store in stores.values():
            assert_plain(store)
        assert [sum(column) for column in zip(*map(counts, stores.values()), strict=True)] == [file.rows] * 3
        assert list(plan_folder(job_id=job_id).glob("[0-9]*.jsonl")) == []
