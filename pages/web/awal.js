// The first link of every screen speaks Bahasa Indonesia from its first moment, long before the screen is drawn.
new MutationObserver((_, observer) => {
  const link = document.querySelector('[data-testid="stSkipToContent"]');
  if (!link) return;
  link.textContent = "Langsung ke isi (Alt+L langkah berikutnya · Alt+M menu · Alt+K keputusan · Alt+S skor cepat)";
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
