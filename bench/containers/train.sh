#!/bin/bash
# Gives the images that `AOT=1 build.sh` made what a JVM learns while it runs (JEP 483, 514, 515): plays the platform with every JVM recording, loads the dataset and asks, tells all to stop, and
# adds what each has written to its image as one more layer. Only the JVM and the jars that recorded can read it, so the image itself records.
# usage: train.sh      needs what trial.sh needs
set -euo pipefail
export VARIANT=-aot RECORDING=1
. "$(dirname "$0")/played.sh"

play
cumulo load "$home/examples/cloud-2020" --data="$work" --gateway="$gateway"
dossier
for path in companies companies/amazon 'companies?q=Alibabba+cloud' 'search?q=jedi' commitments ledger/trial-balance claims contracts contracts/jedi disputes; do
  for _ in 1 2 3; do curl -fs -o /dev/null "$gateway/v1/$path"; done
done

for module in companies-service investments-service disputes-service gateway; do
  podman stop --time 180 "$module-$module" >/dev/null
  podman cp "$module-$module:/tmp/$module.aot" "$home/$module/target/app.aot"
  echo "$module: $(stat -c %s "$home/$module/target/app.aot") bytes"
  # Where Quarkus' integration tests would say what they have recorded.
  printf '%s\n' "original-container-image=localhost/cumulo/$module:0.1.0-SNAPSHOT-aot" container-working-directory=/opt/cumulo "aot-file=$home/$module/target/app.aot" \
    >"$home/$module/target/quarkus-container-it.properties"
done
