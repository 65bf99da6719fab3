import { parsePartialDate } from '#app/lib/partial-date.ts';
import { isLink } from '../domain/document-rules.ts';

/** What each field of a dialog must hold; a field that is not named here takes anything. */
const HOLDS: Readonly<Record<string, (value: string) => boolean>> = {
  href: (value) => isLink(withScheme(value)),
  number: (value) => /^[\p{L}\d][\p{L}\d .-]{0,19}$/u.test(value),
  due: (value) => value === '' || parsePartialDate(value) !== null,
};

/** An address as people type it: a mailbox without `mailto:`, a site without `https://`. */
export function withScheme(value: string): string {
  if (/^[a-z]+:/i.test(value)) return value;
  return value.includes('@') ? `mailto:${value}` : `https://${value}`;
}

export type Answer = Record<string, string> | 'remove' | null;

/**
 * Asks in one of the page's dialogs and answers what was typed, `remove`, or nothing when it was left. What cannot be taken is said beside its
 * field, and the dialog stays.
 */
export function ask(root: HTMLElement, name: string, values: Record<string, string>, removable = false): Promise<Answer> {
  const dialog = root.querySelector<HTMLDialogElement>(`dialog[data-ask="${name}"]`);
  const form = dialog?.querySelector('form');
  if (!dialog || !form) return Promise.resolve(null);
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  for (const field of fields) {
    field.value = values[field.name] ?? '';
    mark(form, field, true);
  }
  const remove = form.querySelector<HTMLButtonElement>('button[value="remove"]');
  if (remove) remove.hidden = !removable;
  dialog.returnValue = '';
  return new Promise((resolve) => {
    const onSubmit = (event: SubmitEvent) => {
      const wanted = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'apply';
      if (wanted !== 'apply') return;
      const wrong = fields.filter((field) => !(HOLDS[field.name]?.(field.value.trim()) ?? true));
      for (const field of fields) mark(form, field, !wrong.includes(field));
      if (wrong.length === 0) return;
      event.preventDefault();
      wrong[0]?.focus();
    };
    form.addEventListener('submit', onSubmit);
    dialog.addEventListener(
      'close',
      () => {
        form.removeEventListener('submit', onSubmit);
        if (dialog.returnValue === 'remove') resolve('remove');
        else if (dialog.returnValue === 'apply') resolve(Object.fromEntries(fields.map((field) => [field.name, field.value.trim()])));
        else resolve(null);
      },
      { once: true },
    );
    dialog.showModal();
  });
}

function mark(form: HTMLFormElement, field: HTMLElement & { name: string }, right: boolean): void {
  const sentence = form.querySelector<HTMLElement>(`[data-wrong="${field.name}"]`);
  if (sentence) sentence.hidden = right;
  if (right) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
}
