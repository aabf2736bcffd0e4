#!/usr/bin/env bash
# Measures the gateway and its peers one after the other, twice, in front of the same upstream; see README.md.
# run.sh [seconds of each measurement]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
seconds=${1:-10}
connections=32
java=${BENCH_JAVA:-java}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null; rm -rf "$work"' EXIT

free_port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1",0)); print(s.getsockname()[1])'; }
upstream=$(free_port); nginx_port=$(free_port); haproxy_port=$(free_port); spring_port=$(free_port)
cumulo_port=$(free_port); logging_port=$(free_port)
body=$(python3 -c 'import json; print(json.dumps({"id":"amazon","names":["Amazon %03d" % i for i in range(160)]}))')

nginx_conf() { # name, workers, server block
  printf 'worker_processes %s; daemon off; pid %s/%s.pid; error_log /dev/null; events { worker_connections 4096; }
http { access_log off; keepalive_requests 100000000; client_body_temp_path %s/b; proxy_temp_path %s/p; fastcgi_temp_path %s/f; uwsgi_temp_path %s/u; scgi_temp_path %s/s; %s }\n' \
    "$2" "$work" "$1" "$work" "$work" "$work" "$work" "$work" "$3" > "$work/$1.conf"
}
nginx_conf upstream 1 "server { listen 127.0.0.1:$upstream backlog=4096; location / { default_type application/json; add_header ETag '\"1\"'; return 200 '$body'; } }"
nginx_conf peer 2 "upstream u { server 127.0.0.1:$upstream; keepalive 128; keepalive_requests 100000000; } server { listen 127.0.0.1:$nginx_port; location / { proxy_http_version 1.1; proxy_set_header Connection ''; proxy_set_header X-Forwarded-For \$remote_addr; proxy_pass http://u; } }"
cat > "$work/haproxy.cfg" <<C
global
  nbthread 2
  maxconn 4096
defaults
  mode http
  timeout connect 2s
  timeout client 60s
  timeout server 15s
  option forwardfor
  http-reuse always
frontend f
  bind 127.0.0.1:$haproxy_port
  default_backend b
backend b
  server u 127.0.0.1:$upstream maxconn 128
C

declare -A pid port
start() { # name, port, command…
  local name=$1; port[$name]=$2; shift 2
  "$@" > "$work/$name.log" 2>&1 &
  pid[$name]=$!; pids+=($!)
  for _ in $(seq 300); do
    curl -sf -o /dev/null "http://127.0.0.1:${port[$name]}/v1/companies/amazon" && return
    sleep 0.2
  done
  cat "$work/$name.log"; echo "$name does not answer" >&2; exit 1
}
cumulo() { # port, access log, management port (a given one: with 0 the process never counts as started, and so never ends)
  env QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$1" QUARKUS_MANAGEMENT_PORT="$3" QUARKUS_MANAGEMENT_HOST=127.0.0.1 \
    CUMULO_COMPANIES_URL="http://127.0.0.1:$upstream" CUMULO_IDENTITY_PUBLIC_KEY="file:$work/key.pem" CUMULO_ACCESS_LOG="$2" \
    CUMULO_RATE_LIMITS_ANONYMOUS_READING_REQUESTS=1000000000 "$java" -Xmx256m -jar "$root/gateway/target/quarkus-app/quarkus-run.jar"
}
openssl genrsa 2048 2>/dev/null | openssl rsa -pubout -out "$work/key.pem" 2>/dev/null

# A function would be measured as a shell; exec makes the process ours.
start upstream "$upstream" nginx -c "$work/upstream.conf"
start nginx "$nginx_port" nginx -c "$work/peer.conf"
start haproxy "$haproxy_port" haproxy -f "$work/haproxy.cfg" -db
start spring "$spring_port" "$java" -Xmx256m -jar "$here/spring-cloud-gateway/target/peer.jar" --server.port="$spring_port" --upstream="http://127.0.0.1:$upstream"
export -f cumulo; export upstream work java root
start cumulo "$cumulo_port" bash -c "$(declare -f cumulo | sed 's/env /exec env /'); cumulo $cumulo_port false $(free_port)"
start cumulo-logging "$logging_port" bash -c "$(declare -f cumulo | sed 's/env /exec env /'); cumulo $logging_port true $(free_port)"

family() { echo "$1"; pgrep -P "$1" || true; }
ticks() { # of a process and its children, in hundredths of a second
  local sum=0
  for p in $(family "$1"); do sum=$((sum + $(awk '{print $14 + $15}' "/proc/$p/stat"))); done
  echo "$sum"
}
declare -A best cpu
saturate() { # name, seconds
  local name=$1 before after out
  before=$(ticks "${pid[$name]}")
  out=$(wrk -t1 -c$connections -d"$2"s "http://127.0.0.1:${port[$name]}/v1/companies/amazon")
  after=$(ticks "${pid[$name]}")
  local requests rate failed
  requests=$(awk '/requests in/ {print $1}' <<< "$out"); rate=$(awk '/Requests\/sec/ {print int($2)}' <<< "$out")
  failed=$(awk '/Non-2xx/ {print $NF}' <<< "$out")
  [ -z "$failed" ] || { echo "$name: $failed answers were no 2xx" >&2; exit 1; }
  [ "$requests" -gt 0 ] || { echo "$name answered nothing in $2 s" >&2; exit 1; }
  local micros=$(( (after - before) * 10000 / requests ))
  echo "$name $rate $micros"
}

names=(upstream nginx haproxy cumulo cumulo-logging spring)
for name in cumulo cumulo-logging spring; do saturate "$name" 60 > /dev/null; done   # until the compilers have done their work
printf '%-16s %10s %18s\n' proxy requests/s 'own CPU µs/request'
for round in 1 2; do
  for name in "${names[@]}"; do
    read -r _ rate micros < <(saturate "$name" "$seconds")
    printf '%-16s %10d %18d\n' "$name" "$rate" "$micros"
    if [ "$rate" -gt "${best[$name]:-0}" ]; then best[$name]=$rate; cpu[$name]=$micros; fi
  done
done
printf '\n%-16s %10s %10s %10s %10s\n' proxy offered/s p50 p99 max
for name in "${names[@]:1}"; do
  half=$(( ${best[$name]} / 2 ))
  h2load --h1 -t1 -c$connections --rps=$(( half / connections )) -D "$seconds" --log-file="$work/$name.times" "http://127.0.0.1:${port[$name]}/v1/companies/amazon" > /dev/null
  awk '$2 == 200 {print $3}' "$work/$name.times" | sort -n > "$work/$name.sorted"
  awk -v name="$name" -v half="$half" '{t[NR] = $1} END {printf "%-16s %10d %8.2fms %8.2fms %8.2fms\n", name, half, t[int(NR*0.5)+1]/1000, t[int(NR*0.99)+1]/1000, t[NR]/1000}' "$work/$name.sorted"
done
