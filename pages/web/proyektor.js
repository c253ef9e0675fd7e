// Follows the meeting: draws what the server sends, lets rows and bars glide to their new place, keeps the clock, and
// says honestly when the line is cut.
const [title, stage, clock, content, cut, ended] =
  ["header h1", "#tahap", "#jam", "#isi", "#putus", "#akhir"].map((s) => document.querySelector(s));
const SILENCE = 7000;  // ms: three signs of life have not come
const PAUSES = [500, 1000, 2000, 4000, 8000, 15000];
const still = matchMedia("(prefers-reduced-motion: reduce)");
let ahead = 0;  // of the server's clock before this computer's, in ms
let tries = 0;

function tick() {
  const wib = new Date(Date.now() + ahead + 7 * 3600000);
  clock.textContent = wib.toISOString().slice(11, 16).replace(":", ".");
}

const kept = () => [...content.querySelectorAll("[data-kunci]")];

// Full bars are set here, because the page's policy allows no style in the HTML.
function fill() {
  for (const bar of content.querySelectorAll("[data-bagian]")) bar.style.transform = `scaleX(${bar.dataset.bagian})`;
}

function draw(html) {
  if (content.innerHTML === html || content.seen === html) return;
  const before = new Map(kept().map((e) => [e.dataset.kunci, [e.getBoundingClientRect().top, e.dataset.bagian]]));
  content.innerHTML = content.seen = html;
  fill();
  if (still.matches) return;
  for (const e of kept()) glide(e, before.get(e.dataset.kunci));
}

function glide(e, was) {
  const timing = { duration: 600, easing: "cubic-bezier(.3,.1,.2,1)" };
  if (e.dataset.bagian !== undefined) {
    const from = was ? was[1] : 0;
    if (from !== e.dataset.bagian) e.animate([{ transform: `scaleX(${from})` }, { transform: e.style.transform }], timing);
  } else if (was && Math.abs(was[0] - e.getBoundingClientRect().top) > 1) {
    const far = was[0] - e.getBoundingClientRect().top;
    e.animate([{ transform: `translateY(${far}px)` }, { transform: "none" }], timing);
  }
}

function heard(message) {
  if (message.kini) ahead = message.kini - Date.now();
  if (message.isi === undefined) return tick();
  title.textContent = message.kepala;
  stage.textContent = message.tahap;
  draw(message.isi);
  tick();
}

function connect() {
  const line = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/proyektor/ikuti`);
  let watch;
  const listen = () => { clearTimeout(watch); watch = setTimeout(lost, SILENCE); };
  const lost = () => {
    clearTimeout(watch);
    line.onclose = line.onmessage = null;
    line.close();
    cut.hidden = false;
    document.body.classList.add("redam");
    setTimeout(connect, PAUSES[Math.min(tries++, PAUSES.length - 1)]);
  };
  line.onclose = lost;
  line.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.diakhiri) { clearTimeout(watch); line.onclose = null; ended.hidden = false; cut.hidden = true; return; }
    listen();
    tries = 0;
    cut.hidden = true;
    document.body.classList.remove("redam");
    heard(message);
  };
  listen();
}

fill();
tick();
setInterval(tick, 1000);
navigator.wakeLock?.request("screen").catch(() => {});  // a projector that falls asleep shows nothing
connect();
