"""How fast does a file of customers go in? `python -m tests.bench.bench_import`, SIZE.

One workbook (a tenth of its rows there already, some wrong) through our import: read in its own process, columns
guessed, every row understood, checked, compared with what is there, sealed, written, audited and told; and the same
workbook by openpyxl and bulk_create with the same sealing, into the same table of another store, with no check at all.
"""

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("import")

import tempfile  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

import xlsxwriter  # noqa: E402
from django.conf import settings  # noqa: E402
from openpyxl import load_workbook  # noqa: E402

from chezhan.catalogue.audit.models import AuditEntry  # noqa: E402
from chezhan.catalogue.importing import services  # noqa: E402
from chezhan.catalogue.importing.models import RecordImport  # noqa: E402
from chezhan.catalogue.importing.ordering import Order  # noqa: E402
from chezhan.catalogue.importing.work.driving import drive  # noqa: E402
from chezhan.catalogue.sealing import sealer  # noqa: E402
from chezhan.kernel import clock  # noqa: E402
from chezhan.modules.parties.models import Customer  # noqa: E402
from chezhan.modules.parties.services import PHONE_COLUMN  # noqa: E402
from tenants.acting import acting_as  # noqa: E402
from tenants.context import tenant_context  # noqa: E402
from tests.bench.pairs import say_load  # noqa: E402

ROWS = pick(small=5_000, full=100_000)
BAR = 4
HEADER = ["客户姓名", "手机号", "性别", "来源", "城市", "区域", "年收入"]
GENDERS, SOURCES = ("男", "女"), ("官网", "来电", "活动", "自然到店")
KINDS = {"男": "male", "女": "female", "官网": "web", "来电": "call", "活动": "event", "自然到店": "walk_in"}


def rows() -> list[list]:
    """Every tenth row repeats a phone of an earlier one."""
    return [
        [f"客户{n}", f"138{(n - 9 if n % 10 == 9 else n):08}", GENDERS[n % 2], SOURCES[n % 4], f"城市{n % 11}",
         f"区域{n % 37}", n % 500 * 1000]
        for n in range(ROWS)
    ]  # fmt: skip


def write(path: Path) -> None:
    """As Excel writes it: texts once, in a table of their own."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("客户")
        for number, cells in enumerate([HEADER, *rows()]):
            sheet.write_row(number, 0, cells)


def ours(actor, path: Path) -> tuple[dict[str, float], dict[str, int]]:
    """Seconds of each step, and the counts."""
    store, spent = actor.in_store, {}
    with tenant_context(store):
        job = services.upload_import(
            actor=actor, entity="customer", file_name="客户.xlsx", chunks=[path.read_bytes()], now=clock.now()
        )
    spent["read"] = _seconds(lambda: drive(store=store, job_id=job.id))
    with tenant_context(store):
        found = RecordImport.objects.get(id=job.id)
        services.order_import(actor=actor, job_id=job.id, order=Order.from_json(found.order))
    spent["try"] = _seconds(lambda: drive(store=store, job_id=job.id))
    with tenant_context(store):
        services.start_import(actor=actor, job_id=job.id, now=clock.now())
    spent["write"] = _seconds(lambda: drive(store=store, job_id=job.id))
    with tenant_context(store):
        done = RecordImport.objects.get(id=job.id)
    if done.status != "done":
        raise RuntimeError(f"{done.status}: {done.error}")
    return spent, done.outcome["counts"]


def naive(actor, path: Path) -> float:
    """As it is written in an afternoon: all rows by openpyxl, the phones that came first, one bulk_create."""

    def take() -> None:
        sheet = load_workbook(path, read_only=True).worksheets[0]
        seen, made = set(), []
        with tenant_context(actor.in_store):
            seal = sealer(column=PHONE_COLUMN, type_name="phone")
            for name, phone, gender, source, city, region, income in sheet.iter_rows(min_row=2, values_only=True):
                if phone in seen:
                    continue
                seen.add(phone)
                made.append(
                    Customer(
                        name=name, sealed_phone=seal(str(phone)), gender=KINDS[gender], source_channel=KINDS[source],
                        city=city, region=region, annual_income=income, owner=actor.person_id,
                    )
                )  # fmt: skip
            Customer.objects.bulk_create(made, batch_size=1_000)

    return _seconds(take)


def _seconds(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    with own_database("import") as database, tempfile.TemporaryDirectory() as folder:
        settings.FILES = Path(folder)
        cast, path = database.cast, Path(folder) / "customers.xlsx"
        north, south = cast.actor("manager", store="north"), cast.actor("both", store="south")
        write(path)
        say(f"{ROWS} customers in a workbook of {path.stat().st_size >> 10} kB, a tenth of them twice.")
        with acting_as(south.person_id):
            slow = naive(south, path)
        spent, counts = ours(north, path)
        with tenant_context(north.in_store):
            made, told = Customer.objects.count(), AuditEntry.objects.filter(entity="customer", kind="created").count()
        with tenant_context(south.in_store):
            same = Customer.objects.count()
    total = spent["read"] + spent["write"]
    say(f"Ours: {total:.1f} s ({', '.join(f'{name} {took:.1f}' for name, took in spent.items())}; the dry run apart).")
    say(f"openpyxl and bulk_create: {slow:.1f} s. With our dry run: {slow / sum(spent.values()):.1f}×.")
    say_load()
    ratio = slow / total
    say(f"Bar: at least {BAR} times as fast.")
    finish(
        result={"name": "import", "rows_per_s": round(ROWS / total), "ratio_naive": round(ratio, 2), "n": ROWS},
        bad=int(ratio < BAR),
        controls={
            "both have the same customers": made == same == ROWS - ROWS // 10,
            "rows that repeat a phone were passed over": counts.get("skipped") == ROWS // 10,
            "the audit tells of each": told == made,
        },
    )


if __name__ == "__main__":
    main()
