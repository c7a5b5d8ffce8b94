#!/bin/sh
# Make .venv hold exactly what requirements.txt lists, after installing what the machine lacks.
#
# .venv/installed.txt is a copy of the requirements.txt that was installed, and is written last:
# without it, .venv counts as unfinished and is made again. Downloads and builds stay in pip's
# cache, so doing it again is quick.
set -eu
. "$(dirname "$0")/machine.sh"

stop() {
    echo "setup: $*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        sudo "$@"
    fi
}

may_be_root() {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || { command -v sudo >/dev/null && [ -t 2 ]; }
}

# What is not ours is not emptied: a link leads to a folder of someone else's.
refuse_venv() {
    stop ".venv $1. It would be emptied: remove or rename it, then make again"
}
if [ -L .venv ]; then
    refuse_venv "is a link to $(readlink .venv)"
elif [ -e .venv ] && [ ! -d .venv ]; then
    refuse_venv "is no folder"
elif [ -d .venv ] && [ ! -e .venv/made-by-setup ] && [ ! -e .venv/installed.txt ] &&
    [ -n "$(ls -A .venv)" ]; then
    refuse_venv "holds something that this set-up did not put there"
fi

python=$(find_python) || stop "$(how_to_get_python)"

missing=$(missing_packages "$python")
if [ -n "$missing" ]; then
    echo "setup: two libraries behind manim have no ready-made build for this system and are compiled."
    echo "setup: missing for that:"
    echo "$missing" | while IFS='|' read -r package why; do
        printf 'setup:   %-18s %s\n' "$package" "$why"
    done
    packages=$(echo "$missing" | cut -d'|' -f1 | tr '\n' ' ')
    case $(package_manager) in
        apt-get)
            may_be_root || stop "installing them needs root. Run this once, as root, then make again:

    apt-get update && apt-get install -y $packages
"
            export DEBIAN_FRONTEND=noninteractive
            as_root apt-get -q update || echo "setup: package lists not updated; trying the old ones"
            # shellcheck disable=SC2086  # one word for each package
            as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
                --no-install-recommends -o DPkg::Lock::Timeout=300 $packages ||
                stop "apt-get failed (see above). Once that is cured: make"
            ;;
        brew)
            # shellcheck disable=SC2086
            brew install $packages || stop "brew failed (see above). Once that is cured: make"
            ;;
        *)
            stop "install these with your system's package manager, then make again"
            ;;
    esac
    still_missing=$(missing_packages "$python" | cut -d'|' -f1 | tr '\n' ' ')
    [ -z "$still_missing" ] || stop "still missing after the installation: $still_missing"
fi

echo "setup: making .venv with $python (a few minutes the first time)"
mkdir -p .venv
: > .venv/made-by-setup
find .venv -mindepth 1 ! -path .venv/made-by-setup -delete
"$python" -m venv .venv
# Compiling every module takes as long as all else here; most of them are never imported.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-compile \
    --require-hashes -r requirements.txt ||
    stop "pip failed (see above). Once that is cured: make"
# So that plain `manim` finds core and scenes, as `python -m manim` does.
pwd > "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/here.pth"
cp requirements.txt .venv/installed.tmp
mv .venv/installed.tmp .venv/installed.txt
echo "setup: done"
