"""A store's particulars: managers say them, papers and customers' pages show them, the audit tells of changes."""

from django.test import Client

from chezhan.catalogue.particulars.services import Told, read_particulars
from chezhan.modules.quotes.models import Quote
from tenants.context import tenant_context
from tenants.links import new_token
from tests.integration.modules.sales.conftest import lot, seller

__all__ = ["lot", "seller"]
PATH = "/api/store/particulars"
SAID = {
    "legal_name": "澄骐（杭州）汽车销售服务有限公司",
    "address": "杭州市滨江区江南大道 1 号",
    "phone": "0571-5555 0101",
    "tax_no": "91330100MADEMO0011",
    "bank": "示例银行滨江支行 1234",
    "clauses": "1. 车辆颜色以实车为准。\n2. 质保按厂家规定。",
}


def test_managers_say_them_and_everybody_sees_them(cast, seller):
    manager, advisor = seller(), seller("advisor")
    assert advisor.ask("get", PATH) == {"version": 0, **dict.fromkeys(SAID, ""), "may_change": False}
    assert manager.ask("put", PATH, {**SAID, "version": 0}) == {"version": 1, **SAID, "may_change": True}
    assert advisor.ask("put", PATH, {**SAID, "version": 1}, status=403)["error"]["code"] == "forbidden"
    assert manager.ask("put", PATH, {**SAID, "version": 0}, status=409)["error"]["code"] == "particulars_changed"
    for wrong in ({"tax_no": "短"}, {"phone": "请拨打"}, {"legal_name": "长" * 121}):
        manager.ask("put", PATH, {**SAID, **wrong, "version": 1}, status=422)
    with tenant_context(cast.stores["north"]):
        assert read_particulars() == Told(**SAID)
    with tenant_context(cast.stores["south"]):
        assert read_particulars() == Told()
    told = manager.ask("get", "/api/store/audit?entity=settings")["rows"]
    assert [one["setting"]["subject"] for one in told] == ["particulars"]


def test_customers_see_where_to_go_and_whom_to_call(cast, seller, lot):
    seller().ask("put", PATH, {**SAID, "version": 0})
    quote = seller("advisor").create("quote", trim=lot["trim"], customer=lot["customer"])["record"]
    with tenant_context(cast.stores["north"]):
        token = new_token(cast.stores["north"])
        Quote.objects.filter(id=quote["id"]).update(status="sent", token=token, valid_until="2099-01-01")
    told = Client().get(f"/q/{token}?lang=zh").content.decode()
    assert SAID["address"] in told and f'href="tel:{SAID["phone"]}"' in told
    page = seller().ask("post", "/api/store/design/test-drive-page", {})["page"]["path"].removeprefix("/t/")
    shown = Client().get(f"/api/public/test-drives/{page}").json()
    assert (shown["address"], shown["phone"]) == (SAID["address"], SAID["phone"])
