// Sends chosen files one after the other straight to the server's own route, which writes them to its disk as they come.
const MB = 1024 * 1024;

function send(file, at, data, tell) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const more = data.dilihat ? `&${data.dilihat}` : "";
    request.open("POST", `${data.alamat}?nama=${encodeURIComponent(file.name)}${more}`);
    request.setRequestHeader("x-csrf", data.csrf);
    request.upload.onprogress = (e) => e.lengthComputable && tell(at, e.loaded / e.total);
    request.onload = () => done(answered(request));
    request.onerror = () => done({ masalah: "Sambungan terputus. Periksa jaringan, lalu unggah kembali." });
    request.send(file);
  });
}

// { kabar } of what was kept, or { masalah }: why it was not, in a sentence or several.
function answered(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return { masalah: request.status === 401 ? "Waktu masuk Anda sudah habis. Silakan masuk lagi." : "Server tidak menjawab. Unggah kembali." };
  }
}

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

// One sentence stands beside the name of its file, several stand below it.
function told(name, words) {
  if (words.length === 1) return [element("p", `${name}: ${words[0]}`)];
  return [element("p", `${name} belum dapat diterima, karena ${words.length} hal:`), element("ul", ...words.map((one) => element("li", one)))];
}

async function sendAll(files, root, component) {
  const { data, setTriggerValue } = component;
  const [bar, progress, wrong, field] = ["progress", ".maju", ".salah", "input"].map((s) => root.querySelector(s));
  const problems = [];
  let kept = "";
  const tell = (at, part) => {
    const percent = Math.round(part * 100);
    bar.value = percent;
    const what = files.length > 1 ? `Berkas ${at + 1} dari ${files.length}` : "Berkas";
    const words = part < 1 ? `${what}: ${Math.floor(percent / 10) * 10} persen terkirim.` : `${what} sudah terkirim dan sedang diperiksa.`;
    if (progress.textContent !== words) progress.textContent = words;
  };
  wrong.replaceChildren();
  bar.hidden = false;
  field.disabled = true;
  for (const [at, file] of files.entries()) {
    tell(at, 0);
    const answer = file.size > data.maks * MB ? { masalah: data.terlalu_besar } : await send(file, at, data, tell);
    if (answer.masalah) problems.push(...told(file.name, [answer.masalah].flat()));
    else kept = answer.kabar;
  }
  bar.hidden = true;
  field.disabled = false;
  field.value = "";
  progress.textContent = "";
  wrong.replaceChildren(...problems);
  if (kept) setTriggerValue("tersimpan", kept);
}

export default function (component) {
  const { data, parentElement: root } = component;
  const field = root.querySelector("input");
  field.accept = data.terima;
  field.multiple = data.banyak;
  root.querySelector(".nama").textContent = data.label;
  root.querySelector(".batas").textContent = data.keterangan;
  field.onchange = () => field.files.length && sendAll([...field.files], root, component);
  const area = root.querySelector(".unggah");
  area.ondragover = (e) => { e.preventDefault(); area.classList.add("di-atas"); };
  area.ondragleave = () => area.classList.remove("di-atas");
  area.ondrop = (e) => {
    e.preventDefault();
    area.classList.remove("di-atas");
    const files = [...e.dataTransfer.files];
    if (files.length && !field.disabled) sendAll(data.banyak ? files : files.slice(0, 1), root, component);
  };
}
