# Sourced by others: the local overlay as podman plays it, from the images that build.sh made. VARIANT=-aot or -native: from those of that variant.
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$home/bench/containers
work=${WORK:-$(mktemp -d)}
gateway=http://127.0.0.1:18080
# Where a container runs out of memory, podman leaves a file in the folder that it is called from.
cd "$work"
cumulo() { java -Dcumulo.home="$home" -jar "$home/launcher/target/cumulo.jar" "$@"; }

clean() { podman kube down "$work/played.yaml" >/dev/null 2>&1 || true; podman volume rm -f postgres >/dev/null 2>&1 || true; }

# Plays it, of each NAME given two, and waits until all services answer through the gateway. The token of an editor is in $work/token.
play() { # [NAME...]
  cumulo token editor --data="$work" >"$work/token"
  { "$home/k8s/secrets" cumulo "$work/identity/public.pem"; echo ---; kubectl kustomize --load-restrictor LoadRestrictionsNone "$here/overlay"; } |
    sed -E "s#(image: localhost/cumulo/.*)#\1${VARIANT:-}#" | python3 "$here/play.py" "$@" >"$work/played.yaml"
  [ -n "${KEEP:-}" ] || trap clean EXIT
  clean
  local begin
  begin=$(date +%s)
  podman kube play --log-driver k8s-file "$work/played.yaml" >"$work/play.log" 2>&1
  until curl -fs -o /dev/null "$gateway/v1/companies" && curl -fs -o /dev/null "$gateway/v1/commitments" && curl -fs -o /dev/null "$gateway/v1/contracts"; do
    [ $(($(date +%s) - begin)) -lt 420 ] || { echo "not up after 420 s"; podman ps -a; exit 1; }
    sleep 1
  done
  echo "up: $(($(date +%s) - begin)) s after podman kube play"
  podman ps --format '{{.Names}} {{.Status}}' | grep -v infra
}

# The first time each service warms up, and what takes too long is left out and named.
dossier() {
  asked() { curl -fs "$gateway/v1/dossiers/amazon" | python3 -c 'import json,sys; d=json.load(sys.stdin); print("dossier of amazon:", len(d["timeline"]), "entries, incomplete:", d["incomplete"]); sys.exit(len(d["incomplete"]))'; }
  asked || { sleep 5; asked; } || { sleep 20; asked; }
}

address() { podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$(podman pod inspect --format '{{.InfraContainerID}}' "$1")"; }
