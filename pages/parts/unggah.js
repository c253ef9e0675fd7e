// Sends chosen files one after the other straight to the server's own route, which writes them to its disk as they come.
const MB = 1024 * 1024;

function send(file, at, data, tell) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const more = data.menggantikan ? `&menggantikan=${data.menggantikan}` : "";
    request.open("POST", `${data.alamat}?nama=${encodeURIComponent(file.name)}${more}`);
    request.setRequestHeader("x-csrf", data.csrf);
    request.upload.onprogress = (e) => e.lengthComputable && tell(at, e.loaded / e.total);
    request.onload = () => done(answered(request));
    request.onerror = () => done("Sambungan terputus. Periksa jaringan, lalu unggah kembali.");
    request.send(file);
  });
}

// The sentence of a refusal, or nothing.
function answered(request) {
  try {
    return JSON.parse(request.responseText).masalah || "";
  } catch {
    return request.status === 401 ? "Waktu masuk Anda sudah habis. Silakan masuk lagi." : "Server tidak menjawab. Unggah kembali.";
  }
}

function say(place, problems) {
  place.replaceChildren(...problems.map((words) => Object.assign(document.createElement("p"), { textContent: words })));
}

async function sendAll(files, root, component) {
  const { data, setTriggerValue } = component;
  const [bar, told, wrong, field] = ["progress", ".maju", ".salah", "input"].map((s) => root.querySelector(s));
  const problems = [];
  let kept = 0;
  const tell = (at, part) => {
    const percent = Math.round(part * 100);
    bar.value = percent;
    const what = files.length > 1 ? `Berkas ${at + 1} dari ${files.length}` : "Berkas";
    const words = part < 1 ? `${what}: ${Math.floor(percent / 10) * 10} persen terkirim.` : `${what} sudah terkirim dan sedang diperiksa.`;
    if (told.textContent !== words) told.textContent = words;
  };
  say(wrong, []);
  bar.hidden = false;
  field.disabled = true;
  for (const [at, file] of files.entries()) {
    tell(at, 0);
    const problem = file.size > data.maks * MB ? `Berkas ini lebih dari ${data.maks} MB. Perkecil berkasnya, lalu unggah kembali.` : await send(file, at, data, tell);
    if (problem) problems.push(`${file.name}: ${problem}`);
    else kept += 1;
  }
  bar.hidden = true;
  field.disabled = false;
  field.value = "";
  told.textContent = "";
  say(wrong, problems);
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
