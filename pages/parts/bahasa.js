// Streamlit's own words in Bahasa Indonesia; it offers no setting for them.
const WORDS = {
  "Skip to main content": "Langsung ke isi",
  "Sidebar": "Menu samping",
  "Collapse sidebar": "Tutup menu",
  "Expand sidebar": "Buka menu",
  "Choose an option": "Pilih",
  "No results": "Tidak ada yang cocok",
  "Choose date": "Pilih tanggal",
  "Clear date": "Kosongkan",
  "Clear value": "Kosongkan",
  "Next month": "Bulan berikutnya",
  "Previous month": "Bulan sebelumnya",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Panah untuk pindah tanggal, Enter untuk memilih, Escape untuk menutup.",
  "Close": "Tutup",
  "Increment": "Tambah satu",
  "Decrement": "Kurangi satu",
  "Pagination": "Halaman",
  "Previous page": "Halaman sebelumnya",
  "Next page": "Halaman berikutnya",
  "Upload": "Unggah",
  "Browse files": "Pilih berkas",
  "Drag and drop file here": "Seret berkas ke sini",
  "Drop file here": "Lepaskan berkas di sini",
  "2MB per file": "paling besar 2 MB",
  "File must be 2.0MB or smaller.": "Berkas ini lebih besar dari 2 MB.",
  "10MB per file": "paling besar 10 MB",
  "file upload": "Pilih berkas",
  "20MB per file": "paling besar 20 MB",
  "Limit 10MB per file": "Paling besar 10 MB",
};
const NAMES = ["aria-label", "placeholder", "title"];

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (WORDS[node.nodeValue]) node.nodeValue = WORDS[node.nodeValue];
    return;
  }
  for (const name of NAMES) {
    const said = node.getAttribute?.(name);
    if (WORDS[said]) node.setAttribute(name, WORDS[said]);
  }
}

function translateAll(root) {
  translate(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) translate(walker.currentNode);
}

function follow(changes) {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") addedNodes.forEach(translateAll);
    else translate(target);
  }
}

export default function () {
  document.documentElement.lang = "id";
  translateAll(document.body);
  const observer = new MutationObserver(follow);
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: NAMES });
  return () => observer.disconnect();
}
