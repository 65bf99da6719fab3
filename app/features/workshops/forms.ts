/** The text of a field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number as typed, full-width digits of Japanese keyboards included; NaN for anything else, null for nothing. */
export function numberOf(form: FormData, name: string): number | null {
  const typed = textOf(form, name).normalize('NFKC');
  if (typed === '') return null;
  return /^\d{1,12}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** Everything typed, to be shown again when the form is refused. */
export function keptValues(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}

/** The number of a run in an address; 0, which no run has, for anything else. */
export function runNumber(param: string | undefined): number {
  return /^\d{1,6}$/.test(param ?? '') ? Number(param) : 0;
}
