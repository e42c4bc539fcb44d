"""Number plates of the mainland by GA 36 and the kinds beside it. Kept without dots and blanks, in capitals."""

import re
import unicodedata

PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_OFFICE, _SIGN = f"[{PROVINCES}][A-Z]", "[A-HJ-NP-Z0-9]"
# The first sign of a small new-energy car's serial, the last of a large one's: D and its like run on electricity
# alone, F and its like not.
_GREEN = "[A-HJK]"

PLATES: dict[str, re.Pattern[str]] = {
    kind: re.compile(f"(?:{pattern})$")
    for kind, pattern in {
        "new_energy": rf"{_OFFICE}(?:{_GREEN}{_SIGN}[0-9]{{4}}|[0-9]{{5}}{_GREEN})",
        # Blue, and yellow of large cars: the signs alone don't tell them apart.
        "standard": rf"{_OFFICE}{_SIGN}{{5}}",
        "trailer": rf"{_OFFICE}{_SIGN}{{4}}挂",
        "learner": rf"{_OFFICE}{_SIGN}{{4}}学",
        "police": rf"{_OFFICE}{_SIGN}{{4}}警",
        "embassy": rf"使[0-9]{{6}}|[0-9]{{6}}使|{_OFFICE}?{_SIGN}{{4,5}}领",
        "hong_kong_macao": rf"粤Z{_SIGN}{{4}}[港澳]",
        "emergency": rf"[{PROVINCES}][XS]{_SIGN}{{3,4}}应急",
        "military": r"[A-Z]{2}[0-9]{5}",
        "armed_police": rf"WJ[{PROVINCES}]?[0-9]{{4,5}}[A-Z]?",
        "aviation": rf"民航{_SIGN}{{5}}",
        "temporary": rf"{_OFFICE}{_SIGN}{{4,6}}临|临{_OFFICE}{_SIGN}{{4,6}}",
    }.items()
}


def compact_plate(text: str) -> str:
    """`沪a·12345` → `沪A12345`."""
    return re.sub(r"[\s·•・.\-]", "", unicodedata.normalize("NFKC", text)).upper()


def plate_shape(plate: str) -> str | None:
    """Which of PLATES a compact plate is; None when it is none of them."""
    return next((kind for kind, pattern in PLATES.items() if pattern.match(plate)), None)


def is_unusual(plate: str) -> bool:
    """A serial of the common kind with more than two letters is seldom right, and not impossible."""
    return plate_shape(plate) == "standard" and sum(sign.isalpha() for sign in plate[2:]) > 2
