import type { Editor } from '@tiptap/core';
import type { IslandData } from './island.ts';
import { toolsOf } from './tools.ts';

/**
 * Brings the tools of the page to life. Each toolbar is one stop of the Tab key, arrows move inside it (WAI-ARIA toolbar pattern), Alt+F10
 * comes to it from the text, Escape goes back.
 */
export function bindToolbar(root: HTMLElement, editor: Editor, data: IslandData): void {
  const tools = toolsOf(root, data);
  const bars = [...root.querySelectorAll<HTMLElement>('[role="toolbar"]')];
  for (const bar of bars) rove(bar, () => editor.commands.focus());
  const select = root.querySelector<HTMLSelectElement>('select[data-tool="block"]');
  select?.addEventListener('change', () => {
    const level = Number(select.value);
    const chain = editor.chain().focus();
    if (level === 0) chain.setParagraph().run();
    else chain.setHeading({ level: level as 2 | 3 | 4 }).run();
  });
  for (const tool of root.querySelectorAll<HTMLButtonElement>('button[data-tool]')) {
    // The selection stays in the text while a tool is pressed with the pointer.
    tool.addEventListener('mousedown', (event) => event.preventDefault());
    tool.addEventListener('click', () => void tools[tool.dataset.tool ?? '']?.(editor));
  }
  editor.view.dom.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.altKey && event.key === 'F10') toTools(event, bars[0]);
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void tools.link?.(editor);
    }
  });
  const show = () => paint(root, editor, select);
  editor.on('transaction', show);
  show();
}

function toTools(event: KeyboardEvent, bar: HTMLElement | undefined): void {
  event.preventDefault();
  bar?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function paint(root: HTMLElement, editor: Editor, select: HTMLSelectElement | null): void {
  for (const tool of root.querySelectorAll<HTMLElement>('button[aria-pressed]')) {
    tool.setAttribute('aria-pressed', String(editor.isActive(tool.dataset.tool ?? '')));
  }
  const level = editor.isActive('heading') ? String(editor.getAttributes('heading').level) : '0';
  if (select && select.value !== level) select.value = level;
  const table = root.querySelector<HTMLElement>('[data-table-tools]');
  if (table) table.hidden = !editor.isActive('table');
}

function rove(bar: HTMLElement, leave: () => void): void {
  const stops = () => [...bar.querySelectorAll<HTMLElement>('.tool')];
  const settle = (on: HTMLElement | undefined) => {
    for (const stop of stops()) stop.tabIndex = stop === on ? 0 : -1;
  };
  settle(stops()[0]);
  bar.addEventListener('focusin', (event) => settle((event.target as HTMLElement).closest<HTMLElement>('.tool') ?? stops()[0]));
  bar.addEventListener('keydown', (event) => {
    const all = stops();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') leave();
    if (to === undefined || at < 0) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  });
}
