"""An approved order of a store that sells, and the page on which its customer reads and signs the contract."""

import base64
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from tests.integration.modules.sales.conftest import lot, order, seller

__all__ = ["lot", "order", "seller"]
PUBLIC = "/api/public/contracts"


def drawn_by_finger() -> str:
    made = BytesIO()
    Image.new("RGB", (320, 120), "white").save(made, "PNG")
    return "data:image/png;base64," + base64.b64encode(made.getvalue()).decode()


class Page:
    """On the customer's telephone."""

    def __init__(self, contract: Any, address: str = "203.0.113.7") -> None:
        self.path, self.client = f"{PUBLIC}/{contract['token']}", Client(REMOTE_ADDR=address)

    def look(self, status: int = 200) -> Any:
        answer = self.client.get(self.path)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def sign(self, status: int = 200, **said: Any) -> Any:
        body = {"name": "李四", "picture": drawn_by_finger(), "agreed": True, **said}
        body.setdefault("read", "0" * 64)
        answer = self.client.post(f"{self.path}/sign", body, content_type="application/json")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def paper(self) -> bytes:
        return b"".join([self.client.get(f"{self.path}/paper.pdf").content])


@pytest.fixture
def approved(seller, order):
    made = order()
    return seller().do("sales_order", made, "approve", approved_discount="0")


def contracts_of(someone: Any, order: Any) -> list[Any]:
    """The latest first."""
    rule = f'{{"combinator":"and","rules":[{{"field":"order","operator":"=","value":"{order["id"]}"}}]}}'
    found = someone.client.get("/api/store/records/contract", {"filter": rule, "sort": "-revision"}).json()["rows"]
    return [someone.now("contract", one) for one in found]
