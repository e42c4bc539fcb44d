"""The packs that come with the product: one file for each kind of store, read once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from django.conf import settings

from chezhan.catalogue.packs.file import PackDocument, read_pack


def shipped_packs() -> Mapping[str, PackDocument]:
    """By key. Raises BadPackFile, BadPackItem for one that is broken: a fault of the release."""
    return _read(Path(settings.SHIPPED_PACKS))


def shipped_for(pack: str) -> PackDocument | None:
    """The one for stores of this kind."""
    return shipped_packs().get(pack)


def ships(pack: str) -> bool:
    """Whether there is one for stores of this kind; reads none."""
    return (Path(settings.SHIPPED_PACKS) / f"{pack}.yaml").is_file()


@cache
def _read(folder: Path) -> Mapping[str, PackDocument]:
    found = (read_pack(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.yaml")))
    return {one.pack: one for one in found}
