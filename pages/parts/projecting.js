// The link to copy. Without https a browser keeps its clipboard closed; then the link is selected, ready for Ctrl+C.
export default function ({ data, parentElement: root }) {
  const [field, button, told] = ["input", "button", "span"].map((s) => root.querySelector(s));
  field.value = data.tautan;
  field.onfocus = () => field.select();
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.tautan);
      told.textContent = "Tersalin";
    } catch {
      field.focus();
      told.textContent = "Tekan Ctrl+C untuk menyalin";
    }
  };
}
