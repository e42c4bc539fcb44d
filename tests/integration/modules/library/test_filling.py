"""The model library comes in whole, once, and leaves what a store has as it is."""

from decimal import Decimal

import pytest

from chezhan.kernel.errors import Forbidden
from chezhan.modules.library import china
from chezhan.modules.library.filling import fill_library
from chezhan.modules.library.models import Brand, Series, Trim
from tenants.context import tenant_context


def test_the_market_comes_in_once_and_keeps_what_the_store_wrote(cast):
    with tenant_context(cast.stores["north"]):
        made = fill_library(actor=cast.actor("manager", store="north"))
        assert made["brand"] >= 60 and made["series"] >= 300 and made["trim"] == len(china.trims())
        own = Trim.objects.filter(name="海豚 420KM 时尚版")
        own.update(guide_price=Decimal("119800"))
        Brand.objects.filter(name="玛莎拉蒂").update(on_sale=False)
        Trim.objects.filter(series__brand__name="极星").delete()
        # How long people keep one is known of every series; what the store says stays, what it never said comes in.
        assert not Series.objects.filter(holding_months=None).exists()
        usual = dict(Series.objects.values_list("name", "holding_months"))
        assert (usual["海豚"], usual["朗逸"]) == (42, 72)
        Series.objects.filter(name="海豚").update(holding_months=30)
        Series.objects.filter(name="朗逸").update(holding_months=None)
        again = fill_library(actor=cast.actor("manager", store="north"))
        assert again == {"brand": 0, "series": 0, "trim": 2}
        assert own.get().guide_price == Decimal("119800")
        kept = dict(Series.objects.filter(name__in=["海豚", "朗逸"]).values_list("name", "holding_months"))
        assert kept == {"海豚": 30, "朗逸": 72}
        assert not Brand.objects.get(name="玛莎拉蒂").on_sale
        electric = Trim.objects.filter(energy="bev")
        assert electric.exists() and not electric.exclude(oil_km=None).exists()
        assert not electric.filter(power_warranty_months=None).exists()
        with pytest.raises(Forbidden):
            fill_library(actor=cast.actor("advisor", store="north"))
    with tenant_context(cast.stores["south"]):
        assert not Series.objects.exists()
