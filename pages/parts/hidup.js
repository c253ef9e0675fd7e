// Draws the screen anew when a colleague has moved the meeting: a number comes over a line of its own, and only when it is
// another one than what stands here the script is asked to run. Never while a dialog is open or a field holds words that
// nobody has sent yet, as these would be lost.
const REST = 250; // ms, so that one's own press has drawn its answer first, and many moves become one
const PATIENCE = 3000; // ms, then it is asked again: what was asked may have been lost with the line
const PAUSES = [500, 1000, 2000, 4000, 8000];
const OVER = [4401, 4403]; // logged out, or not one's own

const app = () => document.querySelector('[data-testid="stApp"]');
const field = () => (document.activeElement?.matches("textarea, input:not([type=checkbox], [type=radio])") ? document.activeElement : null);

class Live {
  constructor() {
    this.tries = 0;
    document.addEventListener("focusin", () => this.note());
    new MutationObserver(() => app().dataset.testScriptState === "notRunning" && this.note()).observe(app(), { attributeFilter: ["data-test-script-state"] });
  }

  take(data, tell) {
    if (!data.rapat) return this.end();
    [this.seen, this.tell, this.rest] = [data.versi, tell, Math.max(data.jeda, REST)];
    if (this.rapat !== data.rapat) this.connect(data.rapat);
    return this.look();
  }

  connect(rapat) {
    this.end();
    this.rapat = rapat;
    const line = new WebSocket(`${location.protocol.replace("http", "ws")}//${location.host}/hidup/${rapat}`);
    this.line = line;
    line.onopen = () => { this.tries = 0; };
    line.onmessage = ({ data }) => { this.now = Number(data); this.look(); };
    line.onclose = ({ code }) => {
      if (this.line !== line || OVER.includes(code)) return;
      setTimeout(() => this.line === line && this.connect(rapat), PAUSES[Math.min(this.tries++, PAUSES.length - 1)]);
    };
  }

  end() {
    clearTimeout(this.timer);
    const line = this.line;
    this.line = this.rapat = this.now = undefined;
    line?.close();
  }

  // What was in the field when one came to it, or when the script had taken what was typed.
  note() {
    [this.at, this.held] = [field(), field()?.value];
  }

  current() {
    const drawn = [...document.querySelectorAll("[data-versi]")].some((one) => Number(one.dataset.versi) === this.now);
    return this.now === undefined || drawn || this.now === this.seen;
  }

  busy() {
    const typing = field() && field() === this.at && field().value !== this.held;
    return typing || document.querySelector('[role="dialog"]') || app().dataset.testScriptState !== "notRunning";
  }

  look(wait = this.rest) {
    clearTimeout(this.timer);
    if (!this.current()) this.timer = setTimeout(() => this.ask(), wait);
  }

  ask() {
    if (this.current()) return;
    if (this.busy()) return this.look(150);
    this.tell("bergerak", this.now);
    this.look(PATIENCE);
  }
}

export default function ({ data, setTriggerValue }) {
  const live = (document.hidup ??= new Live());
  live.take(data, setTriggerValue);
  return () => live.end();
}
