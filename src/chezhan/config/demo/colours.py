"""Body colours and how often they are chosen, in percent."""

from random import Random

from chezhan.config.demo.cars.shape import CarLine

COMBUSTION_SHARES: dict[str, float] = {
    "白色": 42, "黑色": 24, "灰色": 13, "银色": 8, "蓝色": 5, "红色": 5, "棕色": 3,
}  # fmt: skip
NEW_ENERGY_SHARES: dict[str, float] = {
    "白色": 34, "灰色": 20, "黑色": 17, "蓝色": 8, "绿色": 8, "紫色": 5, "金色": 4, "红色": 2, "粉色": 2,
}  # fmt: skip


def choose_colour(rng: Random, line: CarLine) -> str:
    shares = NEW_ENERGY_SHARES if line.new_energy else COMBUSTION_SHARES
    return rng.choices(tuple(shares), tuple(shares.values()))[0]
