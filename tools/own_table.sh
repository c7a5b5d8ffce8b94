#!/bin/sh
# Make links with plain names to a user's table and to its build folder, and print them as make's
# variables. $1 names the environment variable that holds the table's path: DATA or RADIATION.
set -eu

stop() {
    echo "$kind=$path: $*" >&2
    exit 2
}

kind=$1
eval "path=\$$kind"
[ -f "$path" ] && [ -r "$path" ] || stop "there is no such file that can be read"
file=$(basename -- "$path")
name=${file%.*}
case $(echo "$name" | tr '[:upper:]' '[:lower:]') in
    figures | video | media | preview | verify | bench | peers | uv | lecture | numbers.json)
        stop "build/$name belongs to the article: give the table another name" ;;
    '' | .*) stop "the table needs a name that does not begin with a dot" ;;
esac

links=build/.make/tables/$(printf %s "$name" | cksum | cut -d' ' -f1)
mkdir -p "build/$name" "$links"
ln -sfn "$(cd "$(dirname -- "$path")" && pwd)/$file" "$links/table"
ln -sfn "../../../$name" "$links/build"

choice() { printf '%s\n' "$kind" "$path" "${X-}" "${Y-}"; }
choice | cmp -s - "$links/choice" && differs='' || differs=yes
echo "BUILD=$links/build TABLE=$links/table CHOICE_DIFFERS=$differs"
