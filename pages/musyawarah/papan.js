// The scoring table: digits and arrows. A level typed here is kept until the server has answered for it and sent again
// when no answer comes, so a slow line or a drawing that was broken off loses nothing; also not by opening another screen. Who
// would close the page meanwhile is asked first.
const AGAIN = 2000; // ms without an answer, then what was typed is sent once more
const CUT = 6000; // ms without an answer, then the operator is told
const PAGE = 8; // rows
const FIELDS = { PageDown: [PAGE, 0], PageUp: [-PAGE, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };
const shelf = (document.papanSkor ??= { ketik: {} }); // what the part that carries the levels shares with this one

const unsaved = () => Object.values(shelf.ketik).some(({ antre }) => antre.length);
shelf.asks ??= addEventListener("beforeunload", (event) => unsaved() && event.preventDefault()) ?? true; // nobody else has them
const typedOf = (rapat) => (shelf.ketik[rapat] ??= { klien: [...crypto.getRandomValues(new Uint32Array(3))].join("-"), nomor: 0, antre: [] });
const make = (tag, props = {}, ...inner) => {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...inner);
  return made;
};
const cellOf = (role, className = "") => {
  const made = make("div", { className });
  made.setAttribute("role", role);
  return made;
};

class Papan {
  constructor(root) {
    [this.arti, this.simpan, this.pesan, this.papan] = [".arti", ".simpan", ".pesan", ".papan"].map((s) => root.querySelector(s));
    this.at = [0, 0];
    this.column = null; // where the last digits began, for Enter
    this.rows = [];
    this.papan.addEventListener("keydown", (event) => this.onKey(event));
    this.papan.addEventListener("paste", (event) => this.onPaste(event));
    this.papan.addEventListener("focusin", (event) => this.onFocus(event));
    this.hurry = (event) => this.onHurry(event);
    document.addEventListener("keydown", this.hurry);
  }

  // The levels as they are stored now, and the way to tell the server: both come with every answer of it.
  take({ data, setTriggerValue }) {
    this.data = data;
    this.tell = setTriggerValue;
    this.typed = typedOf(data.rapat);
    const done = data.diterima[this.typed.klien] ?? 0;
    this.typed.antre = this.typed.antre.filter((one) => one[0] > done);
    if (!this.typed.antre.length) this.since = null;
    this.draw();
    this.sayMessages();
    this.sayState(done);
    if (this.typed.antre.length && !this.timer) this.later();
  }

  leave() {
    document.removeEventListener("keydown", this.hurry);
    clearTimeout(this.timer);
    if (shelf.papan === this) shelf.papan = null;
  }

  // drawing ---------------------------------------------------------------------------------------------------------

  draw() {
    if (!this.data || !this.wanted) return;
    if (this.wanted.kunci !== this.data.kunci) return;
    const names = JSON.stringify(this.wanted);
    if (this.drawn !== names) this.build(this.wanted);
    this.drawn = names;
    this.waiting = new Map(this.typed.antre.map(([, id, k, , mau]) => [`${id} ${k}`, mau]));
    this.data.isi.forEach((line, i) => this.fill(i, line));
  }

  build(names) {
    const old = new Map(this.rows.map((row) => [row.id, row]));
    const hadFocus = this.papan.contains(this.papan.getRootNode().activeElement);
    const here = this.rows[this.at[0]]?.id;
    this.names = names;
    if (this.data.mati) this.arti.textContent = "Skor hanya dapat dibaca. Pilih angka dengan panah, artinya tampil di sini.";
    this.rows = names.usulan.map(([id, ...about]) => this.call(old.get(id) ?? this.newRow(id), ...about));
    this.papan.replaceChildren(this.head(names.kriteria), ...this.rows.map((row) => row.at));
    this.papan.setAttribute("aria-rowcount", this.rows.length + 1);
    const again = this.rows.findIndex((row) => row.id === here);
    const first = this.rows.findIndex((row, i) => this.data.isi[i].includes("-"));
    this.at = again >= 0 ? [again, this.at[1]] : [Math.max(first, 0), 0];
    this.reach();
    if (hadFocus) this.go(...this.at);
  }

  head(kriteria) {
    const row = cellOf("row", "kepala");
    const heads = ["Usulan dan desa", ...kriteria.map((k) => [make("b", { textContent: k.singkat }), `bobot ${k.bobot}`]), [make("b", { textContent: "Skor" })], [make("b", { textContent: "Peringkat" })]];
    row.append(...heads.map((inner) => { const one = cellOf("columnheader"); one.append(...[inner].flat()); return one; }));
    kriteria.forEach((k, i) => { row.children[i + 1].title = `${k.nama}, bobot ${k.bobot}`; });
    return row;
  }

  call(row, nama, desa, lain) {
    row.lain = lain;
    Object.assign(row.at.querySelector("b"), { textContent: nama, title: nama });
    row.at.querySelector("small").textContent = desa;
    return row;
  }

