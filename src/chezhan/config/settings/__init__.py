"""Settings by concern; each file reads its own environment variables through `environment`."""

from chezhan.config.settings.apps import *  # noqa: F403
from chezhan.config.settings.auth import *  # noqa: F403
from chezhan.config.settings.base import *  # noqa: F403
from chezhan.config.settings.crypto import *  # noqa: F403
from chezhan.config.settings.databases import *  # noqa: F403
from chezhan.config.settings.observability import *  # noqa: F403
from chezhan.config.settings.outbound import *  # noqa: F403
from chezhan.config.settings.pace import *  # noqa: F403
from chezhan.config.settings.storing import *  # noqa: F403
from chezhan.config.settings.tasks import *  # noqa: F403
