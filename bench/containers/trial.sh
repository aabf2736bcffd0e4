#!/bin/bash
# Plays the local overlay with podman from the images that build.sh made, loads the dataset through the gateway, asks for a dossier; then kills containers while somebody writes, and tells
# services and gateways to stop under load. Prints what it saw; fails where something was lost.
# usage: [VARIANT=-aot|-native] trial.sh      needs: podman, kubectl, python3 with yaml, curl, a JDK, a built launcher
set -euo pipefail
. "$(dirname "$0")/played.sh"

play gateway companies-service
cumulo load "$home/examples/cloud-2020" --data="$work" --gateway="$gateway"
dossier

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

# One of two is told to stop while both are asked; then the only one that is left, whose clients come again until they are refused.
dropped=0
ready() { until curl -fs -m 2 -o /dev/null "http://$1/q/health/ready"; do sleep 1; done; }
drain() { # CONTAINER PATH INSTANCE...
  java "$here/Drain.java" 40 8 "$2" "${@:3}" >"$work/drained" &
  local load=$!
  sleep 10
  podman kill --signal TERM "$1" >/dev/null
  wait $load || dropped=1
  echo "SIGTERM of $1 under load: $(cat "$work/drained")"
}
of_two() { # POD PORT MANAGEMENT-PORT PATH
  ready "$(address "$1"):$3"
  ready "$(address "$1-2"):$3"
  drain "$1-2-$1" "$4" "$(address "$1"):$2/$3" "$(address "$1-2"):$2/$3"
}
of_two companies-service 8081 9001 '/v1/companies?limit=5'
of_two gateway 8080 9000 '/v1/companies?limit=5'
drain gateway-gateway '/v1/companies?limit=5' "$(address gateway):8080/9000"
exit $((lost + dropped))
