#!/bin/sh
# What the browser tests need: Debian's Chromium and fonts, axe-core, TimelineJS3 and vis-timeline from npm into .tools/.
# Safe to run again. Without apt, npm or a network nothing fails: the tests that need these skip, and say why.
cd "$(dirname "$0")/../.." || exit 0

if ! command -v chromium >/dev/null 2>&1; then
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq >/dev/null 2>&1
        apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null 2>&1 ||
            echo "browser tests will skip: chromium could not be installed" >&2
    else
        echo "browser tests will skip: no chromium (apt install chromium)" >&2
    fi
fi

# A folder of its own, so that npm neither finds nor writes a package.json in the project's root.
AXE=4.14.1
TIMELINEJS=3.9.11
VIS=8.5.4
if [ ! -f .tools/npm/node_modules/axe-core/axe.min.js ] ||
    [ ! -f .tools/npm/node_modules/@knight-lab/timelinejs/dist/js/timeline.js ] ||
    [ ! -f .tools/npm/node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js ]; then
    if command -v npm >/dev/null 2>&1; then
        mkdir -p .tools/npm
        npm install --silent --no-audit --no-fund --no-save --ignore-scripts --fetch-timeout=60000 --fetch-retries=1 --prefix .tools/npm \
            "axe-core@$AXE" "@knight-lab/timelinejs@$TIMELINEJS" "vis-timeline@$VIS" >/dev/null 2>&1 ||
            echo "tests with axe-core, TimelineJS3 and vis-timeline will skip: npm could not install them" >&2
    else
        echo "tests with axe-core, TimelineJS3 and vis-timeline will skip: no npm" >&2
    fi
fi
exit 0
