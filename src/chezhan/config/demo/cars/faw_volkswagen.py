"""一汽-大众. Guide prices: the maker's published ones of 2024–2026, rounded to the hundred."""

from datetime import date

from chezhan.config.demo.cars.shape import Power, Series, Trim

P15 = Power("petrol", "1.5L 110马力 L4", "6挡手自一体")
P12T = Power("petrol", "1.2T 116马力 L4", "7挡干式双离合")
P14T = Power("petrol", "1.4T 150马力 L4", "7挡干式双离合")
P15T = Power("petrol", "1.5T 160马力 L4", "7挡干式双离合")
P20L = Power("petrol", "2.0T 186马力 L4", "7挡湿式双离合")
P20H = Power("petrol", "2.0T 220马力 L4", "7挡湿式双离合")
P20X = Power("petrol", "2.0T 220马力 L4 四驱", "7挡湿式双离合")
EV_M = Power("bev", "纯电动 204马力", "电动车单速变速箱")
EV_4 = Power("bev", "纯电动 313马力 四驱", "电动车单速变速箱")

SEDAN, HATCH, SUV = "轿车", "两厢车", "SUV"


def _vw(name: str, body: str, weight: float, *trims: Trim, launched: date | None = None) -> Series:
    return Series("一汽-大众", name, body, "LFV", weight, trims, launched)


FAW_VOLKSWAGEN: tuple[Series, ...] = (
    _vw(
        "宝来",
        SEDAN,
        16,
        Trim("200TSI DSG悠享版", 113_900, P12T),
        Trim("200TSI DSG畅享版", 122_900, P12T),
        Trim("300TSI DSG超越版", 139_900, P15T),
    ),
    _vw(
        "速腾",
        SEDAN,
        19,
        Trim("200TSI DSG飞跃版", 134_900, P12T),
        Trim("300TSI DSG超越版", 149_900, P15T),
        Trim("300TSI DSG超越Pro版", 163_900, P15T),
        Trim("300TSI DSG卓越版", 172_900, P15T),
    ),
    _vw(
        "迈腾",
        SEDAN,
        15,
        Trim("300TSI DSG舒适版", 174_900, P15T),
        Trim("380TSI DSG豪华版", 214_900, P20H),
        Trim("380TSI DSG尊贵版", 246_900, P20H),
    ),
    _vw(
        "CC",
        SEDAN,
        4,
        Trim("330TSI 炫目版", 224_900, P20L),
        Trim("380TSI 颜值版", 245_900, P20H),
        Trim("380TSI 猎装车", 262_900, P20H),
    ),
    _vw(
        "高尔夫",
        HATCH,
        5,
        Trim("200TSI DSG Pro", 129_900, P12T),
        Trim("300TSI DSG R-Line", 163_800, P15T),
        Trim("380TSI DSG GTI", 229_800, P20H),
    ),
    _vw(
        "探岳",
        SUV,
        10,
        Trim("300TSI 两驱悦行版", 189_900, P15T),
        Trim("330TSI 两驱R-Line版", 218_900, P20L),
        Trim("380TSI 四驱R-Line版", 254_900, P20X),
    ),
    _vw(
        "探岳L",
        SUV,
        7,
        Trim("300TSI 两驱豪华版", 199_900, P15T),
        Trim("380TSI 两驱豪华版", 222_900, P20H),
        Trim("380TSI 四驱旗舰版", 249_900, P20X),
        launched=date(2025, 3, 10),
    ),
    _vw(
        "探歌",
        SUV,
        7,
        Trim("200TSI DSG 两驱舒享版", 149_900, P12T),
        Trim("300TSI DSG 两驱R-Line版", 176_900, P15T),
    ),
    _vw(
        "揽巡",
        SUV,
        4,
        Trim("330TSI 两驱豪华版", 219_900, P20L),
        Trim("380TSI 四驱尊贵版", 269_900, P20X),
    ),
    _vw(
        "揽境",
        SUV,
        4,
        Trim("330TSI 两驱豪华版", 259_900, P20L),
        Trim("380TSI 四驱豪华佳境版", 299_900, P20X),
        Trim("380TSI 四驱尊贵佳境版", 329_900, P20X),
    ),
    _vw(
        "ID.4 CROZZ",
        SUV,
        5,
        Trim("PURE+", 193_900, EV_M),
        Trim("PRO", 219_900, EV_M),
        Trim("PRIME 四驱", 263_900, EV_4),
    ),
    _vw(
        "ID.6 CROZZ",
        SUV,
        2,
        Trim("PURE+ 智享版", 258_800, EV_M),
        Trim("PRIME 四驱", 333_800, EV_4),
    ),
    _vw(
        "ID.7 VIZZION",
        SEDAN,
        2,
        Trim("PURE+", 227_700, EV_M),
        Trim("PRO", 237_700, EV_M),
    ),
)
