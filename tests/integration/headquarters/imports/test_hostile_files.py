"""Bad input: answered well, in bounded memory."""

import tracemalloc

import pytest

from chezhan.headquarters.imports.refusals import FileHasZeros
from chezhan.headquarters.imports.services.upload import upload_import
from chezhan.kernel import clock
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.integration.headquarters.imports.conftest import rows


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
def test_chinese_files_go_in_whatever_their_encoding(importer, cast, encoding):
    header = "门店,订单号,下单日期,成交价,客户姓名,手机号,品牌,车系"
    text = rows("安和北店,甲一,2022年1月13日,12.8万,张伟,13800138000,比亚迪,汉", header=header)
    importer().whole(text.encode(encoding))
    with tenant_context(cast.stores["north"]):
        order = SalesOrder.objects.select_related("customer").get()
        assert (order.number, str(order.ordered_on), order.price) == ("甲一", "2022-01-13", 128000)
        assert (order.brand, order.customer.name, order.customer.phone) == ("比亚迪", "张伟", "13800138000")
