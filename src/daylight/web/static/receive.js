// What a bookmarklet sends is shown, and goes nowhere until the person confirms.
"use strict";
(() => {
const one = (selector) => document.querySelector(selector);
const status = one(".received");
const address = one("[name=urls]");
const MOST = 4_000_000;

function named(hash) { try { return decodeURIComponent(hash.slice(1)); } catch { return ""; } }
function show(page) {
  address.value = page.url;
  address.readOnly = true;
  one("[name=page]").value = page.html;
  status.textContent = `“${page.title || page.url}”, ${Math.ceil(page.html.length / 1000).toLocaleString("en")} thousand characters, as it stands in your browser.`;
}
window.addEventListener("message", (event) => {
  const page = event.data;
  if (event.source !== window.opener || page?.type !== "daylight:page") return;
  if (![page.url, page.title, page.html].every((part) => typeof part === "string")) return;
  if (page.html.length <= MOST && page.url.startsWith(event.origin)) show(page);
});
address.value = named(location.hash);
if (window.opener) window.opener.postMessage("daylight:ready", "*");
setTimeout(() => {
  if (!one("[name=page]").value) status.textContent = "The page itself did not come. Daylight will fetch its address.";
}, 1500);
})();
