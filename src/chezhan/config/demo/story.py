"""The invented group 澄骐汽车集团: its eight stores and what sets them apart.

Hangzhou (比亚迪) sells only new energy and grows; Wuhan (一汽-大众) declines under ever deeper
discounts; Foshan (广汽丰田) holds and turns electric; Chengdu (鸿蒙智行) grows fastest at list price;
Nanjing (宝马) earns the most per car and loses buyers. Three repair shops stand in the same cities.
"""

from dataclasses import dataclass
from typing import Literal

from chezhan.config.demo.cars.bmw import BMW
from chezhan.config.demo.cars.byd import BYD
from chezhan.config.demo.cars.faw_volkswagen import FAW_VOLKSWAGEN
from chezhan.config.demo.cars.gac_toyota import GAC_TOYOTA
from chezhan.config.demo.cars.harmony import HARMONY
from chezhan.config.demo.cars.shape import Series
from chezhan.config.demo.cars.street import STREET
from chezhan.config.demo.places import CHENGDU, FOSHAN, HANGZHOU, NANJING, WUHAN, City

GROUP_NAME = "澄骐汽车集团"


@dataclass(frozen=True, slots=True)
class Incident:
    """A stretch of days on which a store sold a fraction of the usual. days_ago: first, last."""

    first_days_ago: int
    last_days_ago: int
    factor: float


@dataclass(frozen=True, slots=True)
class StorePlan:
    """One store and its temper.

    key: names the store in the code, in the seed and in its people's e-mail addresses.
    monthly: orders a month (repair shop: new customers a month) when the history begins.
    yearly_growth: factor per year, 1.2 is +20 %.
    electric_drift: factor per year by which new-energy cars gain on the others.
    discount: share of the guide price given away, at the beginning and at the end.
    """

    key: str
    name: str
    pack: Literal["dealer", "repair"]
    city: City
    code: str
    showroom: tuple[Series, ...]
    monthly: float
    yearly_growth: float
    electric_drift: float = 1.0
    discount: tuple[float, float] = (0.0, 0.0)
    male_share: float = 0.64
    buyer_age: float = 36.0
    incidents: tuple[Incident, ...] = ()


DEALERS: tuple[StorePlan, ...] = (
    StorePlan(
        key="hangzhou-byd",
        name="澄骐杭州比亚迪",
        pack="dealer",
        city=HANGZHOU,
        code="CQ-HZ01",
        showroom=BYD,
        monthly=84,
        yearly_growth=1.2,
        discount=(0.03, 0.07),
        male_share=0.58,
        buyer_age=33,
    ),
    StorePlan(
        key="wuhan-faw-vw",
        name="澄骐武汉一汽-大众",
        pack="dealer",
        city=WUHAN,
        code="CQ-WH01",
        showroom=FAW_VOLKSWAGEN,
        monthly=108,
        yearly_growth=0.8,
        electric_drift=1.25,
        discount=(0.15, 0.23),
    ),
    StorePlan(
        key="foshan-gac-toyota",
        name="澄骐佛山广汽丰田",
        pack="dealer",
        city=FOSHAN,
        code="CQ-FS01",
        showroom=GAC_TOYOTA,
        monthly=92,
        yearly_growth=0.98,
        electric_drift=1.5,
        discount=(0.10, 0.14),
        buyer_age=38,
        incidents=(Incident(first_days_ago=158, last_days_ago=143, factor=0.2),),
    ),
    StorePlan(
        key="chengdu-harmony",
        name="澄骐成都鸿蒙智行",
        pack="dealer",
        city=CHENGDU,
        code="CQ-CD01",
        showroom=HARMONY,
        monthly=61,
        yearly_growth=1.34,
        discount=(0.0, 0.015),
        male_share=0.71,
        buyer_age=38,
    ),
    StorePlan(
        key="nanjing-bmw",
        name="澄骐南京宝马",
        pack="dealer",
        city=NANJING,
        code="CQ-NJ01",
        showroom=BMW,
        monthly=74,
        yearly_growth=0.9,
        electric_drift=1.1,
        discount=(0.17, 0.24),
        male_share=0.6,
        buyer_age=39,
    ),
)
REPAIR_SHOPS: tuple[StorePlan, ...] = (
    StorePlan(
        key="hangzhou-care",
        name="澄骐养车杭州萧山店",
        pack="repair",
        city=HANGZHOU,
        code="CQ-HZ51",
        showroom=STREET,
        monthly=88,
        yearly_growth=1.08,
    ),
    StorePlan(
        key="wuhan-care",
        name="澄骐养车武汉光谷店",
        pack="repair",
        city=WUHAN,
        code="CQ-WH51",
        showroom=STREET,
        monthly=80,
        yearly_growth=0.94,
    ),
    StorePlan(
        key="chengdu-care",
        name="澄骐养车成都高新店",
        pack="repair",
        city=CHENGDU,
        code="CQ-CD51",
        showroom=STREET,
        monthly=66,
        yearly_growth=1.2,
        electric_drift=2.2,
    ),
)
STORES: tuple[StorePlan, ...] = DEALERS + REPAIR_SHOPS
