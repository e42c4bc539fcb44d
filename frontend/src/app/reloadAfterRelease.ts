const storageKey = "chezhan.reloadedAt";
const quiet = 60_000;

/** A release takes the old chunks away: an open page that misses one is loaded anew, at most once a minute. */
export function reloadAfterRelease(): void {
  window.addEventListener("vite:preloadError", (event) => {
    // Without a network it would take the page that is there as well.
    if (!navigator.onLine) return;
    const last = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - last < quiet) return;
    event.preventDefault();
    sessionStorage.setItem(storageKey, String(Date.now()));
    window.location.reload();
  });
}
