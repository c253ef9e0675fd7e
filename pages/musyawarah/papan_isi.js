// Carries the levels to the scoring table and what is typed back: small, as it comes with every answer of the server.
const shelf = (document.papanSkor ??= { ketik: {} });

export default function (component) {
  shelf.isi = component;
  shelf.papan?.take(component);
  return () => {
    if (shelf.isi === component) shelf.isi = null;
  };
}
