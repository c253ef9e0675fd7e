// Who presses keys is never left nowhere: a new screen begins at its heading, what takes the place of a pressed button
// takes its focus too (of the gold one the next gold one), and Alt with a letter jumps, as the first link of every screen
// says, and its heading to whom keys have led there.
const GOLD = '[data-testid="stMain"] :is([data-testid^="stBaseButton-primary"]:enabled, a.emas)';
const JUMPS = {
  L: { words: "langkah berikutnya", goal: GOLD },
  M: { words: "menu", goal: ".st-key-menukini", opener: '[data-testid="stExpandSidebarButton"]' },
  K: { words: "keputusan", goal: ".st-key-tindakan" },
  S: { words: "skor cepat", goal: ".st-key-baris_cepat", opener: '.st-key-cara button[aria-checked="false"]:last-of-type' },
}; // an opener is pressed first, while it is there
const IN_DIALOG = '[role="dialog"] [data-testid="stVerticalBlock"]';
const WAITING = '[role="dialog"] [data-testid="stSkeleton"]'; // a field that is still on its way
const DATE = '[role="spinbutton"]'; // opens its calendar over the rest as soon as it has the focus
const CONTROL =
  `:is(button, a[href], input, select, textarea, summary, [tabindex="0"]):not([tabindex="-1"], ${DATE})`;
const main = () => document.querySelector('[data-testid="stMain"]');
const usable = (e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
const screen = () => location.pathname;
let places = []; // the control that had the focus last, and all that it stands in
let wasGold = false;
let dialog = null;
let shown = null;
let since = null; // the screen on which the focus came to where it is

function inside(place) {
  const hosts = place ? place.querySelectorAll('[data-testid="stBidiComponentIsolated"]') : [];
  const within = [place, ...[...hosts].map((host) => host.shadowRoot)].filter(Boolean);
  const controls = within.flatMap((one) => [...(one.matches?.(CONTROL) ? [one] : []), ...one.querySelectorAll(CONTROL)]);
  return controls.find(usable);
}

function remember(event) {
  since = screen();
  const [at, ...around] = event.composedPath();
  const end = around.indexOf(main());
  if (end < 0) return;
  places = [at, ...around.slice(0, end)];
  wasGold = at.matches(GOLD);
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

function told(jumps) {
  return jumps.map(([letter, { words }]) => `Alt+${letter} ${words}`).join(" · ");
}

const find = (selector) => selector && document.querySelector(selector);
const offered = () => Object.entries(JUMPS).filter(([, jump]) => find(jump.goal) || find(jump.opener));

function toHeading(how) {
  const title = main()?.querySelector("h1");
  if (!title) return false;
  title.tabIndex = -1;
  if (shown) title.dataset.pintasan = told(offered()); // not yet on the first one, where Chrome takes anybody for a typist
  title.focus(how);
  return true;
}

function successor(closed) {
  if (closed && places[0].isConnected && usable(places[0])) return places[0];
  const gold = wasGold && find(GOLD);
  const left = places[0].matches("h1") ? [] : places.filter((place) => place.isConnected);
  return gold || left.map(inside).find(Boolean);
}

function settle() {
  if (document.querySelector('[data-testid="stApp"]').dataset.testScriptState !== "notRunning") return;
  reachBoxes();
  const closed = dialog && !dialog.isConnected;
  dialog = find('[role="dialog"]');
  if ([dialog, document.body].includes(document.activeElement) && !find(WAITING)) {
    inside(find(IN_DIALOG))?.focus(); // its cross comes first
  }
  if (shown !== screen()) {
    if (shown) closeMenuOver();
    if (isElsewhere() || toHeading({ preventScroll: true })) shown = screen(); // who has scrolled by now stays there
  } else if (!dialog && isLost(closed)) {
    const next = successor(closed);
    if (next) next.focus();
    else toHeading();
  }
}

// A person who was quicker than the screen is already at a control of it, or at its first link, and stays there; who
// still stands on the way here is not.
function isElsewhere() {
  const at = document.activeElement;
  const led = since !== screen() || at.closest('[data-testid="stSidebar"]');
  return main()?.querySelector("h1") && at !== document.body && !led;
}

function isLost(closed) {
  const gone = places.length && !(places[0].isConnected && usable(places[0]));
  return document.activeElement === document.body && places.length && (closed || gone);
}

function jump(event) {
  const { goal, opener } = (event.altKey && !event.ctrlKey && !event.metaKey && JUMPS[event.code.slice(3)]) || {};
  const way = find(opener);
  const control = inside(find(goal));
  if (find('[role="dialog"]') || !(way || control)) return;
  event.preventDefault();
  event.stopPropagation();
  if (!way) return control.focus();
  way.click();
  return focusWhenThere(goal, 60);
}

// What an opener brings takes its time.
function focusWhenThere(goal, tries) {
  const control = inside(find(goal));
  if (control) control.focus();
  else if (tries) setTimeout(() => focusWhenThere(goal, tries - 1), 50);
}

export default function () {
  const soon = () => setTimeout(settle, 60);
  const late = setInterval(settle, 500); // a burdened browser draws long after the script has ended
  const observer = new MutationObserver(soon);
  observer.observe(document.querySelector('[data-testid="stApp"]'), { attributeFilter: ["data-test-script-state"] });
  observer.observe(document.body, { childList: true }); // dialogs come and go here
  document.addEventListener("focusin", remember);
  document.addEventListener("keydown", jump, true);
  window.addEventListener("resize", reachBoxes);
  soon();
  return () => {
    clearInterval(late);
    observer.disconnect();
    document.removeEventListener("focusin", remember);
    document.removeEventListener("keydown", jump, true);
    window.removeEventListener("resize", reachBoxes);
  };
}
