# The demo: eleven example articles read, one question answered, as a page.
#
#   docker build -t leadup .                                 # needs BuildKit: Docker 23 or later; Podman: --format docker
#   docker run --rm leadup                                   # the answer in the terminal
#
# Articles of your own, in a volume that is kept; without one they would go with the container:
#
#   docker run --rm -v leadup:/data -v "$PWD/news:/news:ro" leadup add /news --archive /data/news
#   docker run --rm -v leadup:/data leadup to "the ceasefire" --archive /data/news
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY src ./src
COPY packages ./packages
# Named by its version, as a release names it: the next stage has the wheels alone.
RUN LEADUP_RELEASE=1 pip wheel --no-cache-dir --wheel-dir /wheels ./packages/leadup-en .

FROM python:3.12-slim
RUN useradd --create-home --uid 10001 leadup && mkdir /data && chown leadup /data
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels pip install --no-cache-dir --no-index --find-links /wheels leadup
COPY --chown=leadup examples/articles /usr/share/leadup/articles
USER leadup
ENV LEADUP_ARCHIVE=/data/archive PYTHONDONTWRITEBYTECODE=1
RUN leadup add /usr/share/leadup/articles
VOLUME /data
# Docker knows 0 and 1 alone.
HEALTHCHECK --interval=1m --timeout=20s CMD leadup archive check || exit 1
ENTRYPOINT ["leadup"]
CMD ["to", "the killing of Qassem Soleimani"]
