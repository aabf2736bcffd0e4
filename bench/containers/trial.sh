#!/bin/bash
# Plays the local overlay with podman from the images that build.sh made, loads the dataset through the gateway, asks for a dossier; then kills containers while somebody writes, and tells
# a gateway to stop under load. Prints what it saw; fails where something was lost.
# usage: trial.sh      needs: podman, kubectl, python3 with yaml, curl, a JDK, a built launcher
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
here=$home/bench/containers
work=${WORK:-$(mktemp -d)}
gateway=http://127.0.0.1:18080
cumulo() { java -Dcumulo.home="$home" -jar "$home/launcher/target/cumulo.jar" "$@"; }

cumulo token editor --data="$work" >"$work/token"
{ "$home/k8s/secrets" cumulo "$work/identity/public.pem"; echo ---; kubectl kustomize --load-restrictor LoadRestrictionsNone "$here/overlay"; } | python3 "$here/play.py" >"$work/played.yaml"
clean() { podman kube down "$work/played.yaml" >/dev/null 2>&1 || true; podman volume rm -f postgres >/dev/null 2>&1 || true; }
[ -n "${KEEP:-}" ] || trap clean EXIT
clean
begin=$(date +%s)
podman kube play --log-driver k8s-file "$work/played.yaml" >"$work/play.log" 2>&1
until curl -fs -o /dev/null "$gateway/v1/companies" && curl -fs -o /dev/null "$gateway/v1/commitments" && curl -fs -o /dev/null "$gateway/v1/contracts"; do
  [ $(($(date +%s) - begin)) -lt 420 ] || { echo "not up after 420 s"; podman ps -a; exit 1; }
  sleep 1
done
echo "up: $(($(date +%s) - begin)) s after podman kube play"
podman ps --format '{{.Names}} {{.Status}}' | grep -v infra

cumulo load "$home/examples/cloud-2020" --data="$work" --gateway="$gateway"
# The first time each service warms up, and what takes too long is left out and named.
complete() { curl -fs "$gateway/v1/dossiers/amazon" | python3 -c 'import json,sys; d=json.load(sys.stdin); print("dossier of amazon:", len(d["timeline"]), "entries, incomplete:", d["incomplete"]); sys.exit(len(d["incomplete"]))'; }
complete || { sleep 5; complete; } || { sleep 20; complete; }

# Writes one after another and keeps what was acknowledged.
write() {
  for number in $(seq 1 "$1"); do
    status=$(curl -s -o /dev/null -w '%{http_code}' -m 20 -X PUT "$gateway/v1/companies/$2-$number" -H "Authorization: Bearer $(cat "$work/token")" -H 'If-None-Match: *' -H 'Content-Type: application/json' \
      -d '{"kind":"company","legalName":"Kept","sources":[{"publisher":"P","title":"T","quote":"Q"}]}' || true)
    [ "$status" != 201 ] || echo "$2-$number" >>"$work/acknowledged"
  done
}
: >"$work/acknowledged"
for victim in companies-service postgres; do
  write 150 "kill-$victim" &
  writer=$!
  sleep 3
  kill -9 "$(podman inspect --format '{{.State.Pid}}' "$victim-$victim")"
  wait $writer
  until curl -fs -o /dev/null "$gateway/v1/companies"; do sleep 1; done
done
lost=0
while read -r key; do curl -fs -o /dev/null "$gateway/v1/companies/$key" || { echo "lost: $key"; lost=1; }; done <"$work/acknowledged"
echo "after kill -9 of companies-service and of postgres: $(wc -l <"$work/acknowledged") writes acknowledged, lost: $lost"

# One of two is told to stop while both are asked.
dropped=0
address() { podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$(podman pod inspect --format '{{.InfraContainerID}}' "$1")"; }
drain() { # POD PORT MANAGEMENT-PORT PATH
  java "$here/Drain.java" 40 8 "$4" "$(address "$1"):$2/$3" "$(address "$1-2"):$2/$3" >"$work/drain-$1" &
  local load=$!
  sleep 10
  podman kill --signal TERM "$1-2-$1" >/dev/null
  wait $load || dropped=1
  echo "SIGTERM of one of two of $1 under load: $(cat "$work/drain-$1")"
}
drain companies-service 8081 9001 '/v1/companies?limit=5'
drain gateway 8080 9000 '/v1/companies?limit=5'
exit $((lost + dropped))
