#!/bin/bash
# Builds the four images twice, from two copies of what is committed, in different folders and by processes that know nothing of each other, and compares what came out; each copy's bill of
# materials too. Fails when anything differs.
# usage: reproducible.sh      needs what build.sh needs
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another/of/them; do
  mkdir -p "$work/$copy"
  git -C "$home" archive HEAD | tar -C "$work/$copy" -x
  SBOM=-Dsbom "$work/$copy/bench/containers/build.sh"
  for module in companies-service investments-service disputes-service gateway; do
    echo "$module $(podman image inspect --format '{{.Id}}' "localhost/cumulo/$module:0.1.0-SNAPSHOT")"
    echo "$module bill of materials $(sha256sum <"$work/$copy/$module/target/bom.json")"
  done >"$work/made-${copy%%/*}"
done
cat "$work/made-one"
cmp "$work/made-one" "$work/made-another" && echo "the same twice"
