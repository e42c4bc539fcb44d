"""What the audit tells of webhooks: never a secret, nor an address, which may hold one."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.modules.webhooks.models import Webhook

tell_of("webhook", Setting("webhook", Webhook, ("name",), ("enabled",)))
