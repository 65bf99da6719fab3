import { type Fields, isFormField } from './domain/form/form-fields.ts';
import type { Pick } from './domain/form/form-units.ts';

/** The fields of an intention form as its page sends them; what is none of its fields is left out. */
export function formFields(form: FormData): Fields {
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' && isFormField(name) ? [[name, wellFormed(value)]] : []));
  return Object.fromEntries(fields);
}

/** What PostgreSQL can keep: no NUL, no half of a surrogate pair. */
function wellFormed(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The picks of a comparison by unit (`pick.talks.0.title`); anything else that was sent is none. */
export function picksOf(form: FormData): Map<string, Pick> {
  const isPick = (value: unknown): value is Pick => value === 'mine' || value === 'theirs' || value === 'both';
  return new Map(
    [...form].flatMap(([name, value]) => (name.startsWith('pick.') && isPick(value) ? [[name.slice(5), value] as const] : [])),
  );
}
