// Makes a file of what has come with the screen, and tells the server to forget it.
export default function ({ data, parentElement: root, setTriggerValue }) {
  const button = root.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => {
    const bytes = Uint8Array.from(atob(data.isi), (letter) => letter.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
    link.download = data.nama;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    setTriggerValue("terunduh", true);
  };
}
