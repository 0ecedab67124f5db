#!/bin/sh
# Builds the pinned OPA into the folder given as the first argument, unless that very version is there already.
# Versions and checksums stand in go.mod and go.sum beside this script. Needs Go on the PATH.
set -eu

target=${1:?"usage: build.sh FOLDER"}
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n 's#^.*github.com/open-policy-agent/opa v\([0-9.]*\).*$#\1#p' "$here/go.mod")

is_there() { [ -x "$target/opa" ] && [ "$(cat "$target/opa.version" 2>/dev/null)" = "$version" ]; }

is_there && exit 0
if ! command -v go >/dev/null 2>&1; then
    echo "OPA $version is not in $target, and Go, which builds it, is not on the PATH:" \
        "install Go from https://go.dev/dl/, or put an opa of at least $version on the PATH" >&2
    exit 69
fi
mkdir -p "$target"

# A folder is made by one of two only; whoever comes second waits for the first, as long as that one lives.
lock=$target/opa.lock
until mkdir "$lock" 2>/dev/null; do
    is_there && exit 0
    if holder=$(cat "$lock/pid" 2>/dev/null) && ! kill -0 "$holder" 2>/dev/null; then
        rm -rf "$lock"
        continue
    fi
    sleep 1
done
echo $$ >"$lock/pid"
ticker=
trap '[ -z "$ticker" ] || kill "$ticker" 2>/dev/null; rm -rf "$lock"' EXIT
trap 'exit 130' INT TERM

is_there && exit 0
echo "Building OPA $version into $target (about two minutes the first time)" >&2
rm -f "$target/opa.version"
(
    trap 'kill "$!"; exit' TERM
    halves=0
    while :; do
        sleep 30 &
        wait "$!"
        halves=$((halves + 1))
        echo "  still building OPA ($((halves / 2)) min $((halves % 2 * 30)) s)" >&2
    done
) &
ticker=$!
(cd "$here" && CGO_ENABLED=0 go build -mod=readonly -trimpath -o "$target/opa.new" github.com/open-policy-agent/opa) || exit 69
mv "$target/opa.new" "$target/opa"
echo "$version" >"$target/opa.version"
