import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import type { FigureLine, PublicFigureKind } from '../edition-model.server.ts';
import { siteCatalogues } from '../messages/index.ts';

/** A figure in words: `23`, `more than 200`. */
export function figureWords(figure: Pick<FigureLine, 'qualifier' | 'value'>, locale: Locale): string {
  return translator(locale, siteCatalogues)(`site.figure.${figure.qualifier}`, { value: figure.value });
}

/** What a figure counts, and on which side. */
export function figureLabel(figure: Pick<FigureLine, 'kind' | 'country'>, locale: Locale): string {
  const t = translator(locale, siteCatalogues);
  const label = t(`site.figure.kind.${figure.kind}`);
  return figure.country ? `${label}${inBrackets(figure.country, locale)}` : label;
}

/**
 * What the head of the page says of numbers: authorities taking part by side (`22 + 14`) once they are known, before
 * that how many have confirmed and consider, each with its own date; `null` when nobody printed a figure. The latest of
 * each kind and side.
 */
export function authoritiesFact(figures: readonly FigureLine[], locale: Locale): { value: string; note: string } | null {
  const t = translator(locale, siteCatalogues);
  const latest = (kind: PublicFigureKind) => [
    ...new Map(figures.filter((figure) => figure.kind === kind).map((figure) => [figure.country, figure])).values(),
  ];
  const words = (list: readonly FigureLine[]) => list.map((figure) => figureWords(figure, locale)).join(' + ');
  const present = latest('authorities');
  if (present.length > 0) return { value: words(present), note: present.flatMap((figure) => figure.country ?? []).join(' + ') };
  const [confirmed, considering] = [latest('authorities-confirmed'), latest('authorities-considering')];
  const [main, other] = confirmed.length > 0 ? [confirmed, considering] : [considering, []];
  if (main.length === 0) return null;
  const value = t(main === confirmed ? 'site.figure.confirmed-short' : 'site.figure.considering-short', { value: words(main) });
  const asOf = t('site.figure.as-of', { date: datesOf(main) });
  const remark = other[0]?.note?.text;
  const remarks = remark ? [remark] : [];
  if (other.length === 0) return { value, note: asOf };
  const also = t('site.figure.considering-short', { value: words(other) });
  if (datesOf(other) === datesOf(main)) return { value, note: listText([also, ...remarks, asOf], locale) };
  const alsoAsOf = inBrackets(t('site.figure.as-of', { date: datesOf(other) }), locale);
  const note = listText([asOf, `${also}${alsoAsOf}`, ...remarks], locale);
  return { value, note };
}

/** The dates of some figures, in their order; once when they share it. */
function datesOf(figures: readonly FigureLine[]): string {
  const dates = figures.map((figure) => figure.asOf);
  return (new Set(dates).size === 1 ? dates.slice(0, 1) : dates).join(' + ');
}

function inBrackets(words: string, locale: Locale): string {
  return locale === 'ja' ? `（${words}）` : ` (${words})`;
}
