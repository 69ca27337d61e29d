// Runs before the first paint, so that a dark screen never flashes white. A file of its own, because inline scripts are forbidden here.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("jizhen.theme");
  } catch {
    // storage may be forbidden; the device's own preference then decides
  }
  const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
