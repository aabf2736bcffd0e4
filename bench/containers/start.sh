#!/bin/bash
# How long each process takes from `podman start` to its first answer out of its database, by variant of the image, in one run and by turns: beside those that play, on the same databases, as the
# next pod of a rollout, with the limits of its manifest (512 MiB, two CPUs). Then what it holds in memory.
# usage: start.sh RUNS VARIANT...      such as: start.sh 7 '' -aot -native; needs what trial.sh needs
set -euo pipefail
runs=$1; shift
. "$(dirname "$0")/played.sh"
export VARIANT=
play
cumulo load "$home/examples/cloud-2020" --data="$work" --gateway="$gateway" >/dev/null
version=$(podman inspect --format '{{.ImageName}}' gateway-gateway | sed 's/.*://')

forget() { podman container exists started || return 0; podman kill started >/dev/null 2>&1 || true; podman wait started >/dev/null; podman rm started >/dev/null; }
begin() { # MODULE VARIANT PORT PATH: milliseconds to the first answer
  local from answered
  forget
  podman inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$1-$1" | grep -E '^(CUMULO|QUARKUS)_' >"$work/environment"
  podman create --name started --network podman-default-kube-network --publish "127.0.0.1:18090:$3" --env-file "$work/environment" --read-only --tmpfs /tmp --volume identity:/etc/cumulo/identity:ro \
    --cap-drop all --memory 512m --cpus 2 "localhost/cumulo/$1:$version$2" >/dev/null
  from=$(date +%s%N)
  podman start started >/dev/null
  until curl -fs -m 5 -o /dev/null "http://127.0.0.1:18090$4"; do [ $(($(date +%s%N) - from)) -lt 90000000000 ] || { podman logs started | tail -n 3 >&2; exit 1; }; done
  answered=$(date +%s%N)
  echo $(((answered - from) / 1000000))
}
measure() { # MODULE PORT PATH VARIANT...
  local run variant
  rm -f "$work"/took*
  for run in $(seq "$runs"); do
    for variant in "${@:4}"; do
      begin "$1" "$variant" "$2" "$3" >>"$work/took$variant"
      [ "$run" -lt "$runs" ] || { sleep 8; awk '/^Rss/ {print int($2 / 1024)}' "/proc/$(podman inspect --format '{{.State.Pid}}' started)/smaps_rollup" >"$work/holds$variant"; }
    done
  done
  for variant in "${@:4}"; do
    echo "$1$variant: $(sort -n "$work/took$variant" | sed -n "$(((runs + 1) / 2))p") ms ($(xargs <"$work/took$variant")), $(cat "$work/holds$variant") MB resident"
  done
}
measure companies-service 8081 '/v1/companies?limit=1' "$@"
measure investments-service 8082 '/v1/commitments?limit=1' "$@"
measure disputes-service 8083 '/v1/contracts?limit=1' "$@"
measure gateway 8080 '/v1/companies?limit=1' "$@"
forget
