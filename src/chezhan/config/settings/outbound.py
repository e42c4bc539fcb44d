"""What the product may ask of other machines; see kernel.outbound."""

from chezhan.config.settings import environment as env

# https alone, and these ports of it; http (port 80) only where the operator says so.
OUTBOUND_HTTP = env.flag("CHEZHAN_OUTBOUND_HTTP")
OUTBOUND_PORTS = frozenset(int(word) for word in env.words("CHEZHAN_OUTBOUND_PORTS", "443,8443"))
# host:port of the operator's own network that may be asked although it is not public. Every store's people can make
# the product ask what stands here: empty unless a gateway of one's own is to be reached.
OUTBOUND_INSIDE = frozenset(env.words("CHEZHAN_OUTBOUND_INSIDE"))
# A file with certificates of one's own authority, besides everybody's.
OUTBOUND_CA_FILE = env.text("CHEZHAN_OUTBOUND_CA_FILE")
OUTBOUND_CONNECT_SECONDS = 5
