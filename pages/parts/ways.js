// A link to another screen of the meeting goes the way of the menu: within the page that is open, so that it is there at
// once, and filters, ticks and the step back are kept. And each screen has the menu open or closed as it needs it:
// Streamlit would keep it as a person has left it once, and so cut off the columns of the wide screens.
const LINK = '[data-testid="stMain"] a[href^="/"]';
const IN_MENU = ".st-key-menu a[href]";
const CLOSE = '[data-testid="stSidebarCollapseButton"] button';
const REMEMBERED = "stSidebarCollapsed-";
const EXPAND = '[data-testid="stExpandSidebarButton"]';
const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
const path = (link) => link.getAttribute("href").replace(/^\//, "");

function lead(event, link) {
  const same = document.querySelector(`.st-key-menu a[href="${path(link)}"]`);
  if (!same) return;
  event.preventDefault();
  same.click();
}

function fit(there, wide) {
  const both = [location.pathname.slice(1), there].every((screen) => wide.includes(screen));
  if (both && !document.querySelector(EXPAND)) document.querySelector(CLOSE)?.click();
  localStorage.removeItem(REMEMBERED);
}

export default function ({ data }) {
  const follow = (event) => {
    const [link, item] = [LINK, IN_MENU].map((selector) => event.target.closest?.(selector));
    if (!plain(event)) return;
    if (link) lead(event, link);
    if (item) fit(path(item), data.lebar);
  };
  document.addEventListener("click", follow);
  return () => document.removeEventListener("click", follow);
}