  newRow(id) {
    const name = cellOf("rowheader");
    name.append(make("b"), make("small"));
    const levels = Array.from({ length: 8 }, () => Object.assign(cellOf("gridcell", "t"), { tabIndex: -1 }));
    const [score, rank] = [cellOf("gridcell", "n"), cellOf("gridcell", "n p")];
    const at = cellOf("row", "r");
    at.append(name, ...levels, score, rank);
    return { id, at, levels, score, rank };
  }

  fill(i, line) {
    const row = this.rows[i];
    const [levels, score, place, shared] = line.split("|");
    row.levels.forEach((cell, k) => {
      const mau = this.waiting.get(`${row.id} ${k}`);
      const shown = mau === undefined ? levels[k].replace("-", "") : String(mau ?? "");
      if (cell.textContent !== shown) {
        if (row.line && mau === undefined) this.flash(cell);
        cell.textContent = shown;
      }
      cell.classList.toggle("antre", mau !== undefined);
    });
    if (row.line === line) return;
    row.line = line;
    const kurang = score.startsWith("kurang");
    row.score.replaceChildren(make("b", { textContent: score, className: kurang ? "kurang" : "" }));
    if (kurang) row.score.firstChild.dataset.i = "pending";
    row.rank.replaceChildren(...(place ? [make("b", { textContent: place })] : []));
    if (shared) row.rank.append(Object.assign(make("span", { className: "seri", textContent: `seri ${shared}` })));
    if (shared) row.rank.lastChild.dataset.i = "drag_handle";
  }

  // What a colleague has just changed is marked for a while; it does not move.
  flash(cell) {
    cell.classList.add("baru");
    setTimeout(() => cell.classList.remove("baru"), 4000);
  }

  sayMessages() {
    const shown = this.data.pesan.map(([nomor, words]) => {
      const button = make("button", { type: "button", textContent: "Mengerti" });
      button.onclick = () => { this.tell("dibaca", nomor); this.go(...this.at); };
      return make("div", {}, make("p", { textContent: words }), button);
    });
    for (const one of shown) one.firstChild.dataset.i = "error";
    if (this.pesan.textContent !== shown.map((one) => one.textContent).join("")) this.pesan.replaceChildren(...shown);
  }

  sayState(done) {
    const late = this.typed.antre.length && performance.now() - this.since > CUT;
    const [look, icon, words] = late
      ? ["e", "cloud_off", "Belum tersimpan, sambungan terputus"]
      : this.typed.antre.length ? ["w", "cloud_upload", "Menyimpan"] : done ? ["s", "cloud_done", `Tersimpan ${this.data.tersimpan}`] : ["s", "", ""];
    if (this.simpan.textContent === words) return;
    this.simpan.className = `simpan ${look}`;
    this.simpan.dataset.i = icon;
    this.simpan.textContent = words;
  }

  // What the levels of the kriteria mean, for the row one is in.
  explain(wrong = "") {
    const k = this.names.kriteria[this.at[1]];
    const words = this.rows[this.at[0]]?.lain ? k.kata_lain : k.kata;
    const scale = words.map((word, i) => `${i + 1} ${word}`).join(" · ");
    this.arti.replaceChildren(make("b", { textContent: `${k.nama}: ` }), wrong ? make("span", { className: "salah", textContent: wrong }) : scale);
  }

  // moving ----------------------------------------------------------------------------------------------------------

  reach() {
    this.rows.forEach((row) => row.levels.forEach((cell) => { if (cell.tabIndex === 0) cell.tabIndex = -1; }));
    const cell = this.rows[this.at[0]]?.levels[this.at[1]];
    if (cell) cell.tabIndex = 0;
    return cell;
  }

  go(row, column) {
    this.at = [Math.min(Math.max(row, 0), this.rows.length - 1), Math.min(Math.max(column, 0), 7)];
    const cell = this.reach();
    cell?.focus({ preventScroll: true });
    this.reveal();
  }

  // Within the table alone: the screen around it stays where it is.
  reveal() {
    const row = this.rows[this.at[0]]?.at;
    if (!row) return;
    const above = row.offsetTop - this.papan.firstChild.offsetHeight;
    const below = row.offsetTop + row.offsetHeight - this.papan.clientHeight;
    this.papan.scrollTop = Math.min(Math.max(this.papan.scrollTop, below), above);
  }

  onFocus(event) {
    const row = this.rows.findIndex((one) => one.levels.includes(event.target));
    if (row < 0) return;
    this.at = [row, this.rows[row].levels.indexOf(event.target)];
    this.reach();
    this.papan.querySelector(".r.kini")?.classList.remove("kini");
    this.rows[row].at.classList.add("kini");
    this.papan.querySelector(".kepala .pada")?.classList.remove("pada");
    this.papan.querySelector(".kepala").children[this.at[1] + 1].classList.add("pada");
    this.explain();
  }

