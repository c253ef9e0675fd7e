// Before the first screen is drawn: its first link speaks Bahasa Indonesia at once, and what says that the application is
// being opened stays until there is something to read, and says after a while that nothing comes.
const FIRST = ".strip, .gangguan";
const PATIENCE = 20_000; // ms
let link = null;
new MutationObserver((_, observer) => {
  link ??= inIndonesian(document.querySelector('[data-testid="stSkipToContent"]'));
  if (!link || !document.querySelector(FIRST)) return;
  document.getElementById("memuat").remove();
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });

setTimeout(() => {
  const words = document.querySelector("#memuat p");
  if (words) words.textContent = "Server belum menjawab. Periksa jaringan, lalu muat ulang halaman ini.";
}, PATIENCE);

function inIndonesian(found) {
  if (found) found.textContent = "Langsung ke isi (Alt+L langkah berikutnya · Alt+M menu · Alt+K keputusan · Alt+S skor cepat)";
  return found;
}
