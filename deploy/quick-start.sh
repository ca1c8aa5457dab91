#!/usr/bin/env bash
# Makes a copy of the program that starts in a fraction of the time: unpacked, and with an AOT cache. The cache fits the
# JDK that made it and the files beside it; where it does not fit, Java starts without it.
#   deploy/quick-start.sh [jar] [folder]      default: api/target/api-*.jar, target/quick
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jar=${1:-$(ls "$root"/api/target/api-*.jar | head -n 1)}
folder=${2:-$root/target/quick}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

rm -rf "$folder"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$folder"
cd "$folder"
mv "$(basename "$jar")" comanda.jar
bash "$root/deploy/train.sh"
echo "cd $folder && $java -XX:AOTCache=comanda.aot -jar comanda.jar"
