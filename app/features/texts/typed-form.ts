/** What was typed into a field of a form; empty for a field that is not there or holds a file. */
export function typedIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** A number that a page put into its form; -1, which nothing has, for anything else. */
export function numberIn(form: FormData, name: string): number {
  const value = typedIn(form, name);
  return /^\d{1,6}$/.test(value) ? Number(value) : -1;
}
