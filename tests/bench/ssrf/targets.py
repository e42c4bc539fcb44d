"""Ways to make a server ask what it should not: addresses, spellings, names, names that change, redirects."""

from collections.abc import Iterator
from dataclasses import dataclass, field

PUBLIC = "93.184.216.34"
INNER = (
    "127.0.0.1", "127.0.0.2", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1",
    "172.31.255.255", "192.168.0.1", "192.168.255.1", "169.254.169.254", "169.254.170.2", "169.254.0.23",
    "100.64.0.1", "100.100.100.200", "100.127.255.255", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "192.88.99.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
)  # fmt: skip
INNER_6 = (
    "::1", "::", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:169.254.169.254", "::ffff:10.0.0.1",
    "0:0:0:0:0:ffff:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::10.0.0.1", "2002:7f00:1::1",
    "2002:a9fe:a9fe::", "2001:0:7f00:1::", "2001:0:0:0:0:0:80ff:fffe", "2001:db8::1", "fe80::1", "fec0::1", "fc00::1",
    "fd00:ec2::254", "fd12:3456:789a::1", "ff02::1", "100::1", "2606:4700::5efe:127.0.0.1", "3fff::1",
)  # fmt: skip
# What other readers of addresses take for a number, or drop.
SPELLED = (
    "2130706433", "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "017700000001", "127.1", "127.0.1", "0127.0.0.1",
    "127.0.0.1.", "１２７.0.0.1", "127。0。0。1", "①②⑦.⓪.⓪.①", "localhost", "LOCALHOST", "localhost.",
    "%31%32%37.0.0.1", "[::ffff:127.0.0.1%25lo]", "[::1%25lo]",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Try:
    """`names`: what the resolver answers, one answer after the other, the last for ever. `port`: {port} is ours."""

    what: str
    url: str
    names: dict[str, list[list[str]]] = field(default_factory=dict)


def every(port: int) -> Iterator[Try]:
    for address in INNER:
        yield Try(f"address {address}", f"https://{address}:{port}/")
    for address in INNER_6:
        yield Try(f"address {address}", f"https://[{address}]:{port}/")
    for text in SPELLED:
        yield Try(f"spelled {text}", f"https://{text}:{port}/")
    for address in ("127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"):
        yield Try(f"a name for {address}", f"https://inner.example.com:{port}/", {"inner.example.com": [[address]]})
    yield Try("public and inner", f"https://two.example.com:{port}/", {"two.example.com": [[PUBLIC, "127.0.0.1"]]})
    yield Try("inner and public", f"https://two.example.com:{port}/", {"two.example.com": [["127.0.0.1", PUBLIC]]})
    for number in range(4):
        answers = [[PUBLIC]] * (number + 1) + [["127.0.0.1"]]
        yield Try(f"changes after {number + 1}", f"https://re.example.com:{port}/", {"re.example.com": answers})
    yield Try("user before the host", f"https://example.com@127.0.0.1:{port}/")
    yield Try("host as user", f"https://127.0.0.1:{port}@example.com/")
    yield Try("backslash", f"https://example.com\\@127.0.0.1:{port}/")
    yield Try("blank", f"https://127.0.0.1:{port} .example.com/")
    yield Try("line break", f"https://127.0.0.1:{port}/\r\nHost: example.com")
    yield Try("in clear", f"http://127.0.0.1:{port}/")
    yield Try("in clear by name", f"http://inner.example.com:{port}/", {"inner.example.com": [["127.0.0.1"]]})
    yield Try("another port", "https://127.0.0.1:6379/")
    for scheme in ("file:///etc/hostname", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "unix:///run/x", "//127.0.0.1/"):
        yield Try(f"scheme {scheme}", scheme)
