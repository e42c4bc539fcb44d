"""Bad input and bad moments, by way of the API: answered well, in bounded memory."""

import tracemalloc

import pytest

from chezhan.catalogue.importing.files.refusals import FileHasZeros
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.services.upload import upload_import
from chezhan.headquarters.imports.work.driving import drive
from chezhan.kernel import clock
from chezhan.modules.sales.models import SalesOrder
from tenants.context import public_context, tenant_context
from tests.factories.phones import phone_here
from tests.integration.headquarters.account.conftest import at_once
from tests.integration.headquarters.imports.conftest import counts, ready, rows, upload

SALE = "安和北店,A1,1/13/2022,100,Ann,8429371,Ford,Fox"


def start(client, at):
    answer = client.post(f"{at}/start", {}, content_type="application/json")
    if answer.status_code == 200:
        drive(job_id=at.rpartition("/")[2])
    return answer


def zeros(megabytes):
    for _ in range(megabytes):
        yield bytes(1 << 20)


def test_many_zeros_are_refused_in_little_memory(importer, settings):
    tracemalloc.start()
    with pytest.raises(FileHasZeros):
        upload_import(actor=importer().actor, file_name="zeros.csv", chunks=zeros(64), now=clock.now())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 16 << 20
    assert list((settings.FILES / "imports").glob("*")) == []


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
def test_chinese_files_go_in_whatever_their_encoding(client, cast, encoding):
    header = "门店,订单号,下单日期,成交价,客户姓名,手机号,品牌,车系"
    text = rows("安和北店,甲一,2022年1月13日,12.8万,张伟,13800138000,比亚迪,汉", header=header)
    at = ready(client, text.encode(encoding))
    assert client.get(at).json()["plan"]["preview"][0]["understood"]["customer_name"] == "张伟"
    start(client, at)
    assert client.get(at).json()["status"] == "done"
    with tenant_context(cast.stores["north"]):
        order = SalesOrder.objects.select_related("customer").get()
        assert (order.number, str(order.ordered_on), order.price) == ("甲一", "2022-01-13", 128000)
        assert (order.brand, order.customer.name, phone_here(order.customer)) == ("比亚迪", "张伟", "13800138000")


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "import_file_empty", "The file is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "import_file_binary", "This is a PDF"),
    ],
)
def test_what_is_no_table_is_called_by_its_name_and_leaves_nothing(client, settings, content, code, says):
    refused = upload(client, content, name="sales.csv")
    error = refused.json()["error"]
    assert (refused.status_code, error["code"]) == (422, code)
    assert error["message"].startswith(says)
    assert client.get(client.base).json() == []
    assert list((settings.FILES / "imports").glob("*")) == []


def test_of_two_people_who_start_the_same_file_at_once_one_is_told_of_the_other(client, sign_in, cast):
    analyst = sign_in("analyst")
    analyst.base = client.base
    places = [(client, ready(client, rows(SALE))), (analyst, ready(analyst, rows(SALE)))]

    def begin(who, at):
        return lambda: who.post(f"{at}/start", {}, content_type="application/json").status_code

    begun = at_once(*(begin(who, at) for who, at in places), rows="dealer_group.id", value=cast.groups["a"].id)
    assert begun == [200, 409]
    with public_context():
        (running,) = ImportJob.objects.filter(status="running")
    drive(job_id=running.id)
    (waiting,) = ((who, at) for who, at in places if who.get(at).json()["status"] == "ready")
    assert start(*waiting).status_code == 200
    seen = waiting[0].get(waiting[1]).json()
    assert (seen["status"], seen["created"], seen["unchanged"]) == ("done", 0, 1)
    assert counts(cast.stores["north"]) == (1, 1, 1)


def test_a_browser_that_is_closed_while_it_sends_leaves_no_half_file(client, settings):
    """The last boundary never came."""
    body = b'--b\r\nContent-Disposition: form-data; name="file"; filename="sales.csv"\r\n\r\n' + rows(SALE).encode()
    broken_off = client.generic("POST", client.base, body, content_type="multipart/form-data; boundary=b")
    assert (broken_off.status_code, list(broken_off.json()["error"]["fields"])) == (422, ["file"])
    assert client.get(client.base).json() == []
    assert not list(settings.FILES.rglob("*.csv"))
    whole = client.generic("POST", client.base, body + b"\r\n--b--\r\n", content_type="multipart/form-data; boundary=b")
    assert whole.status_code == 201
