// Eight digits and Enter. The digits stay until the server says that they are saved, so nothing typed is ever lost;
// a second Enter while the answer is on its way does nothing, as nobody has seen yet which usulan comes next.
const PRESSED = { F4: "satu_maju", "Shift+F4": "satu_kembali", F8: "satu_kurang" };
const only = (text) => text.replace(/\D/g, "");

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
  if (field.dataset.tersimpan !== String(data.tersimpan)) field.value = "";
  field.dataset.tersimpan = data.tersimpan;
  field.dataset.jawab = data.jawab;
  field.disabled = data.mati;
  const tell = () => { next.textContent = hint(only(field.value), data.kriteria); };
  field.oninput = tell;
  field.onkeydown = (event) => {
    if (event.key !== "Enter" || field.dataset.jawab === "ditunggu" || !field.value.trim()) return;
    field.dataset.jawab = "ditunggu";
    setTriggerValue("diketik", `${data.usulan} ${field.value}`);
  };
  tell();
  if (opened) field.focus({ preventScroll: true });  // the operator has come here to type
  if (opened) document.addEventListener("keydown", (field.hurry = (event) => hurry(event, field)));
  return () => document.removeEventListener("keydown", field.hurry);
}
