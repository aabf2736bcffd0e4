"""Turns manifests (standard input) into what every podman plays: deployments and jobs become pods, called by their names; secrets become podman's own; the rest is left out.
usage: play.py [NAME...]      two pods of each deployment named. RECORDING=1: each JVM of the platform keeps what it learns, in /tmp/NAME.aot when it ends.
"""
import base64
import copy
import json
import os
import subprocess
import sys
import yaml

KEPT = ["ConfigMap", "PersistentVolumeClaim", "Pod"]
played = []
for document in yaml.safe_load_all(sys.stdin):
    name = document["metadata"]["name"]
    if document["kind"] == "Secret":
        values = {key: base64.b64encode(value.encode()).decode() for key, value in document["stringData"].items()}
        subprocess.run(["podman", "secret", "rm", name], check=False, capture_output=True)
        subprocess.run(["podman", "secret", "create", name, "-"], check=True, capture_output=True, input=json.dumps(values).encode())
    if document["kind"] in ("Job", "Deployment"):
        pod = document["spec"]["template"]
        document = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": name, "labels": pod["metadata"]["labels"]}, "spec": pod["spec"]}
        document["spec"].setdefault("restartPolicy", "Always")
        # Older ones publish every port that is named.
        for container in document["spec"]["containers"]:
            container["ports"] = [port for port in container.get("ports", []) if "hostPort" in port]
            if "RECORDING" in os.environ and "/cumulo/" in container["image"] and document["spec"]["restartPolicy"] == "Always":
                container["env"].append({"name": "JAVA_TOOL_OPTIONS", "value": f"-XX:AOTCacheOutput=/tmp/{name}.aot"})
                # A second JVM writes it down when the first ends.
                container["resources"]["limits"]["memory"] = "1700Mi"
    if document["kind"] in KEPT:
        document["metadata"].pop("namespace", None)
        played.append(document)
        if document["kind"] == "Pod" and name in sys.argv[1:]:
            second = copy.deepcopy(document)
            second["metadata"]["name"] = name + "-2"
            second["spec"]["containers"][0].pop("ports")
            played.append(second)
played.sort(key=lambda document: (KEPT.index(document["kind"]), document["metadata"]["name"] != "postgres"))
yaml.safe_dump_all(played, sys.stdout)
