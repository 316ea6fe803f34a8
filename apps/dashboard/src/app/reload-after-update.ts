/** When the server was updated while a tab stayed open, the parts that tab still wants are gone: loads the page anew, once. Called by main. */

const KEY = 'daiban.reloaded';
/** A second failure so soon is no update: the screen's own error face tells it. */
const ONCE_PER_MS = 60_000;

export function reloadAfterUpdate(): void {
  addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < ONCE_PER_MS) return;
    sessionStorage.setItem(KEY, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
