"""What the audit tells of messages' setting up: never an account's secrets, nor what was sent."""

from chezhan.catalogue.records.trail.settings import Setting, tell_of
from chezhan.modules.messaging.models import MessageChannel, MessageLimits, MessageTemplate

tell_of(
    "message_template",
    Setting("message_template", MessageTemplate, ("entity",), ("name", "channel", "purpose", "approval", "enabled")),
)
tell_of("message_channel", Setting("message_channel", MessageChannel, ("channel",), ("provider", "enabled", "price")))
tell_of(
    "message_limits",
    Setting("message_limits", MessageLimits, (), ("quiet_from", "quiet_to", "per_day", "per_week")),
)
