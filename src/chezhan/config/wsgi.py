import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chezhan.config.settings")
application = get_wsgi_application()
# Loads every view now: else each worker's first request waits for it.
_ = get_resolver().url_patterns
