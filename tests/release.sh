#!/bin/sh
# Builds wheel and sdist, of the parser's weights and of leadup, and tries the wheel as a newcomer has it: an empty environment, outside the repository. What that
# environment consists of is the release's bill of materials (CycloneDX). With AUDIT=1 it is held against the advisories
# of the package index, which needs a network.
#   sh tests/release.sh PYTHON [FOLDER]
set -eu
python=$1
out=${2:-dist}
root=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$root/$out"
"$python" -m build --outdir "$root/$out" "$root/packages/leadup-en"
weights=$(ls "$root/$out"/*.whl)
LEADUP_RELEASE=1 "$python" -m build --outdir "$root/$out" "$root"
wheel=$(ls "$root/$out"/leadup-*.whl)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$weights" "$wheel"
"$room/venv/bin/python" "$root/tests/sbom.py" > "${wheel%-py3-none-any.whl}.cdx.json"
cd "$room"
"$room/venv/bin/leadup" --version
"$room/venv/bin/leadup" add "$root/examples/articles" --archive archive
"$room/venv/bin/leadup" to "the killing of Qassem Soleimani" --archive archive --html page.html --json answer.json
"$room/venv/bin/leadup" verify answer.json --archive archive
test -s page.html
if [ "${AUDIT:-}" ]; then
    "$python" -m pip_audit --path "$("$room/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"
fi
ls -l "$root/$out"
