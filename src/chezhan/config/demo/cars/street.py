"""The cars that come to a repair shop: common lines of every make, old and new.

Guide prices: about what they cost new in their years; two or three trims each.
"""

from datetime import date

from .shape import Power, Series, Trim

P15 = Power("petrol", "1.5L 113马力 L4", "CVT无级变速")
P16 = Power("petrol", "1.6L 123马力 L4", "6挡手自一体")
P15M = Power("petrol", "1.5L 99马力 L4", "5挡手动")
P14T = Power("petrol", "1.4T 150马力 L4", "7挡干式双离合")
P15T = Power("petrol", "1.5T 177马力 L4", "7挡湿式双离合")
P15C = Power("petrol", "1.5T 193马力 L4", "CVT无级变速")
P20 = Power("petrol", "2.0L 151马力 L4", "CVT无级变速")
P20T = Power("petrol", "2.0T 220马力 L4", "7挡湿式双离合")
P20A = Power("petrol", "2.0T 245马力 L4", "9挡手自一体")
D19 = Power("diesel", "1.9T 139马力 柴油", "6挡手动")
H20 = Power("hev", "2.0L 146马力 混合动力", "E-CVT无级变速")
DM = Power("phev", "1.5L 101马力 插电混动", "E-CVT无级变速")
ER = Power("erev", "1.5T 154马力 增程式", "电动车单速变速箱")
EV_C = Power("bev", "纯电动 41马力", "电动车单速变速箱")
EV_M = Power("bev", "纯电动 204马力", "电动车单速变速箱")
EV_L = Power("bev", "纯电动 299马力", "电动车单速变速箱")

SEDAN, HATCH, SUV, MPV, PICKUP = "轿车", "两厢车", "SUV", "MPV", "皮卡"


def _line(
    brand: str, name: str, body: str, wmi: str, weight: float, years: tuple[int, int | None], *trims: Trim
) -> Series:
    """years: first and last calendar year on sale; None is still on sale."""
    first, last = years
    ended = None if last is None else date(last, 12, 31)
    return Series(brand, name, body, wmi, weight, trims, date(first, 1, 1), ended)


PETROL: tuple[Series, ...] = (
    _line("上汽大众", "朗逸", SEDAN, "LSV", 16, (2009, None),
          Trim("1.5L 自动舒适版", 121_900, P16), Trim("280TSI DSG豪华版", 145_900, P14T)),
    _line("上汽大众", "帕萨特", SEDAN, "LSV", 9, (2011, None),
          Trim("280TSI 商务版", 184_900, P14T), Trim("330TSI 豪华版", 219_900, P20T)),
    _line("上汽大众", "途观L", SUV, "LSV", 7, (2017, None),
          Trim("300TSI 舒适版", 213_800, P15T), Trim("330TSI 豪华版", 242_800, P20T)),
    _line("上汽大众", "桑塔纳", SEDAN, "LSV", 5, (2013, 2022),
          Trim("1.5L 手动风尚版", 84_900, P15M), Trim("1.5L 自动舒适版", 104_900, P16)),
    _line("一汽-大众", "速腾", SEDAN, "LFV", 10, (2012, None),
          Trim("1.6L 自动时尚型", 143_800, P16), Trim("280TSI DSG舒适型", 163_900, P14T)),
    _line("一汽-大众", "捷达", SEDAN, "LFV", 5, (2013, 2019),
          Trim("1.5L 手动时尚型", 85_900, P15M), Trim("1.5L 自动舒适型", 105_900, P16)),
    _line("奥迪", "A4L", SEDAN, "LFV", 5, (2009, None),
          Trim("40 TFSI 时尚动感型", 321_800, P20T), Trim("45 TFSI quattro 臻选型", 399_800, P20T)),
    _line("奥迪", "A6L", SEDAN, "LFV", 4, (2012, None),
          Trim("40 TFSI 豪华动感型", 427_900, P20T), Trim("45 TFSI 臻选动感型", 480_100, P20T)),
    _line("东风日产", "轩逸", SEDAN, "LGB", 16, (2012, None),
          Trim("1.6L CVT 舒享版", 118_600, P15), Trim("1.6L CVT 豪华版", 139_900, P15)),
    _line("东风日产", "奇骏", SUV, "LGB", 7, (2014, None),
          Trim("2.0L CVT 舒适版", 188_800, P20), Trim("2.5L CVT 四驱豪华版", 238_800, P20)),
    _line("东风日产", "天籁", SEDAN, "LGB", 5, (2013, None),
          Trim("2.0L XL 舒适版", 179_800, P20), Trim("2.0T XV 尊尚版", 239_800, P20A)),
    _line("一汽丰田", "卡罗拉", SEDAN, "LFM", 13, (2011, None),
          Trim("1.2T 精英版", 119_800, P15), Trim("双擎 1.8L 精英版", 132_800, H20)),
    _line("一汽丰田", "RAV4荣放", SUV, "LFM", 7, (2013, None),
          Trim("2.0L CVT 两驱都市版", 174_800, P20), Trim("双擎 2.5L 四驱精英Plus版", 236_800, H20)),
    _line("东风本田", "CR-V", SUV, "LVH", 8, (2012, None),
          Trim("240TURBO CVT 两驱舒适版", 185_900, P15C), Trim("锐·混动 2.0L 净驰版", 225_900, H20)),
    _line("东风本田", "思域", SEDAN, "LVH", 8, (2012, None),
          Trim("220TURBO CVT 劲动版", 129_900, P15C), Trim("240TURBO CVT 燃动版", 159_900, P15C)),
    _line("广汽本田", "雅阁", SEDAN, "LHG", 7, (2011, None),
          Trim("260TURBO 豪华版", 199_800, P15C), Trim("锐·混动 2.0L 锐领版", 219_800, H20)),
    _line("广汽本田", "飞度", HATCH, "LHG", 5, (2011, None),
          Trim("1.5L CVT 潮享版", 86_800, P15), Trim("1.5L CVT 潮越Max版", 101_800, P15)),
    _line("别克", "英朗", SEDAN, "LSG", 7, (2010, 2023),
          Trim("15N 自动进取型", 114_900, P16), Trim("18T 自动精英型", 125_900, P14T)),
    _line("别克", "GL8", MPV, "LSG", 5, (2011, None),
          Trim("ES陆尊 豪华型", 319_900, P20A), Trim("艾维亚 尊享型", 459_900, P20A)),
    _line("长安福特", "福克斯", HATCH, "LVS", 5, (2012, 2023),
          Trim("1.6L 自动舒适型", 123_800, P16), Trim("EcoBoost 180 自动锋潮型", 137_800, P15T)),
    _line("北京现代", "伊兰特", SEDAN, "LBE", 5, (2011, None),
          Trim("1.5L CVT LUX精英版", 113_800, P15), Trim("240TGDi TOP旗舰版", 141_800, P14T)),
    _line("北京奔驰", "C级", SEDAN, "LE4", 5, (2012, None),
          Trim("C 200 L 运动版", 334_800, P20A), Trim("C 260 L 运动版", 375_900, P20A)),
    _line("沃尔沃", "S90", SEDAN, "LYV", 2, (2017, None),
          Trim("B5 智逸豪华版", 406_900, P20A), Trim("B5 智雅豪华版", 454_700, P20A)),
    _line("吉利", "帝豪", SEDAN, "L6T", 8, (2010, None),
          Trim("1.5L CVT 豪华型", 79_900, P15), Trim("1.5L CVT 尊贵型", 89_900, P15)),
    _line("吉利", "博越", SUV, "L6T", 7, (2016, None),
          Trim("1.5TD DCT 智享型", 116_800, P15T), Trim("1.8TD 四驱智尊型", 157_800, P15T)),
    _line("长安", "CS75 PLUS", SUV, "LS4", 8, (2019, None),
          Trim("1.5T 自动豪华型", 123_900, P15T), Trim("2.0T 自动尊贵型", 154_900, P20A)),
    _line("哈弗", "H6", SUV, "LGW", 9, (2012, None),
          Trim("1.5T 自动都市版", 110_900, P15T), Trim("2.0T 自动两驱Max", 138_900, P20T)),
    _line("奇瑞", "瑞虎8", SUV, "LVV", 6, (2018, None),
          Trim("1.5T 手动豪华型", 99_900, P15T), Trim("1.6TGDI DCT 尊贵型", 129_900, P15T)),
    _line("传祺", "GS4", SUV, "LMG", 4, (2015, 2023),
          Trim("200T 自动豪华版", 129_800, P15T), Trim("270T 自动尊贵版", 146_800, P15T)),
    _line("五菱", "宏光S", MPV, "LZW", 6, (2013, 2023),
          Trim("1.5L 手动基本型", 52_800, P15M), Trim("1.5L 手动舒适型", 59_800, P15M)),
    _line("江铃", "宝典", PICKUP, "LEF", 2, (2010, None),
          Trim("1.9T 两驱柴油标准型", 86_800, D19), Trim("1.9T 四驱柴油豪华型", 105_800, D19)),
)

