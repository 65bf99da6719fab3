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
  return figure.country ? `${label}${locale === 'ja' ? `（${figure.country}）` : ` (${figure.country})`}` : label;
}

/**
 * What the head of the page says of numbers: authorities taking part by side (`22 + 14`) once they are known, before
 * that how many have confirmed and consider; `null` when nobody printed a figure. The latest of each kind and side.
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
  const [first] = main;
  if (!first) return null;
  const value = t(main === confirmed ? 'site.figure.confirmed-short' : 'site.figure.considering-short', { value: words(main) });
  const also = other.length > 0 ? [t('site.figure.considering-short', { value: words(other) })] : [];
  const remark = other[0]?.note?.text;
  const note = listText([...also, ...(remark ? [remark] : []), t('site.figure.as-of', { date: first.asOf })], locale);
  return { value, note };
}
