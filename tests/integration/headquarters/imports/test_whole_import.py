from collections import defaultdict

from chezhan.headquarters.imports.storage import plan_folder
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
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
        assert [sum(column) for column in zip(*map(counts, stores.values()), strict=True)] == [file.rows] * 3
        assert list(plan_folder(job_id=job_id).glob("[0-9]*.jsonl")) == []
