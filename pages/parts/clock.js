// Counts in the browser from the seconds the server has written, so the clock never makes the server work.
const two = (n) => String(n).padStart(2, "0");
const words = (s) => `${two(Math.floor(s / 3600))}.${two(Math.floor(s / 60) % 60)}.${two(s % 60)}`;

function tick() {
  for (const clock of document.querySelectorAll(".jam[data-detik]")) {
    if (clock.seen !== clock.dataset.detik) {
      clock.seen = clock.dataset.detik;
      clock.since = performance.now();
    }
    const seconds = Number(clock.seen) + Math.floor((performance.now() - clock.since) / 1000);
    clock.textContent = words(Math.max(0, seconds));
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
