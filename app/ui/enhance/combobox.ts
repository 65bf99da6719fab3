import type { ComboboxAnswer, ComboboxItem } from '../combobox.tsx';

/** Waits this long after the last key before asking, so that a word costs one request rather than one a letter. */
const PAUSE_MS = 120;

type Parts = {
  root: HTMLElement;
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  value: HTMLInputElement | null;
  source: string;
};

function partsOf(root: HTMLElement): Parts | null {
  const input = root.querySelector<HTMLInputElement>('input[type="search"]');
  const list = root.querySelector<HTMLElement>('.combobox-list');
  const status = root.querySelector<HTMLElement>('.combobox-status');
  const source = root.dataset.source;
  if (!input || !list || !status || !source) return null;
  return {
    root,
    input,
    list,
    status,
    source,
    value: root.querySelector<HTMLInputElement>('[data-combobox-value]'),
  };
}

function optionFor(item: ComboboxItem, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.className = 'combobox-option';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
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

/**
 * Search as one types over the markup of `Combobox` (ARIA 1.2 combobox with a list popup: arrows, Home and End stay with the text,
 * Enter takes the marked proposal, Escape closes, then empties). An Enter that ends the composition of kana or kanji is left alone.
 * Without an answer (network down, refusal) the field goes on as a plain one.
 */
export function enhanceCombobox(root: HTMLElement): void {
  const parts = partsOf(root);
  if (!parts || root.classList.contains('combobox-enhanced')) return;
  const { input, list, status, value, source } = parts;
  let items: ComboboxItem[] = [];
  let marked = -1;
  let timer = 0;
  let pending: AbortController | null = null;
  let chosenText = value?.value ? input.value : null;

  const close = () => {
    list.hidden = true;
    marked = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (index: number) => {
    marked = index;
    for (const [i, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${list.id}-${index}`);
  };
  const show = (answer: ComboboxAnswer) => {
    items = answer.items;
    list.replaceChildren(...items.map((item, index) => optionFor(item, `${list.id}-${index}`)));
    status.textContent = answer.status;
    list.hidden = items.length === 0;
    input.setAttribute('aria-expanded', String(items.length > 0));
    mark(-1);
  };
  const ask = async () => {
    pending?.abort();
    const query = input.value.trim();
    if (query === '') {
      status.textContent = '';
      return close();
    }
    pending = new AbortController();
    const { signal } = pending;
    const url = new URL(source, location.href);
    url.searchParams.set('q', query);
    try {
      const response = await fetch(url, {
        signal,
        headers: { accept: 'application/json' },
      });
      if (response.ok) show((await response.json()) as ComboboxAnswer);
      else close();
    } catch {
      if (!signal.aborted) close();
    }
  };
  const choose = (index: number) => {
    const item = items[index];
    if (!item) return;
    if (item.href) return location.assign(item.href);
    input.value = item.label;
    chosenText = item.label;
    if (value) {
      value.value = item.value;
      value.dispatchEvent(new Event('change', { bubbles: true }));
    }
    close();
  };
  const typed = () => {
    if (value && input.value !== chosenText) value.value = '';
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE_MS);
  };
  const key = (event: KeyboardEvent) => {
    // 229: Safari ends the composition before it reports the Enter that ended it.
    if (event.isComposing || event.keyCode === 229) return;
    const last = items.length - 1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) return void ask();
      const down = event.key === 'ArrowDown';
      mark(down ? (marked >= last ? 0 : marked + 1) : marked <= 0 ? last : marked - 1);
    } else if (event.key === 'Enter' && !list.hidden && marked >= 0) {
      event.preventDefault();
      choose(marked);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  };

  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', input.labels?.[0]?.textContent ?? '');
  for (const [name, attribute] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })) {
    input.setAttribute(name, attribute);
  }
  input.addEventListener('input', typed);
  input.addEventListener('keydown', key);
  input.addEventListener('blur', () => setTimeout(close, 0));
  // The pointer must not take the focus away before its click counts.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target instanceof Element ? event.target.closest('[role="option"]') : null;
    if (option) choose([...list.children].indexOf(option));
  });
  root.classList.add('combobox-enhanced');
}

for (const root of document.querySelectorAll<HTMLElement>('[data-enhance="combobox"]')) enhanceCombobox(root);
