#!/bin/sh
# Runs a command with its temporary files in memory, where there is room for them. Hundreds of archives are made by the
# suite, and each change to one is written through to its disk: thousands of times nothing is done but wait for that.
#   sh tests/suite.sh COMMAND ...
# What is left there goes when the command ends. Where TMPDIR is set, that is where the files are; where there is no
# disk in memory, or little room, or no program may be started there, they are where they always are.
memory=/dev/shm
room_needed=2000000 # kilobytes, of which the suite takes some 330,000
memory_needed=6000000

is_roomy() {
    free=$(df -Pk "$memory" 2>/dev/null | awk 'NR == 2 {print $4}')
    available=$(awk '$1 == "MemAvailable:" {print $2}' /proc/meminfo 2>/dev/null)
    [ "${free:-0}" -ge "$room_needed" ] && [ "${available:-0}" -ge "$memory_needed" ]
}

# Programs are started there by the tests (tests/ready.py).
starts_programs() {
    printf '#!/bin/sh\n' >"$1/program" && chmod +x "$1/program" && "$1/program" && rm "$1/program"
}

if [ -z "${TMPDIR:-}" ] && is_roomy && room=$(mktemp -d "$memory/leadup-XXXXXX" 2>/dev/null); then
    trap 'rm -rf "$room"' EXIT
    trap 'exit 130' HUP INT TERM
    if starts_programs "$room" 2>/dev/null; then
        TMPDIR=$room
        export TMPDIR
    fi
fi
"$@"
