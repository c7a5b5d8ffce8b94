#!/bin/sh
# Say what set-up and the build need, what is there, what is missing and how to get it.
set -u
. "$(dirname "$0")/machine.sh"

say() { printf '%-9s%s\n' "$1" "$2"; }

if python=$(find_python); then
    say ok "$("$python" --version) ($python)"
else
    say MISSING "$(how_to_get_python)"
    exit 0
fi

missing=$(missing_packages "$python")
if [ -z "$missing" ]; then
    say ok "compiler, pkg-config, headers of Python, cairo and pango"
else
    echo "$missing" | while IFS='|' read -r package why; do
        say MISSING "$package: $why"
    done
    packages=$(echo "$missing" | cut -d'|' -f1 | tr '\n' ' ')
    case $(package_manager) in
        apt-get) say "" "make installs them if it may; by hand: sudo apt-get install -y $packages" ;;
        brew) say "" "make installs them; by hand: brew install $packages" ;;
        *) say "" "install them with your system's package manager" ;;
    esac
fi

if [ ! -e .venv/installed.txt ]; then
    say MISSING ".venv is not there or not finished: make setup"
elif ! .venv/bin/python -c '' 2>/dev/null; then
    say MISSING ".venv belongs to a Python that is gone: make setup"
elif ! cmp -s requirements.txt .venv/installed.txt; then
    say MISSING ".venv is not what requirements.txt lists: make setup"
else
    say ok ".venv holds what requirements.txt lists"
    for package in numpy scipy matplotlib manim typst; do
        say "" "$(.venv/bin/python -c "
from importlib.metadata import version
print('$package', version('$package'))")"
    done
fi

say ok "$(df -Pk . | awk 'NR == 2 { printf "%.1f GB free here; .venv takes 0.9 GB", $4 / 1e6 }')"
say ok "not needed: LaTeX, ffmpeg, system fonts"