NEW: tuple[Series, ...] = (
    _line("特斯拉", "Model 3", SEDAN, "LRW", 8, (2020, None),
          Trim("后轮驱动版", 235_500, EV_L), Trim("长续航全轮驱动版", 275_500, EV_L)),
    _line("特斯拉", "Model Y", SUV, "LRW", 12, (2021, None),
          Trim("后轮驱动版", 263_500, EV_L), Trim("长续航全轮驱动版", 313_500, EV_L)),
    _line("比亚迪", "宋PLUS DM-i", SUV, "LGX", 12, (2021, None),
          Trim("51KM 尊贵型", 153_800, DM), Trim("110KM 旗舰型", 172_800, DM)),
    _line("比亚迪", "海豚", HATCH, "LC0", 8, (2021, None),
          Trim("301KM 自由版", 102_800, EV_M), Trim("405KM 骑士版", 136_800, EV_M)),
    _line("比亚迪", "秦EV", SEDAN, "LC0", 5, (2018, 2022),
          Trim("400KM 智联标准型", 139_900, EV_M), Trim("450KM 智享领畅型", 159_900, EV_M)),
    _line("理想", "L7", SUV, "LW4", 6, (2023, None),
          Trim("Pro", 301_800, ER), Trim("Max", 359_800, ER)),
    _line("理想", "ONE", SUV, "LW4", 4, (2020, 2022),
          Trim("六座版", 338_000, ER), Trim("七座版", 349_800, ER)),
    _line("埃安", "AION S", SEDAN, "LNA", 6, (2019, None),
          Trim("510 魅580", 149_800, EV_M), Trim("PLUS 70 智领版", 179_800, EV_M)),
    _line("五菱", "宏光MINIEV", HATCH, "LK6", 5, (2020, None),
          Trim("120KM 悦享款", 41_800, EV_C), Trim("马卡龙 170KM 时尚款", 47_600, EV_C)),
    _line("蔚来", "ES6", SUV, "LJ1", 3, (2019, None),
          Trim("75kWh 运动版", 368_000, EV_L), Trim("100kWh 性能版", 426_000, EV_L)),
    _line("小鹏", "P7", SEDAN, "LMV", 3, (2020, None),
          Trim("586G", 249_900, EV_L), Trim("702E", 279_900, EV_L)),
)
