"""广汽丰田. Guide prices: the maker's published ones of 2024–2026, rounded to the hundred."""

from datetime import date

from chezhan.config.demo.cars.shape import Power, Series, Trim

P15 = Power("petrol", "1.5L 121马力 L3", "CVT无级变速(模拟10挡)")
P12T = Power("petrol", "1.2T 116马力 L4", "CVT无级变速(模拟10挡)")
P20 = Power("petrol", "2.0L 171马力 L4", "CVT无级变速(模拟10挡)")
P20T = Power("petrol", "2.0T 248马力 L4", "8挡手自一体")
H18 = Power("hev", "1.8L 98马力 双擎", "E-CVT无级变速")
H20 = Power("hev", "2.0L 152马力 双擎", "E-CVT无级变速")
H25 = Power("hev", "2.5L 186马力 双擎", "E-CVT无级变速")
H25X = Power("hev", "2.5L 189马力 双擎 四驱", "E-CVT无级变速")
PH25 = Power("phev", "2.5L 180马力 插电混动", "E-CVT无级变速")
EV_M = Power("bev", "纯电动 204马力", "电动车单速变速箱")
EV_L = Power("bev", "纯电动 281马力", "电动车单速变速箱")

SEDAN, SUV, MPV = "轿车", "SUV", "MPV"


def _toyota(name: str, body: str, weight: float, *trims: Trim, launched: date | None = None) -> Series:
    return Series("广汽丰田", name, body, "LVG", weight, trims, launched)


GAC_TOYOTA: tuple[Series, ...] = (
    _toyota(
        "凯美瑞",
        SEDAN,
        20,
        Trim("2.0E 精英版", 171_800, P20),
        Trim("2.0GVP 豪华版", 187_800, P20),
        Trim("双擎 2.0HE 豪华版", 202_800, H20),
        Trim("双擎 2.5HGVP 尊贵版", 231_800, H25),
    ),
    _toyota(
        "雷凌",
        SEDAN,
        13,
        Trim("1.2T CVT 进取版", 113_800, P12T),
        Trim("1.2T CVT 豪华版", 132_800, P12T),
        Trim("双擎 1.8H 领先版", 132_800, H18),
        Trim("双擎 1.8H 豪华版", 150_800, H18),
    ),
    _toyota(
        "凌尚",
        SEDAN,
        3,
        Trim("2.0 CVT 领先版", 148_800, P20),
        Trim("2.0 CVT 豪华天窗版", 165_800, P20),
    ),
    _toyota(
        "锋兰达",
        SUV,
        14,
        Trim("2.0L CVT 领先版", 125_800, P20),
        Trim("2.0L CVT 豪华Plus版", 155_800, P20),
        Trim("双擎 2.0L 尊贵版", 179_800, H20),
    ),
    _toyota(
        "威兰达",
        SUV,
        13,
        Trim("2.0L CVT 两驱领先版", 171_800, P20),
        Trim("2.0L CVT 四驱豪华版", 208_800, P20),
        Trim("双擎 2.5L 两驱豪华版", 219_800, H25),
        Trim("插电混动 2.5L 两驱豪华版", 248_800, PH25),
    ),
    _toyota(
        "汉兰达",
        SUV,
        11,
        Trim("2.0T 四驱精英版", 249_800, P20T),
        Trim("双擎 2.5L 两驱豪华版", 286_800, H25X),
        Trim("双擎 2.5L 四驱尊贵版", 326_800, H25X),
    ),
    _toyota(
        "威飒",
        SUV,
        3,
        Trim("2.0L 两驱豪华版", 215_800, P20),
        Trim("双擎 2.5L 四驱尊贵版", 286_800, H25X),
    ),
    _toyota(
        "赛那",
        MPV,
        8,
        Trim("双擎 2.5L 舒适版", 299_800, H25),
        Trim("双擎 2.5L 豪华版", 329_800, H25),
        Trim("双擎 2.5L 尊贵版", 361_800, H25),
        Trim("双擎 2.5L 至尊版", 405_800, H25),
    ),
    _toyota(
        "铂智3X",
        SUV,
        12,
        Trim("430 Air+", 109_800, EV_M),
        Trim("520 Pro", 129_800, EV_M),
        Trim("610 Max", 159_800, EV_M),
        launched=date(2025, 3, 6),
    ),
    _toyota(
        "铂智4X",
        SUV,
        2,
        Trim("615 长续航版", 199_800, EV_M),
        Trim("560 四驱高性能版", 249_800, EV_L),
    ),
    _toyota(
        "铂智7",
        SEDAN,
        5,
        Trim("600 Pro", 169_800, EV_L),
        Trim("710 Max", 199_800, EV_L),
        launched=date(2026, 3, 1),
    ),
)
