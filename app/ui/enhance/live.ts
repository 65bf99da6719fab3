/**
 * Keeps a part of a page that reports on long work current: the page is fetched again every two seconds and the part of the same `id`
 * replaced. Once the part is gone, the work is over and the whole page is loaded. Without script a `meta refresh` does the same.
 */
const EVERY_MS = 2000;

async function refresh(id: string): Promise<void> {
  const shown = document.getElementById(id);
  if (!shown) return;
  try {
    const response = await fetch(window.location.href, { headers: { accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').getElementById(id);
    if (response.ok && !fresh) {
      window.location.reload();
      return;
    }
    // Somebody about to press a button keeps it: only what is not in use is replaced.
    if (fresh && !shown.contains(document.activeElement)) shown.replaceWith(fresh);
  } catch {
    // The network is away for a moment: the next look tells.
  }
  window.setTimeout(refresh, EVERY_MS, id);
}

for (const part of document.querySelectorAll<HTMLElement>('[data-enhance="live"][id]')) window.setTimeout(refresh, EVERY_MS, part.id);
