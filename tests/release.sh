#!/bin/sh
# Builds wheel and sdist, and tries the wheel as a newcomer has it: an empty environment, outside the repository.
#   sh tests/release.sh PYTHON [FOLDER]
set -eu
python=$1
out=${2:-dist}
root=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$root/$out"
"$python" -m build --outdir "$root/$out" "$root"
wheel=$(ls "$root/$out"/*.whl)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/venv"
"$room/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$wheel"
cd "$room"
"$room/venv/bin/leadup" --version
"$room/venv/bin/leadup" add "$root/examples/articles" --archive archive
"$room/venv/bin/leadup" to "the killing of Qassem Soleimani" --archive archive --html page.html --json answer.json
"$room/venv/bin/leadup" verify answer.json --archive archive
test -s page.html
ls -l "$root/$out"
