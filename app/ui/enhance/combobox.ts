import type { ComboboxAnswer, ComboboxItem } from '../combobox.tsx';

/** Waits this long after the last key before asking, so that a word costs one request rather than one a letter. */
const PAUSE_MS = 120;

/** The markup of one `Combobox`, and what it proposes now. `marked` is the index of the proposal Enter would take, -1 for none. */
type Box = {
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  value: HTMLInputElement | null;
  source: string;
  items: ComboboxItem[];
  marked: number;
  /** The words that belong to the value in the hidden field; other words empty it. */
  chosenText: string | null;
  timer: number;
  pending: AbortController | null;
};

function boxIn(root: HTMLElement): Box | null {
  const input = root.querySelector<HTMLInputElement>('input[type="search"]');
  const list = root.querySelector<HTMLElement>('.combobox-list');
  const status = root.querySelector<HTMLElement>('.combobox-status');
  const value = root.querySelector<HTMLInputElement>('[data-combobox-value]');
  const source = root.dataset.source;
  if (!input || !list || !status || !source) return null;
  const chosenText = value?.value ? input.value : null;
  return { input, list, status, value, source, items: [], marked: -1, chosenText, timer: 0, pending: null };
}

function optionFor(item: ComboboxItem, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'combobox-option';
  option.setAttribute('role', 'option');
  const label = document.createElement('span');
  label.textContent = item.label;
  if (item.lang) label.lang = item.lang;
  option.append(label);
  if (item.detail) {
    const detail = document.createElement('small');
    detail.textContent = item.detail;
    option.append(' ', detail);
  }
  return option;
}

function close(box: Box): void {
  box.list.hidden = true;
  box.input.setAttribute('aria-expanded', 'false');
  mark(box, -1);
}

function mark(box: Box, index: number): void {
  box.marked = index;
  for (const [i, option] of [...box.list.children].entries()) {
    option.setAttribute('aria-selected', String(i === index));
    if (i === index) option.scrollIntoView({ block: 'nearest' });
  }
  if (index < 0) box.input.removeAttribute('aria-activedescendant');
  else box.input.setAttribute('aria-activedescendant', `${box.list.id}-${index}`);
}

function show(box: Box, answer: ComboboxAnswer): void {
  box.items = answer.items;
  box.list.replaceChildren(...answer.items.map((item, index) => optionFor(item, `${box.list.id}-${index}`)));
  box.status.textContent = answer.status;
  box.list.hidden = answer.items.length === 0;
  box.input.setAttribute('aria-expanded', String(answer.items.length > 0));
  mark(box, -1);
}

/** Asks the source for what stands in the field. A late answer to older words never replaces a newer one. */
async function ask(box: Box): Promise<void> {
  box.pending?.abort();
  const query = box.input.value.trim();
  if (query === '') {
    box.status.textContent = '';
    close(box);
    return;
  }
  box.pending = new AbortController();
  const { signal } = box.pending;
  const url = new URL(box.source, location.href);
  url.searchParams.set('q', query);
  try {
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
    if (response.ok) show(box, (await response.json()) as ComboboxAnswer);
    else close(box);
  } catch {
    if (!signal.aborted) close(box);
  }
}

function choose(box: Box, item: ComboboxItem | undefined): void {
  if (!item) return;
  if (item.href) {
    location.assign(item.href);
    return;
  }
  box.input.value = item.label;
  box.chosenText = item.label;
  if (box.value) {
    box.value.value = item.value;
    box.value.dispatchEvent(new Event('change', { bubbles: true }));
  }
  close(box);
}

function onInput(box: Box): void {
  if (box.value && box.input.value !== box.chosenText) box.value.value = '';
  clearTimeout(box.timer);
  box.timer = window.setTimeout(() => void ask(box), PAUSE_MS);
}

function onKey(box: Box, event: KeyboardEvent): void {
  // An Enter that ends the composition of kana or kanji is not for us. 229: Safari ends the composition before it reports that Enter.
  if (event.isComposing || event.keyCode === 229) return;
  const last = box.items.length - 1;
  const open = !box.list.hidden;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!open) void ask(box);
    else if (event.key === 'ArrowDown') mark(box, box.marked >= last ? 0 : box.marked + 1);
    else mark(box, box.marked <= 0 ? last : box.marked - 1);
  } else if (event.key === 'Enter' && open && box.marked >= 0) {
    event.preventDefault();
    choose(box, box.items[box.marked]);
  } else if (event.key === 'Escape' && open) {
    event.preventDefault();
    close(box);
  }
}

/**
 * Search as one types over the markup of `Combobox` (ARIA 1.2 combobox with a list popup: up and down mark a proposal, Enter takes
 * it, Escape closes, the other keys stay with the text). Without an answer (network down, refusal) the field goes on as a plain one.
 */
function enhanceCombobox(root: HTMLElement): void {
  const box = boxIn(root);
  if (!box) return;
  const { input, list } = box;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.addEventListener('input', () => onInput(box));
  input.addEventListener('keydown', (event) => onKey(box, event));
  input.addEventListener('blur', () => close(box));
  // The pointer must not take the focus away before its click counts.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option) choose(box, box.items[[...list.children].indexOf(option)]);
  });
  root.classList.add('combobox-enhanced');
}

for (const root of document.querySelectorAll<HTMLElement>('[data-enhance="combobox"]')) enhanceCombobox(root);
