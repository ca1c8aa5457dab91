#!/usr/bin/env bash
# In the folder of comanda.jar and lib: starts the program once, with the demo, on a database that is thrown away, and
# leaves what Java remembers of it in comanda.aot (JEP 514).
set -euo pipefail

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
training=$(mktemp -d)
trap 'rm -rf "$training"' EXIT
"$java" -XX:AOTCacheOutput=comanda.aot -jar comanda.jar --server.port=0 --comanda.demo=always \
    --comanda.data="$training/data" > "$training/log" 2>&1 &
program=$!
until grep -q "is open" "$training/log"; do
    kill -0 $program 2> /dev/null || { cat "$training/log" >&2; exit 1; }
    sleep 0.5
done
kill $program
wait $program || true
[[ -s comanda.aot ]] || { cat "$training/log" >&2; exit 1; }
