// A list by keys alone. Shortcuts press its buttons one after the other, each when the one before has been answered; the
// arrows walk the rows; and after a press the focus goes where the next one belongs. (The shortcuts that st.button offers
// would also press what lies behind an open dialog.)
const ROWS = '.st-key-daftar input[type="checkbox"]';
const FIELD = "textarea, input:not([type=checkbox], [type=radio])";
const CONTROL = ":is(button, a, input, textarea, [tabindex])";
const PATIENCE = 10_000; // ms
const heard = (document.papanKetik ??= {}); // one listener a component, however often Streamlit runs it
let waiting = Promise.resolve();
let acted = 0; // when a person last pressed a key or the pointer

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const idle = () => document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "notRunning";
const usable = (control) => control && !control.disabled;
const place = () => document.querySelector('[role="dialog"]') ?? document;
const control = (key) => (key ? place().querySelector(`.st-key-${key} ${CONTROL}`) : null);

async function until(met) {
  const end = performance.now() + PATIENCE;
  while (!met() && performance.now() < end) await pause(25);
  return met();
}

function keyName(event) {
  const last = event.code.startsWith("Key") ? event.code.slice(3) : event.key;
  return [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.shiftKey && "Shift", last].filter(Boolean).join("+");
}

async function press(key) {
  if (!(await until(idle))) return;
  const found = control(key);
  if (!usable(found)) return;
  if (found.matches("input")) return found.focus();
  if (document.activeElement?.matches("textarea, input:not([type=checkbox])")) {
    document.activeElement.blur(); // what was typed is sent first
    await pause(60);
    await until(idle);
  }
  control(key)?.click();
  await pause(150);
}

function walk(event) {
  const rows = [...document.querySelectorAll(ROWS)];
  const at = rows.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (at < 0 || !step || event.altKey || event.ctrlKey) return;
  event.preventDefault();
  rows[at + step]?.focus();
  document.activeElement.closest('[data-testid="stHorizontalBlock"]')?.scrollIntoView({ block: "nearest" });
}

async function focus({ ke, kali }) {
  const root = document.documentElement.dataset;
  if (!ke || root.fokus === kali) return;
  root.fokus = kali;
  const goal = () => ke.split(" ").map(control).find(usable);
  const [from, since] = [document.activeElement, performance.now()];
  const there = await until(() => idle() && goal());
  const at = document.activeElement;
  const left = at === document.body || at.matches("h1"); // a heading takes the focus that nobody has
  const moved = acted > since && from.isConnected && at !== from && !left; // or focus.js has found it a place meanwhile
  const gone = moved || at.matches(FIELD);
  if (there && (!gone || goal().closest('[role="dialog"]'))) goal().focus(); // who has gone on meanwhile stays there
}

function offer(shortcuts) {
  for (const [name, key] of Object.entries(shortcuts)) control(key)?.setAttribute("aria-keyshortcuts", name.replace("Ctrl", "Control"));
}

export default function ({ data }) {
  const onKey = (event) => {
    const key = data.pintasan[keyName(event)];
    if (!key) return walk(event);
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) waiting = waiting.then(() => press(key));
  };
  offer(data.pintasan);
  focus(data.fokus);
  heard[data.nama]?.abort();
  const ear = (heard[data.nama] = new AbortController());
  const onAct = () => (acted = performance.now());
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, onAct, { signal: ear.signal, capture: true });
  document.addEventListener("keydown", onKey, { signal: ear.signal, capture: true }); // before the focused button hears it
  return () => ear.abort();
}
