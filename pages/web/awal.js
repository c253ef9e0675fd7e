// Before the first screen is drawn: its first link speaks Bahasa Indonesia at once, and what says that the application is
// being opened stays until there is something to read.
const FIRST = ".strip, .gangguan";
let link = null;
new MutationObserver((_, observer) => {
  link ??= inIndonesian(document.querySelector('[data-testid="stSkipToContent"]'));
  if (!link || !document.querySelector(FIRST)) return;
  document.getElementById("memuat").remove();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });

function inIndonesian(found) {
  if (found) found.textContent = "Langsung ke isi (Alt+L langkah berikutnya · Alt+M menu · Alt+K keputusan · Alt+S skor cepat)";
  return found;
}
