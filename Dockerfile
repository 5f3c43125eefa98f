FROM python:3.13-slim AS packages
WORKDIR /build
COPY requirements.lock .
RUN python -m venv /env \
 && /env/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

FROM python:3.13-slim
RUN useradd --uid 10001 --create-home --home-dir /data desk
COPY --from=packages /env /env
COPY bot /app/bot
COPY handlers /app/handlers
COPY storage /app/storage
COPY locales /app/locales
COPY desk.example.toml /app/
ENV PATH=/env/bin:$PATH PYTHONPATH=/app PYTHONUNBUFFERED=1 \
    DESKGRAM_DATABASE_URL=sqlite:////data/deskgram.sqlite3
USER 10001
WORKDIR /data
VOLUME /data
# Fails when the desk's heartbeat, a file beside the database, has grown old.
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s --retries=3 CMD ["python", "-m", "bot", "health"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
