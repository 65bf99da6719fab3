import type { MarkInput } from './use-cases/mark-cells.server.ts';

/** What a form of the list says: `organisation:deliverable:revision` for each ticked line. Whatever is no such value names no line. */
export function readMarkForm(form: FormData): MarkInput {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    cells: form.getAll('cell').map((value) => {
      const [organisationId = '', deliverable = '', revision = ''] = String(value).split(':');
      return { organisationId, deliverable, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : -1 };
    }),
    ...{ to: text('to'), on: text('on'), note: text('note') },
  };
}

/** The revision that a form was made from; -1, which none is, for what is no figure. */
export function revisionOf(form: FormData): number {
  const typed = form.get('revision');
  return typeof typed === 'string' && /^\d{1,9}$/.test(typed) ? Number(typed) : -1;
}
