// Rows of the desa's list can be dragged; a row that is dropped on another takes that one's number.
const rowOf = (target) => target.closest?.('.st-key-daftar_desa [class*="st-key-usulan_"]');
const idOf = (row) => [...row.classList].find((name) => name.startsWith("st-key-usulan_")).slice("st-key-usulan_".length);

export default function ({ setTriggerValue }) {
  let held = null;
  const mark = (over) => document.querySelectorAll(".seret-ke").forEach((row) => row !== over && row.classList.remove("seret-ke"));
  const reach = {
    pointerdown({ target }) {
      const row = rowOf(target);
      if (row) row.draggable = !target.closest("input, button, a, label");
    },
    dragstart({ target }) {
      held = rowOf(target);
    },
    dragover(event) {
      const row = held && rowOf(event.target);
      mark(row);
      if (!row) return;
      event.preventDefault();
      row.classList.add("seret-ke");
    },
    drop(event) {
      const row = held && rowOf(event.target);
      if (!row) return;
      event.preventDefault();
      if (row !== held) setTriggerValue("dijatuhkan", `${idOf(held)} ${row.querySelector("input").value}`);
    },
    dragend() {
      held = null;
      mark(null);
    },
  };
  for (const [name, react] of Object.entries(reach)) document.addEventListener(name, react);
  return () => {
    for (const [name, react] of Object.entries(reach)) document.removeEventListener(name, react);
  };
}
