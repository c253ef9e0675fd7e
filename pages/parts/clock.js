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
}

export default function () {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}
