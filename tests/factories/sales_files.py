"""Sales files to import: an invented one with every quirk of the real export, and the real one where it is at hand."""

import csv
import os
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL_FILE = Path(os.environ.get("CHEZHAN_SALES_FILE") or ROOT.parent / "shared" / "data" / "dealer_group_sales.csv")
HEADER = [
    *("Car_id", "Date", "Customer Name", "Gender", "Annual Income", "Dealer_Name", "Company", "Model", "Engine"),
    *("Transmission", "Color", "Price ($)", "Dealer_No ", "Body Style", "Phone", "Dealer_Region"),
]
GARBLED = "Double\u00c2\u00a0Overhead Camshaft"


@dataclass
class SalesFile:
    """A file and what a plain count of it says.

    `cells`: (store, "2022-01") → [orders, yuan]. `regions`: (store, region) → orders.
    """

    path: Path
    rows: int = 0
    total: int = 0
    garbled: int = 0
    cells: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    regions: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def stores(self) -> set[str]:
        return {store for store, _ in self.cells}


def count_plainly(path: Path) -> SalesFile:
    """With nothing but the csv module, so that it shares no code with what it checks."""
    counted = SalesFile(path=path)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            month, _, year = row["Date"].split("/")
            cell = counted.cells[row["Dealer_Name"], f"{year}-{int(month):02}"]
            cell[0] += 1
            cell[1] += int(row["Price ($)"])
            counted.regions[row["Dealer_Name"], row["Dealer_Region"]] += 1
            counted.rows += 1
            counted.total += int(row["Price ($)"])
            counted.garbled += "\u00c2\u00a0" in row["Engine"]
    return counted


def invent_sales(path: Path, *, rows: int = 400, stores: int = 5, seed: int = 7) -> SalesFile:
    """The real export's header, date order, garbled text and short phones, with nobody real in it."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(1, rows + 1):
            day = date(2022, 1, 2) + timedelta(days=chance.randrange(700))
            double = chance.random() < 0.5
            writer.writerow(
                [
                    f"T_{number:06}",
                    f"{day.month}/{day.day}/{day.year}",
                    chance.choice(["Ada", "Ben", "Cleo", "Dora", "Emil"]),
                    chance.choice(["Male", "Female"]),
                    chance.randrange(10_000, 2_000_000),
                    f"Store {number % stores + 1} & Sons",
                    chance.choice(["Ford", "Toyota", "Mercedes-B"]),
                    chance.choice(["Alpha", "Beta", "9-3"]),
                    GARBLED if double else "Overhead Camshaft",
                    "Auto" if double else "Manual",
                    chance.choice(["Red", "Pale White"]),
                    chance.randrange(1_200, 90_000),
                    f"8525{number % 7}-3102",
                    chance.choice(["SUV", "Sedan"]),
                    chance.randrange(6_000_000, 9_000_000),
                    chance.choice(["Austin", "Pasco"]),
                ]
            )
    return count_plainly(path)


def files_to_import(folder: Path) -> list[SalesFile]:
    """At least one; the real one too where the machine has it."""
    files = [invent_sales(folder / "sales.csv")]
    if REAL_FILE.exists():
        files.append(count_plainly(REAL_FILE))
    return files
