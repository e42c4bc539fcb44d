"""Cities of the demo group: plates, districts, and the towns nearby that customers come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class District:
    """A customer's area. plate: province character and office letter, e.g. 浙A. weight: share."""

    name: str
    city: str
    plate: str
    weight: float


@dataclass(frozen=True, slots=True)
class City:
    """local_surnames: what the region adds to the national share of a surname, in percent."""

    name: str
    districts: tuple[District, ...]
    local_surnames: tuple[tuple[str, float], ...] = ()


def _districts(city: str, plate: str, shares: dict[str, float]) -> tuple[District, ...]:
    return tuple(District(f"{city}{name}", city, plate, weight) for name, weight in shares.items())


HANGZHOU = City(
    "杭州",
    _districts(
        "杭州",
        "浙A",
        {
            "滨江区": 20,
            "萧山区": 24,
            "上城区": 13,
            "西湖区": 10,
            "拱墅区": 8,
            "余杭区": 9,
            "钱塘区": 5,
            "富阳区": 4,
        },
    )
    + _districts("绍兴", "浙D", {"柯桥区": 4, "诸暨市": 3}),
    (("沈", 1.6), ("俞", 0.9), ("陈", 2.0), ("徐", 0.8), ("章", 0.7), ("楼", 0.3)),
)
WUHAN = City(
    "武汉",
    _districts(
        "武汉",
        "鄂A",
        {
            "洪山区": 24,
            "武昌区": 18,
            "江夏区": 12,
            "青山区": 8,
            "汉阳区": 9,
            "江岸区": 7,
            "硚口区": 5,
            "黄陂区": 5,
        },
    )
    + _districts("鄂州", "鄂G", {"华容区": 5})
    + _districts("黄冈", "鄂J", {"黄州区": 4}),
    (("胡", 1.0), ("熊", 0.8), ("汪", 0.6), ("余", 0.6), ("程", 0.5)),
)
FOSHAN = City(
    "佛山",
    _districts("佛山", "粤E", {"南海区": 32, "禅城区": 24, "顺德区": 22, "三水区": 7, "高明区": 4})
    + _districts("广州", "粤A", {"荔湾区": 7, "番禺区": 5})
    + _districts("肇庆", "粤H", {"四会市": 3}),
    (("陈", 5.5), ("黄", 4.0), ("梁", 4.2), ("何", 3.2), ("林", 2.0), ("麦", 0.7), ("冼", 0.4), ("霍", 0.5)),
)
CHENGDU = City(
    "成都",
    _districts(
        "成都",
        "川A",
        {
            "高新区": 25,
            "武侯区": 16,
            "锦江区": 12,
            "双流区": 11,
            "天府新区": 12,
            "青羊区": 8,
            "成华区": 7,
            "温江区": 4,
        },
    )
    + _districts("眉山", "川Z", {"彭山区": 3})
    + _districts("德阳", "川F", {"旌阳区": 2}),
    (("罗", 1.2), ("唐", 0.7), ("蒋", 0.6), ("邓", 0.8), ("廖", 0.6), ("代", 0.4)),
)
NANJING = City(
    "南京",
    _districts(
        "南京",
        "苏A",
        {
            "江宁区": 26,
            "建邺区": 18,
            "鼓楼区": 13,
            "秦淮区": 12,
            "玄武区": 8,
            "雨花台区": 8,
            "浦口区": 7,
            "栖霞区": 4,
        },
    )
    + _districts("镇江", "苏L", {"句容市": 3})
    + _districts("马鞍山", "皖E", {"花山区": 3}),
    (("王", 1.0), ("徐", 0.7), ("陆", 0.6), ("顾", 0.6), ("陶", 0.4), ("戴", 0.4)),
)
