"""Which addresses are everybody's. Of IPv6 only what is routed, less what carries an address of IPv4 within."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# IANA's special-purpose registry, multicast and reserved; and the address at which one provider's machines ask who they
# are, which lies among public ones.
CLOSED_4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "168.63.129.16/32",
    )
)  # fmt: skip
OPEN_6 = IPv6Network("2000::/3")
# Teredo, ORCHID and the like; documentation; 6to4; SRv6. NAT64 and v4-mapped lie outside of OPEN_6.
CLOSED_6 = tuple(IPv6Network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16"))
# Interface ids that embed IPv4 behind any prefix (ISATAP).
ISATAP = (0x00005EFE, 0x02005EFE)


def is_public(text: str) -> bool:
    """`text`: as the resolver answers it. What is no address is not public."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in CLOSED_4)
    return _is_public_6(address)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id or address not in OPEN_6 or any(address in network for network in CLOSED_6):
        return False
    return (int(address) >> 32) & 0xFFFFFFFF not in ISATAP
