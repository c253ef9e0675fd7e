// Counts in the browser from the seconds the server has written, so the clock never makes the server work.
const two = (n) => String(n).padStart(2, "0");
const words = (s) => `${two(Math.floor(s / 3600))}.${two(Math.floor(s / 60) % 60)}.${two(s % 60)}`;

// Whole seconds since the server last wrote this number into the clock.
function since(clock, written) {
  if (clock.seen !== written) [clock.seen, clock.since] = [written, performance.now()];
  return Math.floor((performance.now() - clock.since) / 1000);
}

function tick() {
  for (const clock of document.querySelectorAll(".jam[data-detik]")) {
    const run = Number(clock.dataset.detik) + since(clock, clock.dataset.detik);
    clock.textContent = words(Math.max(0, run));
  }
  for (const clock of document.querySelectorAll(".jam[data-sisa]")) {
    const left = Number(clock.dataset.sisa) - since(clock, clock.dataset.sisa);
    clock.textContent = `${words(Math.abs(left))} ${left >= 0 ? "lagi" : "lewat"}`;
  }
  tellScores();
}

// A fragment that saves scores cannot draw the strip again; it says what the strip is to show.
function tellScores() {
  const [told, shown] = [document.querySelector("[data-skor]"), document.querySelector(".strip .skor")];
  if (told && shown && shown.textContent !== told.dataset.skor) shown.textContent = told.dataset.skor;
}

export default function () {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
