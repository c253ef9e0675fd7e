// Eight digits and Enter. The digits stay until the server says that they are saved, and what was typed after them stays
// for the next usulan, so nothing typed is ever lost. A second Enter while the answer is on its way counts when the title
// of the next usulan already stands there; before, it does nothing, as nobody has seen yet which one comes next.
const PRESSED = { F4: "satu_maju", "Shift+F4": "satu_kembali", F8: "satu_kurang" };
const only = (text) => text.replace(/\D/g, "");
const title = () => document.querySelector(".letak span")?.textContent; // place and desa: two usulan may have one name
const waits = (field) => field.dataset.jawab === "ditunggu";

// What was typed after that which is on its way.
function further({ value, dataset: { terkirim = "" } }) {
  return value.startsWith(terkirim) ? value.slice(terkirim.length) : "";
}

function hint(digits, kriteria) {
  const wrong = [...digits].findIndex((d, i) => i < kriteria.length && (d < 1 || d > kriteria[i].maks));
  if (wrong >= 0) return `${kriteria[wrong].nama}: tingkat 1 sampai ${kriteria[wrong].maks}`;
  const next = kriteria[digits.length];
  if (next) return `${digits.length + 1}. ${next.nama}, 1 sampai ${next.maks}`;
  return digits.length > kriteria.length ? "Terlalu banyak angka" : "Tekan Enter untuk menyimpan";
}

function hurry(event, field) {
  const button = PRESSED[(event.shiftKey ? "Shift+" : "") + event.key];
  if (event.key !== "F2" && !button) return;
  event.preventDefault();
  if (button) document.querySelector(`.st-key-${button} button`)?.click();
  else field.focus();
}

// Called anew whenever what it shows has changed; the answer that it gives last is what is called at its end.
export default function ({ data, parentElement: root, setTriggerValue }) {
  const [field, next] = ["input", ".berikut"].map((s) => root.querySelector(s));
  const opened = field.dataset.jawab === undefined;
  const saved = field.dataset.tersimpan !== String(data.tersimpan);
  const again = saved && field.dataset.lagi;
  if (saved) field.value = further(field);
  Object.assign(field.dataset, { tersimpan: data.tersimpan, jawab: data.jawab, lagi: "" });
  field.disabled = data.mati;
  const tell = () => { next.textContent = hint(only(waits(field) ? further(field) : field.value), data.kriteria); };
  const send = () => {
    Object.assign(field.dataset, { jawab: "ditunggu", terkirim: field.value, judul: title() });
    setTriggerValue("diketik", `${data.usulan} ${field.value}`);
  };
  field.oninput = tell;
  field.onkeydown = (event) => {
    if (event.key !== "Enter" || !field.value.trim()) return;
    if (!waits(field)) send();
    else if (title() !== field.dataset.judul) field.dataset.lagi = "ya";
  };
  tell();
  if (again && field.value.trim()) send();
  if (opened) field.focus({ preventScroll: true });  // the operator has come here to type
  if (opened) document.addEventListener("keydown", (field.hurry = (event) => hurry(event, field)));
  return () => document.removeEventListener("keydown", field.hurry);
}
