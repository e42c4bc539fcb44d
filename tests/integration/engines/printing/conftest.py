"""A store whose records are printed, and what would be set instead of a PDF."""

import pytest

from chezhan.engines.printing import handing_out
from tests.integration.engines.forms.conftest import Colleague

DESIGN, PRINT = "/api/store/design/print", "/api/store/print"


class Printer(Colleague):
    def template(self, *blocks, name="客户单", entity="customer", keep=True, **layout):
        """A template of these blocks, kept; as the API answers it."""
        made = self.ask("post", DESIGN, {"entity": entity, "name": name, "start": "blank"}, status=201)
        told = [{"id": f"b{number}", **block} for number, block in enumerate(blocks)]
        body = {"draft_version": made["draft_version"], "layout": {"blocks": told, **layout}}
        saved = self.ask("patch", f"{DESIGN}/{made['id']}", body)
        if not keep:
            return saved
        return self.ask("post", f"{DESIGN}/{made['id']}/keep", {"draft_version": saved["draft_version"]})

    def record(self, entity, **values):
        return self.create(entity, **values)["record"]

    def print(self, *records, entity="customer", template=None, status=200):
        body = {"ids": [one["id"] for one in records], "template": template and template["id"]}
        answer = self.client.post(f"{PRINT}/{entity}", body, content_type="application/json")
        assert answer.status_code == status, answer.content.decode(errors="replace")
        return answer


@pytest.fixture
def printer(sign_in):
    return lambda name="manager", store="north": Printer(sign_in(name, store=store))


@pytest.fixture
def manager(printer):
    return printer()


@pytest.fixture
def paper(monkeypatch):
    """Documents as they would be set."""
    told = []
    monkeypatch.setattr(handing_out, "set_pdf", lambda document: told.append(document) or b"%PDF-")
    return told
