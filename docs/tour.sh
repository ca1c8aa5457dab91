#!/usr/bin/env bash
# An evening at Mar de Lima, step by step, with curl alone. Usage: docs/tour.sh [http://localhost:8080]
set -euo pipefail
base=${1:-http://localhost:8080}
v=$base/api/v1
branch=branch-demo-miraflores
dish=dish-demo-miraflores
option=option-demo-miraflores

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
first() { tr '{' '\n' | sed -n "s/.*\"$1\":\"\\([^\"]*\\)\".*/\\1/p" | head -n 1; }
get() { curl -sS "$v$2" -H "Authorization: Bearer $1"; }
post() { curl -sS -X POST "$v$2" ${1:+-H "Authorization: Bearer $1"} -H 'Content-Type: application/json' \
    -H "Idempotency-Key: tour-$RANDOM$RANDOM$RANDOM" -d "$3"; }
login() { post '' /auth/login "{\"email\":\"$1@demo.pe\",\"password\":\"ceviche-de-demo\"}" | first accessToken; }
show() { cut -c1-"${1:-600}"; echo; }

step "1. Sign in"
waiter=$(login moza) cook=$(login cocina) cashier=$(login caja) manager=$(login gerente) accountant=$(login contadora) auditor=$(login auditor) admin=$(login admin)
echo "waiter, cook, cashier, manager, accountant, auditor and administrator have tokens"

step "2. A diner scans a free table's code and asks; the waiter approves; the phone gets its own token"
qr=$(get "$waiter" /branches/$branch/tables | tr '{' '\n' | grep '"status":"AVAILABLE"' | first qrToken)
asked=$(post '' "/public/tables/$qr/sessions" '{"name":"Ana","guests":2}'); echo "$asked"
session=$(echo "$asked" | first session) claim=$(echo "$asked" | first claim)
post "$waiter" "/branches/$branch/sessions/$session/approval" '{}' | show
diner=''
for _ in $(seq 20); do
    diner=$(post '' "/public/sessions/$session/token" "{\"claim\":\"$claim\"}" | first token)
    [ -n "$diner" ] && break
    sleep 0.3
done

step "3. Two rounds with options and a note; a dish that is off is refused"
order=$(post "$diner" /branches/$branch/orders "{\"type\":\"DINE_IN\",\"session\":\"$session\",\"lines\":[
  {\"dish\":\"$dish-ceviche-clasico\",\"quantity\":2,\"options\":[\"$option-picante-regular\",\"$option-tamano-personal\"],\"note\":\"sin culantro\"},
  {\"dish\":\"$dish-chicha-morada\",\"quantity\":1}]}" | first id); echo "$order"
post "$diner" "/orders/$order/rounds" "{\"lines\":[{\"dish\":\"$dish-pisco-sour\",\"quantity\":2}]}" | show
post "$cook" "/branches/$branch/menu/dishes/$dish-suspiro/availability" '{"available":false}' >/dev/null
post "$diner" "/orders/$order/rounds" "{\"lines\":[{\"dish\":\"$dish-suspiro\",\"quantity\":1}]}" | show
post "$cook" "/branches/$branch/menu/dishes/$dish-suspiro/availability" '{"available":true}' >/dev/null

step "4. The waiter confirms; the saga takes the stock"
post "$waiter" "/orders/$order/confirmation" '{}' | show; sleep 1
get "$cook" "/branches/$branch/orders/$order/stock" | show

echo "Desserts run low, then short: staff see it and decide; the dish goes off by itself and returns with the stock"
items=/branches/$branch/inventory/items
takeaway() {
    local placed
    placed=$(post "$waiter" /branches/$branch/orders "{\"type\":\"TAKEOUT\",\"lines\":[{\"dish\":\"$dish-suspiro\",\"quantity\":$1}]}" | first id)
    post "$waiter" "/orders/$placed/confirmation" '{}' >/dev/null
}
post "$manager" $items/stock-demo-miraflores-suspiro/counts '{"counted":"6","reason":"Conteo de la tarde"}' >/dev/null
takeaway 3; sleep 1
get "$cook" "$items?level=LOW" | show 300
takeaway 5; sleep 1
shortages=$(get "$cook" /branches/$branch/inventory/shortages); echo "$shortages" | show 500
post "$manager" "/branches/$branch/inventory/shortages/$(echo "$shortages" | first id)/decision" \
    '{"decision":"TAKE_ANYWAY","reason":"Llegan más a las ocho"}' | show; sleep 1
post "$diner" "/orders/$order/rounds" "{\"lines\":[{\"dish\":\"$dish-suspiro\",\"quantity\":1}]}" | show
post "$manager" $items/stock-demo-miraflores-suspiro/counts '{"counted":"30","reason":"Llegó el pedido"}' | show

step "5. The kitchen's board, and the line's way to the table"
get "$cook" /branches/$branch/kitchen/board | show
for to in PREPARING READY; do post "$cook" "/orders/$order/moves" "{\"to\":\"$to\"}" | show; done
post "$waiter" "/orders/$order/moves" '{"to":"SERVED"}' | show

step "6. The diner's coupon, a customer, 50 by Yape, the rest in cash with change and a tip"
post "$diner" "/orders/$order/coupon" '{"code":"bienvenida-miraflores"}' | show
customer=$(post "$cashier" /customers "{\"name\":\"Ana Torres\",\"phone\":\"9$(printf %08d $RANDOM$RANDOM | cut -c1-8)\"}" | first id)
post "$cashier" "/orders/$order/customer" "{\"customer\":\"$customer\"}" | show
post "$cashier" "/orders/$order/payments" '{"method":"YAPE","amount":"50.00","reference":"OP-123"}' | show
post "$cashier" "/orders/$order/payments" '{"method":"CASH","tendered":"120.00","tip":"5.00"}' | show; sleep 1
get "$cashier" "/orders/$order" | show 2000

step "7. Points, and what they buy: a jug of chicha with the next order"
get "$cashier" "/customers/$customer/points" | show
post "$manager" "/customers/$customer/points/adjustments" '{"points":150,"reason":"Bienvenida"}' | show
treat=$(post "$cashier" /branches/$branch/orders "{\"type\":\"TAKEOUT\",\"lines\":[
  {\"dish\":\"$dish-chicha-morada\",\"quantity\":1},{\"dish\":\"$dish-causa-pulpo\",\"quantity\":1}]}" | first id)
post "$cashier" "/orders/$treat/customer" "{\"customer\":\"$customer\"}" | show
post "$cashier" "/orders/$treat/reward" '{"reward":"reward-demo-miraflores-chicha"}' | show
post "$cashier" "/orders/$treat/payments" '{"method":"CASH","tendered":"100.00"}' | show; sleep 1
get "$cashier" "/orders/$treat" | tr '{' '\n' | grep '"gross"' | show
get "$cashier" "/customers/$customer/points" | show

step "8. A boleta; SUNAT's stand-in times out once, then is out of service once"
post "$admin" /operations/stand-in/faults '{"mode":"TIME_OUT_BEFORE_REGISTERING"}' | show
post "$admin" /operations/stand-in/faults '{"mode":"UNAVAILABLE"}' | show
invoice=$(post "$cashier" "/orders/$order/invoices" '{"type":"BOLETA"}' | first id); echo "$invoice"
echo "(the time-out takes 45 seconds, the tries after it three minutes more: SUNAT is given time to recover)"
for _ in $(seq 300); do
    get "$accountant" "/invoices/$invoice/timeline" | grep -q '"status":"ACCEPTED"' && break
    sleep 1
done

step "9. Finance sees every step; the auditor reads who did what, and how it stood before"
get "$accountant" "/invoices/$invoice/timeline" | tr '{' '\n' | cut -c1-220; echo
get "$auditor" "/audit/timeline?aggregate=$order&limit=3" | show 1500
get "$auditor" "/audit/aggregates/$order/as-of?version=0" | show

step "10. A delivery: two plastic bags bear their tax, bringing it has its price"
delivery=$(post "$cashier" /branches/$branch/orders "{\"type\":\"DELIVERY\",\"lines\":[
  {\"dish\":\"$dish-chicha-morada\",\"quantity\":1},{\"dish\":\"$dish-bolsa\",\"quantity\":2}]}" | first id)
post "$cashier" "/orders/$delivery/delivery-fee" '{"fee":"8.00"}' | show
post "$cashier" "/orders/$delivery/payments" '{"method":"YAPE","reference":"OP-124"}' | show
post "$cashier" "/orders/$delivery/invoices" '{"type":"BOLETA"}' | show; sleep 1
get "$cashier" "/orders/$delivery" | tr '{' '\n' | grep '"gross"' | show

step "11. Now kill -9 the program, start it again, and ask for $order: it is all there"
