"""What is left of a masked value, as PostgreSQL makes it, of every length that people manage to enter."""

import pytest
from django.db.models import CharField, Value

from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.masks import MASKS, STARS, masked
from chezhan.catalogue.types import FIELD_TYPES
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context

LEFT = {
    "text": {"李": "李**", "李雷": "李**", "欧阳娜娜": "欧**", "😀": "😀**", "😀😀😀": "😀**", " ": " **"},
    "phone": {
        "1": "*******", "4321": "*******", "04321": "*******", "004321": "*******4321", "13900004321": "*******4321",
        "😀😀😀😀😀": "*******", "😀😀😀😀😀😀": "*******😀😀😀😀",
    },
    "plate": {
        "沪": "***", "沪A12": "***", "沪A123": "***", "沪A1234": "沪A***34", "沪A12345": "沪A***45",
        "沪AD12345": "沪A***45", "😀": "***", "😀😀😀😀😀😀": "😀😀***😀😀",
    },
    "vin": {
        "L": "**********", "LSVAA418": "**********", "LSVAA4187": "LSV**********4187",
        "LSVAA4187E2184847": "LSV**********4847", "😀": "**********",
    },
    "id_card": {
        "1": "****************", "123": "****************", "1234": "1****************4",
        "31010119900307231X": "3****************X", "😀😀😀": "****************", "😀😀😀😀": "😀****************😀",
    },
    "email": {
        "a": "****", "a@b.cn": "****", "aa@b.cn": "a****b.cn", "wei@example.com": "w****.com",
        "😀😀😀😀😀😀": "****", "😀😀😀😀😀😀😀": "😀****😀😀😀😀",
    },
}  # fmt: skip


@pytest.fixture
def ask(showroom):
    def _ask(kind, texts):
        field = Field("x", Label("值", "Value"), FIELD_TYPES[kind])
        values = {f"m{at}": masked(field, Value(text, CharField())) for at, text in enumerate(texts)}
        with tenant_context(showroom.stores["north"]):
            return list(Customer.objects.annotate(**values).values_list(*values)[0])

    return _ask


@pytest.mark.parametrize("kind", MASKS)
def test_a_type_leaves_its_ends_and_of_what_is_short_stars_alone(ask, kind):
    assert ask(kind, LEFT[kind]) == list(LEFT[kind].values())
    assert ask(kind, ["", None]) == ["", None]


def test_a_type_without_a_mask_leaves_stars_alone_whatever_it_holds(ask):
    assert "url" not in MASKS
    assert ask("url", ["", "x", "😀", "x" * 500, None]) == [STARS, STARS, STARS, STARS, None]
