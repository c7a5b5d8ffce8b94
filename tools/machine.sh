# What the machine has and what it lacks. Read by setup.sh and doctor.sh; runs nothing by itself.
# Plain sh: it works where only git, make and Python are installed.

# Print the path of a Python >= 3.11, the one that $PYTHON names if it is set.
# The real path, not a link: a venv must break visibly when its Python is replaced.
find_python() {
    if [ -n "${PYTHON-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for candidate; do
        "$candidate" -c 'import os, sys
if sys.version_info < (3, 11): sys.exit(1)
print(os.path.realpath(sys.executable))' 2>/dev/null && return
    done
    return 1
}

how_to_get_python() {
    echo "Python 3.11 or newer is needed (looked for: ${PYTHON:-python3, python3.11 to python3.14})."
    echo "  Debian 12, Ubuntu 24.04 or newer:  sudo apt-get install python3"
    echo "  macOS:                             brew install python"
    echo "  anything else:                     https://www.python.org/downloads/"
    echo "A Python in an unusual place:        make PYTHON=/path/to/python3.12"
}

package_manager() {
    for manager in apt-get brew; do
        command -v "$manager" >/dev/null && echo "$manager" && return
    done
    echo none
}

# Print one line for each thing that set-up needs and the machine lacks: package|what it is for.
# $1: the Python. Packages are named for the package manager that is there, else described.
missing_packages() {
    version=$("$1" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    case $(package_manager) in
        apt-get) venv=$version-venv headers=$version-dev compiler="gcc libc6-dev" \
                 pkgconfig=pkg-config cairo=libcairo2-dev pango=libpango1.0-dev ;;
        brew)    venv=python headers=python compiler=gcc \
                 pkgconfig=pkgconf cairo=cairo pango=pango ;;
        *)       venv="Python's venv module" headers="Python's C headers" compiler="a C compiler" \
                 pkgconfig=pkg-config cairo="cairo's headers" pango="pango's headers" ;;
    esac
    "$1" -c 'import ensurepip, venv' 2>/dev/null ||
        echo "$venv|makes .venv, the project's own Python environment"
    "$1" -c 'import os, sys, sysconfig
sys.exit(not os.path.exists(sysconfig.get_path("include") + "/Python.h"))' ||
        echo "$headers|Python.h, to build pycairo and manimpango"
    echo 'int main(void) { return 0; }' | ${CC:-cc} -x c -o /dev/null - 2>/dev/null ||
        echo "$compiler|C compiler, to build pycairo and manimpango"
    command -v pkg-config >/dev/null ||
        echo "$pkgconfig|tells the compiler where cairo and pango are"
    pkg-config --exists 'cairo >= 1.15.10' 2>/dev/null ||
        echo "$cairo|cairo draws the films; pycairo has no wheel for this system"
    pkg-config --exists pangocairo 2>/dev/null ||
        echo "$pango|pango sets text; manimpango has no wheel for this system"
}
