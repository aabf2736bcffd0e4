#!/bin/bash
# Builds the four images twice, from two copies of what is committed, in different folders and by processes that know nothing of each other, and compares what they are made of (contents.py);
# each copy's bill of materials too. Fails when anything differs, and says what. Says also whether the digests are the same, which Quarkus 3.34 doesn't grant: see contents.py.
# usage: reproducible.sh      needs what build.sh needs
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another/of/them; do
  made=$work/made-${copy%%/*}
  mkdir -p "$work/$copy" "$made"
  git -C "$home" archive HEAD | tar -C "$work/$copy" -x
  SBOM=-Dsbom "$work/$copy/bench/containers/build.sh"
  for module in companies-service investments-service disputes-service gateway; do
    image=localhost/cumulo/$module:0.1.0-SNAPSHOT
    podman image inspect --format '{{.Id}}' "$image" >"$work/digest-$module-${copy%%/*}"
    podman save --quiet --format docker-archive "$image" | python3 "$home/bench/containers/contents.py" >"$made/$module"
    sha256sum <"$work/$copy/$module/target/bom.json" >"$made/$module.bom"
  done
done
for module in companies-service investments-service disputes-service gateway; do
  same=same; cmp -s "$work/digest-$module-one" "$work/digest-$module-another" || same=different
  echo "$module: $(wc -l <"$work/made-one/$module") settings, files and generated classes, $(grep -c ' in any order ' "$work/made-one/$module") of them in any order; digests: $same"
done
diff -r "$work/made-one" "$work/made-another" && echo "made of the same twice"
