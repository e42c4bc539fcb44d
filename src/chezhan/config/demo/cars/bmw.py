"""宝马, made in Shenyang (LBV) or imported (WBA, WBY, 5UX). Guide prices of 2024–2026."""

from chezhan.config.demo.cars.shape import Power, Series, Trim

P15T = Power("petrol", "1.5T 136马力 L3", "7挡湿式双离合")
P20L = Power("petrol", "2.0T 156马力 L4", "8挡手自一体")
P20M = Power("petrol", "2.0T 184马力 L4", "8挡手自一体")
P20H = Power("petrol", "2.0T 258马力 L4", "8挡手自一体")
P20X = Power("petrol", "2.0T 258马力 L4 四驱", "8挡手自一体")
P30X = Power("petrol", "3.0T 381马力 L6 四驱", "8挡手自一体")
EV_M = Power("bev", "纯电动 286马力", "电动车单速变速箱")
EV_L = Power("bev", "纯电动 340马力", "电动车单速变速箱")
EV_4 = Power("bev", "纯电动 544马力 四驱", "电动车单速变速箱")

SEDAN, COUPE, SUV = "轿车", "轿跑车", "SUV"


def _bmw(name: str, body: str, weight: float, *trims: Trim, wmi: str = "LBV") -> Series:
    return Series("宝马", name, body, wmi, weight, trims)


BMW: tuple[Series, ...] = (
    _bmw(
        "3系",
        SEDAN,
        24,
        Trim("320Li M运动套装", 319_900, P20L),
        Trim("325Li M运动套装", 349_900, P20M),
        Trim("330Li xDrive M运动曜夜套装", 399_900, P20X),
    ),
    _bmw(
        "5系",
        SEDAN,
        19,
        Trim("525Li M运动套装", 439_900, P20M),
        Trim("530Li 尊享型 M运动套装", 505_900, P20H),
        Trim("530Li xDrive 行政型", 525_900, P20X),
    ),
    _bmw(
        "7系",
        SEDAN,
        3,
        Trim("735Li 豪华套装", 919_000, P30X),
        Trim("740Li 尊享型 豪华套装", 1_069_000, P30X),
        wmi="WBA",
    ),
    _bmw(
        "4系",
        COUPE,
        3,
        Trim("425i 四门轿跑 M运动套装", 394_900, P20M),
        Trim("430i 四门轿跑 M运动曜夜套装", 449_900, P20H),
        wmi="WBA",
    ),
    _bmw(
        "X1",
        SUV,
        10,
        Trim("sDrive20Li X设计套装", 281_900, P15T),
        Trim("sDrive25Li M运动套装", 316_900, P20M),
    ),
    _bmw(
        "X3",
        SUV,
        14,
        Trim("25L xDrive 豪华套装", 349_900, P20M),
        Trim("30L xDrive 领先型 M运动套装", 414_900, P20X),
        Trim("30L xDrive 尊享型 M运动曜夜套装", 449_900, P20X),
    ),
    _bmw(
        "X5",
        SUV,
        10,
        Trim("xDrive 30Li 尊享型 M运动套装", 615_000, P20X),
        Trim("xDrive 40Li 尊享型 M运动套装", 699_000, P30X),
        Trim("xDrive 40Li M运动曜夜套装", 789_900, P30X),
    ),
    _bmw(
        "X7",
        SUV,
        2,
        Trim("xDrive40i 行政型 豪华套装", 1_090_000, P30X),
        Trim("xDrive40i 尊享型 M运动套装", 1_190_000, P30X),
        wmi="5UX",
    ),
    _bmw(
        "i3",
        SEDAN,
        9,
        Trim("eDrive 35L", 353_900, EV_M),
        Trim("eDrive 40L 夜曜套装", 413_900, EV_L),
    ),
    _bmw(
        "iX3",
        SUV,
        5,
        Trim("领先型", 405_000, EV_M),
        Trim("创领型", 439_900, EV_M),
    ),
    _bmw(
        "i5",
        SEDAN,
        4,
        Trim("eDrive 35L 豪华套装", 439_900, EV_M),
        Trim("eDrive 40L M运动套装", 481_900, EV_L),
    ),
    _bmw(
        "iX1",
        SUV,
        3,
        Trim("eDrive25L X设计套装", 299_900, EV_M),
        Trim("xDrive30L M运动套装", 339_900, EV_L),
    ),
    _bmw(
        "i7",
        SEDAN,
        1,
        Trim("eDrive50L 领先型", 989_000, EV_L),
        Trim("xDrive60L 尊享型 豪华套装", 1_459_000, EV_4),
        wmi="WBY",
    ),
)
