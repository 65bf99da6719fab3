import type { Locale } from '#app/lib/locale.ts';

/** The address of an authority's form. */
export function formPath(lang: Locale, participationId: string): string {
  return `/${lang}/desk/participations/${participationId}/form`;
}

/** The address where a draft of it is kept as one types. */
export function draftPath(lang: Locale, participationId: string): string {
  return `${formPath(lang, participationId)}/draft`;
}

/** The address where a draft and what overtook it are compared. */
export function comparePath(lang: Locale, participationId: string): string {
  return `${formPath(lang, participationId)}/compare`;
}

/** The address of a form's history. */
export function historyPath(lang: Locale, participationId: string): string {
  return `/${lang}/desk/participations/${participationId}/history`;
}

/** The address where an authority reads its place in the workshops, and why it is there. */
export function placePath(lang: Locale, participationId: string): string {
  return `/${lang}/desk/participations/${participationId}/place`;
}

/** The address of an authority's sheet, where its secretariat works on it. */
export function sheetPath(lang: Locale, participationId: string): string {
  return `/${lang}/desk/participations/${participationId}`;
}

/** The address of the personal links to a form. */
export function linksPath(lang: Locale, participationId: string): string {
  return `${sheetPath(lang, participationId)}/links`;
}
