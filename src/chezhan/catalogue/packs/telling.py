"""What the audit tells of packs: when one was installed, or brought to another version."""

from chezhan.catalogue.packs.models import InstalledPack
from chezhan.catalogue.records.trail.settings import Setting, tell_of

tell_of("pack", Setting("pack", InstalledPack, ("key",), ("version",)))
