// Who presses keys is never left nowhere: a new screen begins at its heading, what takes the place of a pressed button
// takes its focus too, and three keys jump, as the first link of every screen says.
const CONTROL = "button, a[href], input, select, textarea, summary, [tabindex='0']";
const JUMPS = {
  KeyL: '[data-testid="stMain"] :is([data-testid^="stBaseButton-primary"]:enabled, a.emas)',
  KeyK: ".st-key-tindakan",
  KeyS: ".st-key-baris_cepat",
};
const main = () => document.querySelector('[data-testid="stMain"]');
const usable = (e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
const screen = () => location.pathname;
let places = []; // the control that had the focus last, and all that it stands in
let shown = cameByLink() ? null : screen();

function cameByLink() {
  const [how] = performance.getEntriesByType("navigation");
  return how?.type === "navigate" && document.referrer.startsWith(location.origin) && !/\/masuk$/.test(document.referrer);
}

function inside(place) {
  const hosts = place ? place.querySelectorAll('[data-testid="stBidiComponentIsolated"]') : [];
  const within = [place, ...[...hosts].map((host) => host.shadowRoot)].filter(Boolean);
  const controls = within.flatMap((one) => [...(one.matches?.(CONTROL) ? [one] : []), ...one.querySelectorAll(CONTROL)]);
  return controls.find(usable);
}

function remember(event) {
  const [at, ...around] = event.composedPath();
  const end = around.indexOf(main());
  if (end >= 0) places = at.tagName === "CANVAS" ? [] : [at, ...around.slice(0, end)];
}

// In a small window the menu lies over the screen it has led to.
function closeMenuOver() {
  if (window.matchMedia("(max-width:768px)").matches) {
    document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }
}

// What has to scroll in a box of its own can be scrolled by keys too.
function reachBoxes() {
  for (const box of main().querySelectorAll(':has(> .tb), [data-testid="stHorizontalBlock"]:has(.hasil)')) {
    if (box.scrollWidth > box.clientWidth) {
      Object.assign(box, { tabIndex: 0, role: "region", ariaLabel: "Tabel, dapat digeser dengan panah" });
    } else if (box.tabIndex === 0) {
      ["tabindex", "role", "aria-label"].forEach((name) => box.removeAttribute(name));
    }
  }
}

function toHeading() {
  const title = main()?.querySelector("h1");
  if (!title) return false;
  title.tabIndex = -1;
  title.focus();
  return true;
}

function settle() {
  if (document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== "notRunning") return;
  reachBoxes();
  if (shown !== screen()) {
    if (shown) closeMenuOver();
    if (toHeading()) [shown, places] = [screen(), []];
  } else if (document.activeElement === document.body && places.length && !(places[0].isConnected && usable(places[0]))) {
    const next = places.filter((place) => place.isConnected).map(inside).find(Boolean);
    if (next) next.focus();
    else toHeading();
  }
}

function jump(event) {
  const selector = event.altKey && !event.ctrlKey && !event.metaKey && JUMPS[event.code];
  const goal = selector && !document.querySelector('[role="dialog"]') && inside(document.querySelector(selector));
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}

export default function () {
  const soon = () => setTimeout(settle, 60);
  const observer = new MutationObserver(soon);
  observer.observe(document.querySelector('[data-testid="stApp"]'), { attributeFilter: ["data-test-script-state"] });
  observer.observe(document.body, { childList: true }); // dialogs come and go here
  document.addEventListener("focusin", remember);
  document.addEventListener("keydown", jump);
  window.addEventListener("resize", reachBoxes);
  soon();
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("keydown", jump);
    window.removeEventListener("resize", reachBoxes);
  };
}
