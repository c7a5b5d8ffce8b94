#!/bin/sh
# Bring what the tests of the pages need: Chromium from the system, Playwright into .venv/browser.
set -eu
. "$(dirname "$0")/machine.sh"

if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null; then
    if [ "$(package_manager)" != apt-get ] || [ "$(id -u)" != 0 ]; then
        echo "setup-browser: install Chromium with your system's package manager (Debian, as root:" >&2
        echo "setup-browser: apt-get install -y --no-install-recommends chromium), then make again" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get -q update || echo "setup-browser: package lists not updated; trying the old ones"
    apt-get -q install -y --no-install-recommends -o DPkg::Lock::Timeout=300 chromium
fi
if ! cmp -s requirements-browser.txt .venv/browser/installed.txt; then
    echo "setup-browser: making .venv/browser"
    .venv/bin/python -m venv --clear .venv/browser
    .venv/browser/bin/python -m pip install --quiet -r requirements-browser.txt
    cp requirements-browser.txt .venv/browser/installed.txt
fi
