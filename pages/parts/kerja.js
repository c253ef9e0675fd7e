// Tells the server that somebody is at work here. Without it a login ends after two hours, however lively the screen is:
// what a colleague moves, or a line that was cut and is back, is no work.
const PAUSE = 60_000; // ms between two messages
const SIGNS = ["pointerdown", "keydown", "wheel", "click", "input"];

export default function () {
  let told = 0;
  const tell = (event) => {
    if (!event.isTrusted || Date.now() - told < PAUSE) return;
    told = Date.now();
    fetch("/bekerja", { method: "POST" }).catch(() => { told = 0; });
  };
  for (const sign of SIGNS) document.addEventListener(sign, tell, { capture: true, passive: true });
  return () => SIGNS.forEach((sign) => document.removeEventListener(sign, tell, { capture: true }));
}
