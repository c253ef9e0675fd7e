// Streamlit's own words in Bahasa Indonesia; it offers no setting for them.
const TERPUTUS = "Sambungan ke server terputus dan sedang dicoba lagi. Yang sudah tersimpan aman; layar ini kembali sendiri.";
const WORDS = {
  "Skip to main content": "Langsung ke isi",
  "Sidebar": "Menu samping",
  "Collapse sidebar": "Tutup menu",
  "Expand sidebar": "Buka menu",
  "Open": "Buka",
  "Choose an option": "Pilih",
  "No results": "Tidak ada yang cocok",
  "Choose date": "Pilih tanggal",
  "Clear date": "Kosongkan",
  "Clear value": "Kosongkan",
  "Clear all": "Kosongkan",
  "Select all": "Pilih semua",
  "Selected values": "Yang dipilih",
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
  "file upload": "Pilih berkas",
  "Add files": "Pilih berkas lain",
  "add icon": "",
  "Error: ": "",
  "Connection error": "Sambungan terputus",
  "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": TERPUTUS,
  "Streamlit server is not responding. Are you connected to the internet?": TERPUTUS,
  "Drag and drop a file here": "Lepaskan berkas di sini",
  "Drag and drop files here": "Lepaskan berkas di sini",
};
const PATTERNS = [
  [/^(\d+)MB per file$/, "paling besar $1 MB"],
  [/^(?:Error: )?File must be (\d+)(?:\.0)?MB or smaller\.$/, "Berkas ini lebih besar dari $1 MB."],
  [/^Remove (.+)$/, "Hapus $1"],
  [/^Select (\d+) matches$/, "Pilih $1 yang cocok"],
  [/^Page (\d+)$/, "Halaman $1"],
  [/^day, (.+)$/, "hari, $1"],
  [/^month, (.+)$/, "bulan, $1"],
  [/^year, (.+)$/, "tahun, $1"],
  [/^Cancel upload of (.+)$/, "Batalkan $1"],
  [/^(|.+, )(\d+)(?:\.(\d))?(B|KB|MB)$/, (_, name, whole, tenth, unit) => `${name}${whole}${tenth > 0 ? `,${tenth}` : ""} ${unit}`],
];
const NAMES = ["aria-label", "placeholder", "title"];

function inOurWords(said) {
  if (Object.hasOwn(WORDS, said)) return WORDS[said];
  const [pattern, ours] = PATTERNS.find(([pattern]) => pattern.test(said)) ?? [];
  return pattern ? said.replace(pattern, ours) : said;
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const ours = isOurs(node.parentElement) ? node.nodeValue : inOurWords(node.nodeValue);
    if (ours !== node.nodeValue) node.nodeValue = ours;
    return;
  }
  for (const name of NAMES) {
    const said = node.getAttribute?.(name);
    if (said && inOurWords(said) !== said) node.setAttribute(name, inOurWords(said));
  }
}

// What people typed, and what a file is called, stays as it is.
function isOurs(element) {
  return Boolean(element?.closest('[data-testid="stHtml"], [data-testid="stFileChipName"]'));
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
