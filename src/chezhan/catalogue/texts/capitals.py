"""Amounts as banks and invoices write them out: ¥12,800.05 is 壹万贰仟捌佰元零伍分."""

from decimal import Decimal

from chezhan.kernel.money import yuan

DIGITS = "零壹贰叁肆伍陆柒捌玖"
TENS = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")


def in_capitals(amount: Decimal) -> str:
    """In yuan, to the cent, below 10^16; larger ones stay in figures."""
    amount = yuan(amount)
    sign, amount = ("负" if amount < 0 else ""), abs(amount)
    whole, cents = divmod(int(amount * 100), 100)
    if whole >= 10**16:
        return f"{sign}{amount:,.2f}"
    jiao, fen = divmod(cents, 10)
    text = f"{_whole(whole)}元" if whole else ""
    if not cents:
        return f"{sign}{text or '零元'}整"
    if jiao:
        text += f"{DIGITS[jiao]}角"
    elif whole:
        text += "零"
    return f"{sign}{text}{DIGITS[fen]}分" if fen else f"{sign}{text}整"


def _whole(number: int) -> str:
    parts: list[str] = []
    gap = False
    for place in range(3, -1, -1):
        group = number // 10 ** (4 * place) % 10_000
        if not group:
            gap = bool(parts)
            continue
        # One naught stands for all that lie between two figures.
        if parts and (gap or group < 1_000):
            parts.append("零")
        parts.append(_group(group) + GROUPS[place])
        gap = False
    return "".join(parts)


def _group(group: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + TENS[place]
            gap = False
        else:
            gap = True
    return text
