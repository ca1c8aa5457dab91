"use strict";
// Asks for the document and shows what came back. Nothing is written as HTML: texts stay texts.
const STANDINGS = {
  ISSUED: "Emitido; la constancia de SUNAT está en camino",
  ACCEPTED: "Aceptado por SUNAT",
  REJECTED: "Rechazado por SUNAT: sin validez",
  VOIDED: "Dado de baja: sin validez",
};
const form = document.getElementById("form");
const answer = document.getElementById("answer");

function add(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

function link(text, address) {
  add(add(answer, "p", ""), "a", text).href = address;
}

function show(found, asked) {
  const list = add(answer, "dl", "");
  const symbol = found.currency === "PEN" ? "S/ " : found.currency + " ";
  for (const [name, value] of [
    ["Emisor", found.issuer],
    ["RUC", found.ruc],
    ["Comprobante", found.number],
    ["Fecha", found.date],
    ["Total", symbol + found.total],
    ["Estado", STANDINGS[found.status]],
    ["Resumen", found.digest],
  ]) {
    add(list, "dt", name);
    add(list, "dd", value ?? "");
  }
  link("Ver PDF", "/api/v1/public/documents/pdf?" + asked);
  link("Descargar XML", "/api/v1/public/documents/xml?" + asked);
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const data = new FormData(form);
  data.set("series", data.get("series").toUpperCase());
  const asked = new URLSearchParams(data).toString();
  answer.replaceChildren();
  try {
    const response = await fetch("/api/v1/public/documents?" + asked);
    const body = await response.json();
    if (response.ok) {
      show(body, asked);
    } else {
      const text = response.status === 404
        ? "No hay un comprobante con esos datos. Revise que coincidan con el impreso."
        : body.detail;
      add(answer, "p", text).className = "wrong";
    }
  } catch {
    add(answer, "p", "No se pudo consultar. Intente nuevamente.").className = "wrong";
  }
});
