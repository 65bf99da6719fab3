/** Waits this long after the last key, so that a sentence costs one request rather than one a word. */
const PAUSE_MS = 1500;
/** The most that a browser sends along with a page it leaves (Fetch standard, keepalive). */
const KEEPALIVE_BYTES = 60_000;

type State = 'saving' | 'saved' | 'failed' | 'ended';

/**
 * One form whose draft is kept. `typed` counts what was typed, `kept` is the count that the server has: what differs is unsaved.
 * `kana`: kana or kanji are being composed, which nothing must disturb.
 */
type Autosave = {
  form: HTMLFormElement;
  url: string;
  status: HTMLElement | null;
  typed: number;
  kept: number;
  timer: number;
  kana: boolean;
  pending: AbortController | null;
  leaving: boolean;
};

function say(box: Autosave, state: State): void {
  if (!box.status) return;
  box.status.textContent = box.status.dataset[state] ?? '';
  // Only what needs the reader stands out; that all is well is said quietly.
  box.status.classList.toggle('quiet', state === 'saving' || state === 'saved');
}

function bodyOf(form: HTMLFormElement): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  return body;
}

/** Keeps what stands in the form now. One request at a time: a later one would not wait for an earlier one on its way. */
async function save(box: Autosave): Promise<void> {
  if (box.leaving || box.kana || box.pending || box.kept === box.typed) return;
  const count = box.typed;
  box.pending = new AbortController();
  say(box, 'saving');
  try {
    const init = { method: 'POST', body: bodyOf(box.form), signal: box.pending.signal, headers: { accept: 'application/json' } };
    const response = await fetch(box.url, init);
    if (response.ok) box.kept = count;
    if (!box.leaving) say(box, response.ok ? 'saved' : response.status === 401 ? 'ended' : 'failed');
  } catch {
    if (!box.leaving) say(box, 'failed');
  }
  box.pending = null;
  if (box.kept === count && box.typed > count) later(box);
}

function later(box: Autosave): void {
  clearTimeout(box.timer);
  box.timer = window.setTimeout(() => void save(box), PAUSE_MS);
}

/** The page is hidden or left: what is unsaved goes with it, as far as a browser takes it along. */
function flush(box: Autosave): void {
  if (box.leaving || box.kept === box.typed) return;
  const body = bodyOf(box.form);
  if (body.toString().length < KEEPALIVE_BYTES) void fetch(box.url, { method: 'POST', body, keepalive: true }).catch(() => undefined);
}

/**
 * Keeps a form as a draft a moment after one stops typing, and says so. Composition of kana and kanji is waited for. Whoever leaves
 * with something unsaved is asked; sending the form ends it all, so that no draft arrives after what was sent.
 */
function autosave(form: HTMLFormElement): void {
  const url = form.dataset.autosave;
  if (!url) return;
  const status = form.querySelector<HTMLElement>('[data-autosave-status]');
  // A form that comes back after a refusal holds what the server has kept already, or could not.
  const box: Autosave = { form, url, status, typed: 0, kept: 0, timer: 0, kana: false, pending: null, leaving: false };
  const changed = () => {
    box.typed += 1;
    later(box);
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('compositionstart', () => {
    box.kana = true;
  });
  form.addEventListener('compositionend', () => {
    box.kana = false;
    changed();
  });
  form.addEventListener('submit', () => {
    box.leaving = true;
    clearTimeout(box.timer);
    box.pending?.abort();
  });
  window.addEventListener('beforeunload', (event) => {
    if (!box.leaving && box.kept !== box.typed) event.preventDefault();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush(box);
  });
  // Back from another page, the browser shows the form as it was left: it goes on from there.
  window.addEventListener('pageshow', () => {
    box.leaving = false;
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance="autosave"]')) autosave(form);
