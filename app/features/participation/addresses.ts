import type { Locale } from '#app/lib/locale.ts';

/** The address of an authority's form. */
export function formPath(lang: Locale, participationId: string): string {
  return `/${lang}/desk/participations/${participationId}/form`;
}
