// A step back leads to the screen before. Streamlit makes a step of every choice that a screen writes in its address, and
// one would have to go back through all of them, while the screen writes each anew; and of the front page, which has nothing
// to show and only leads on. A screen that the browser has kept meanwhile is drawn anew: its figures are of then, and what was
// pressed last in it would be done once more.
{
  const step = history.pushState.bind(history);
  const isSame = (to) => new URL(to, location.href).pathname === location.pathname;
  const isEmpty = () => !document.querySelector("h1");
  history.pushState = (state, title, to) => {
    if (isSame(to) || isEmpty()) history.replaceState(state, title, to);
    else step(state, title, to);
  };
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
