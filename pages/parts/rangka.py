"""What the browser does around every screen, as one component: words, focus and clock once, live screens each time."""

from pathlib import Path

import streamlit as st

from pages.parts import hidup
from pages.parts.meeting import Meeting

WIDE = ("skoring", "hasil-skoring")  # their tables need the whole width, so the menu starts closed
ONCE, AGAIN = ("bahasa", "focus", "ways", "clock"), "hidup"


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


def around(m: Meeting | None) -> None:
    """`m` is the meeting that the screen shows, and then follows."""
    followed = {"rapat": str(m.id), "versi": m.versi} if m else {}
    _rangka(key="rangka", data={"lebar": WIDE, **followed}, on_bergerak_change=hidup.moved)