  // From the table to the next one; from elsewhere to the one that is on.
  toMissing() {
    const start = this.at[0] + (this.papan.querySelector(".t:focus") ? 1 : 0);
    const order = [...this.rows.keys()];
    const after = [...order.slice(start), ...order.slice(0, start)];
    const row = after.find((i) => this.rows[i].levels.some((cell) => !cell.textContent));
    if (row === undefined) return;
    this.go(row, this.rows[row].levels.findIndex((cell) => !cell.textContent));
    this.papan.scrollTop = this.rows[row].at.offsetTop - this.papan.clientHeight / 2;
  }

  onHurry(event) {
    if (event.key === "F2") this.go(...this.at);
    else if (event.key === "F8") this.toMissing();
    else return;
    event.preventDefault();
  }

  onKey(event) {
    if (event.key === "z" && event.ctrlKey) document.querySelector(".st-key-urungkan button")?.click();
    else if (event.key === "Escape") this.pesan.querySelector("button")?.click();
    else if (event.ctrlKey || event.altKey || event.metaKey) return this.toEnds(event);
    else if (/^\d$/.test(event.key)) this.write(Number(event.key));
    else if (event.key === "Delete" || event.key === "Backspace") this.put(...this.at, null);
    else if (event.key === "Enter") this.below();
    else if (event.key === "Home" || event.key === "End") this.move(this.at[0], event.key === "Home" ? 0 : 7);
    else if (FIELDS[event.key]) this.move(this.at[0] + FIELDS[event.key][0], this.at[1] + FIELDS[event.key][1]);
    else return;
    event.preventDefault();
  }

  toEnds(event) {
    if (!event.ctrlKey || !["Home", "End"].includes(event.key)) return;
    event.preventDefault();
    this.move(event.key === "Home" ? 0 : this.rows.length - 1, event.key === "Home" ? 0 : 7);
  }

  move(row, column) {
    this.column = null;
    this.go(row, column);
  }

  // Enter after a digit goes below that digit, as down a column; otherwise just down.
  below() {
    const [row, column] = this.column ?? this.at;
    this.move(row + 1, column);
  }

  // typing ----------------------------------------------------------------------------------------------------------

  highest(row, k) {
    const kriteria = this.names.kriteria[k];
    return (this.rows[row].lain ? kriteria.kata_lain : kriteria.kata).length;
  }

  write(level) {
    const [row, k] = this.at;
    if (this.data.mati) return;
    const most = this.highest(row, k);
    if (level < 1 || level > most) return this.explain(`${level} bukan tingkat, isilah 1 sampai ${most}.`);
    this.put(row, k, level);
    this.go(...(k < 7 ? [row, k + 1] : [row + 1, 0]));
    this.column = [row, k];
  }

  put(row, k, mau) {
    if (this.data.mati) return;
    if (this.keep(row, k, mau)) this.send();
  }

  keep(row, k, mau) {
    const { id, levels } = this.rows[row];
    const dilihat = Number(levels[k].textContent) || null;
    if (dilihat === mau) return false;
    const antre = this.typed.antre;
    antre.push([++this.typed.nomor, id, k, dilihat, mau]);
    levels[k].textContent = mau ?? "";
    levels[k].classList.add("antre");
    return true;
  }

  send() {
    this.since ??= performance.now();
    this.tell("ketikan", { klien: this.typed.klien, ketikan: this.typed.antre, kali: performance.now() });
    this.sayState(0);
    this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.typed.antre.length) this.send();
    }, AGAIN);
  }

  // A block as from a spreadsheet: what is a level is taken, what is not is told.
  onPaste(event) {
    event.preventDefault();
    if (this.data.mati) return;
    const lines = event.clipboardData.getData("text").replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
    let wrong = 0;
    let any = false;
    lines.forEach((line, i) => line.forEach((text, j) => {
      const [row, k] = [this.at[0] + i, this.at[1] + j];
      if (row >= this.rows.length || k > 7) return;
      const level = text.trim() === "" ? null : Number(text);
      if (level === null || (Number.isInteger(level) && level >= 1 && level <= this.highest(row, k))) any = this.keep(row, k, level) || any;
      else wrong += 1;
    }));
    if (any) this.send();
    if (wrong) this.explain(`${wrong} isian yang ditempel bukan tingkat, dan dilewati.`);
  }
}

// The names of the rows come with this part, and stay while levels are typed.
export default function ({ data, parentElement: root }) {
  root.papan ??= new Papan(root);
  root.papan.wanted = data;
  shelf.papan = root.papan;
  if (shelf.isi) shelf.papan.take(shelf.isi);
  return () => {
    root.papan?.leave();
    root.papan = null;
  };
}
