#!/usr/bin/env python3
"""What an image is made of, a line each: its settings, and each file of its layers with type, mode, owner, time and digest; in the jar of what Quarkus generates, each class.

Quarkus 3.34 makes some of these classes from threads that race for numbers and out of sets without an order. Of these the digest is that of their members and instructions, with what they refer
to, but sorted and without such numbers. Later versions number and sort by themselves (quarkusio/quarkus#53025, #53086): with one of them DISORDERED goes away, and digests of images can be compared.
usage: podman save --format docker-archive IMAGE | contents.py      needs javap
"""
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zipfile

DISORDERED = re.compile(r"io/quarkus/(runner/recorded|runtime/generated|qute/runtime/extensions)/.*\.class")
# Of a line of javap: where it stands, the place of a constant, the form that follows from that place, where a jump goes, the slot of a variable, and the number that was raced for.
VOLATILE = [(r"^\s+\d+: ", ""), (r"#\d+(, +\d+)?", ""), (r"\bldc_w\b", "ldc"), (r"^(if\w+|goto\w*)\s+\d+", r"\1"), (r"^([adfil](load|store))(_|\s+)\d+", r"\1"),
            (r"\b(proxykey|configClass\$)\d+", r"\1"), (r"\s+", " ")]


def digest(content):
    return hashlib.sha256(content).hexdigest()


def without_order(lines):
    for volatile, kept in VOLATILE:
        lines = [re.sub(volatile, kept, line) for line in lines]
    return digest("\n".join(sorted(lines)).encode())


def instructions(jar, names):
    """By class, what it does in any order."""
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            jar.extract(name, folder)
        told = subprocess.run(["javap", "-p", "-c", *names], cwd=folder, capture_output=True, text=True, check=True).stdout
    classes = re.split(r"^(?=\S.*\bclass \S+.* \{$)", told, flags=re.M)[1:]
    if len(classes) != len(names):
        sys.exit(f"javap told of {len(classes)} classes out of {len(names)}")
    return {name: without_order(told.splitlines()) for name, told in zip(names, classes)}


def of_jar(content):
    with zipfile.ZipFile(io.BytesIO(content)) as jar:
        disordered = instructions(jar, [name for name in jar.namelist() if DISORDERED.fullmatch(name)])
        for entry in jar.infolist():
            yield entry.filename, entry.date_time, "in any order " + disordered[entry.filename] if entry.filename in disordered else digest(jar.read(entry))


with tarfile.open(fileobj=io.BytesIO(sys.stdin.buffer.read())) as image:
    (manifest,) = json.load(image.extractfile("manifest.json"))
    settings = json.load(image.extractfile(manifest["Config"]))
    del settings["rootfs"]["diff_ids"]
    print(json.dumps(settings, sort_keys=True))
    for layer in manifest["Layers"]:
        with tarfile.open(fileobj=image.extractfile(layer)) as files:
            for file in files:
                content = files.extractfile(file).read() if file.isreg() else file.linkname.encode()
                generated = file.name.endswith("/generated-bytecode.jar")
                print(file.name, file.type, oct(file.mode), file.uid, file.gid, file.mtime, "" if generated else digest(content))
                for entry in of_jar(content) if generated else ():
                    print("  ", *entry)
