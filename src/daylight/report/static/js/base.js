// Enhancement only: the page is complete without it.
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);
const byId = (id) => document.getElementById(id);
const visible = (element) => element.getClientRects().length > 0;
const named = (hash) => { try { return decodeURIComponent(hash.slice(1)); } catch { return ""; } };
document.documentElement.classList.add("js");

// --- what a mark means, for those who point at it
document.addEventListener("mouseover", (event) => {
  const said = event.target.closest("[data-say]");
  if (said && !said.title) said.title = said.dataset.say;
});

// --- the part of the page that is being read, in the bar
const parts = all("nav a[href^='#']").map((link) => [link, byId(link.hash.slice(1))]).filter((pair) => pair[1]);
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) entry.target.dataset.near = entry.isIntersecting ? "1" : "";
  const here = parts.find((pair) => pair[1].dataset.near);
  for (const [link] of parts) {
    if (here && link === here[0]) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (here) here[0].closest("ul").scrollLeft = here[0].offsetLeft - 48;
}, { rootMargin: "-15% 0px -75% 0px" });
for (const [, part] of parts) seen.observe(part);

// --- print with everything expanded
window.addEventListener("beforeprint", () => { for (const details of all("details")) details.open = true; });
