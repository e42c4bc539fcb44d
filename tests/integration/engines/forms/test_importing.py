"""Rows of a file are held to the form that an entry by hand is held to."""

from tests.integration.catalogue.importing.conftest import importing, sheet  # noqa: F401
from tests.integration.engines.forms.conftest import COMPANY, NAME, field

HEADER = ["客户姓名", "类型", "区域"]
KIND, REGION = field("kind"), field("region", required_when=COMPANY)


def test_a_row_against_the_form_is_refused_and_the_others_go_in(designer, importing):  # noqa: F811
    designer.put(NAME, KIND, REGION)
    manager = importing()
    done = manager.whole(sheet([HEADER, ["华运物流", "企业", ""], ["李雷", "个人", ""], ["顺达", "企业", "城东"]]))
    assert done["counts"] == {"created": 2, "refused": 1}
    (refused,) = manager.rows(done, became="refused")
    assert [fault["code"] for fault in refused["faults"]] == ["value_required"]
    assert {row["name"] for row in manager.records()} == {"李雷", "顺达"}
