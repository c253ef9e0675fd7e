"""What the browser does around every screen, as one component: words, focus and clock once, live screens each time."""

from pathlib import Path

import streamlit as st

from musrenbang.store.hall import SEMUA
from pages.parts import hidup

WIDE = ("skoring", "hasil-skoring")  # their tables need the whole width, so the menu starts closed
JEDA = 1000  # ms between two runs of a screen that follows all meetings, which may move many times a second
Followed = tuple[str, int]  # a meeting, or SEMUA, and its number in memory when it was read
ONCE, AGAIN = ("bahasa", "focus", "ways", "clock", "kerja"), "hidup"


def _part(name: str) -> str:
    """A module as an expression that is the function it exports."""
    source = (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
    return f"(() => {{\n{source.replace('export default', 'return')}\n}})()"


SCRIPT = f"""
const once = [{",".join(map(_part, ONCE))}];
const again = {_part(AGAIN)};
export default (component) => {{
  const root = component.parentElement;
  root.begun ??= once.map((part) => part(component));
  const end = again(component);
  return () => {{
    for (const stop of [...(root.begun ?? []), end]) stop?.();
    root.begun = null;
  }};
}};
"""
_rangka = st.components.v2.component("rangka", js=SCRIPT)


def around(followed: Followed | None) -> None:
    """`followed` is what the screen shows: it runs again when that has moved."""
    rapat, versi = followed or (None, 0)
    data = {"lebar": WIDE, "rapat": rapat, "versi": versi, "jeda": JEDA if rapat == SEMUA else 0}
    _rangka(key="rangka", data=data, on_bergerak_change=hidup.moved)
