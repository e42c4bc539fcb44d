# One image for web, worker, beat and the prepare job; the command tells them apart.

FROM node:24-slim AS frontend
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY frontend/ ./
# the help beside each page
COPY docs/ /build/docs/
RUN npm run build

FROM python:3.11-slim AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 UV_NO_CACHE=1
WORKDIR /build
COPY requirements-build.lock requirements-image.lock ./
# the tools stay in this stage: only /opt/chezhan goes on
RUN python -m venv /opt/tools && /opt/tools/bin/pip install --require-hashes -r requirements-build.lock \
    && python -m venv --without-pip /opt/chezhan \
    && /opt/tools/bin/uv pip install --python /opt/chezhan/bin/python --compile-bytecode \
       --require-hashes -r requirements-image.lock
COPY pyproject.toml README.md ./
COPY src/ src/
COPY tenants/ tenants/
COPY billing/ billing/
RUN /opt/tools/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /build/wheels . \
    && /opt/tools/bin/uv pip install --python /opt/chezhan/bin/python --compile-bytecode --no-deps /build/wheels/*.whl

FROM python:3.11-slim
RUN useradd --system --uid 10001 --user-group --home-dir /var/lib/chezhan --create-home chezhan
COPY --from=packages /opt/chezhan /opt/chezhan
COPY --from=frontend /build/frontend/dist /opt/chezhan/frontend
ENV PATH=/opt/chezhan/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    CHEZHAN_FRONTEND_DIST=/opt/chezhan/frontend \
    CHEZHAN_STATIC=/opt/chezhan/static \
    CHEZHAN_VAR=/var/lib/chezhan
# the key signs nothing: collecting files only has to pass the check that there is one
RUN SECRET_KEY=none CHEZHAN_DEBUG=1 CHEZHAN_VAR=/tmp chezhan collectstatic --noinput
USER chezhan
VOLUME /var/lib/chezhan
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["granian", "--interface", "wsgi", "--no-ws", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "8", "--respawn-failed-workers", "chezhan.config.wsgi:application"]
