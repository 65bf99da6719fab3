import { nameOfPerson } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { mailtoOf } from '#app/lib/mailto.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { NoticeRow } from './queries-notices.server.ts';
import { timelineTexts } from './texts.ts';
import { editionText } from './timeline-words.ts';
import type { readNotice, readNotices } from './use-cases/read-notices.server.ts';

/** What a read gives when it is not refused. */
type Read<Of extends (...args: never[]) => Promise<unknown>> =
  Awaited<ReturnType<Of>> extends infer Given ? (Given extends { ok: true; value: infer Value } ? Value : never) : never;

function noticeText(notice: NoticeRow, timeZone: string, locale: Locale) {
  const t = timelineTexts(locale);
  const edition = notice.subject === 'edition';
  const title = edition ? null : readText(notice.title, locale);
  const before = formatPartialDate(notice.fromDate, locale);
  const after = notice.toDate === null ? t('timeline.move.no-more') : formatPartialDate(notice.toDate, locale);
  return {
    ...{ id: notice.id, title: title ?? { text: t('timeline.notices.edition'), lang: locale }, change: `${before} → ${after}` },
    sentOn: formatPartialDate(partialDate(dayIn(timeZone, notice.sentAt)), locale),
  };
}

/** The notices of an edition as their page lists them. */
export function noticesModel({ view, notices }: Read<typeof readNotices>, { locale }: Pick<Ctx, 'locale'>) {
  const { slug, timeZone } = view.edition;
  return {
    ...{ locale, slug, edition: editionText({ timeline: { view }, locale }) },
    notices: notices.map(({ notice, counts }) => {
      const count = (state: string) => counts.get(state) ?? 0;
      const waiting = { waiting: count('for-officer'), unreachable: count('no-mailbox') };
      return { ...noticeText(notice, timeZone, locale), ...waiting, queued: count('queued') };
    }),
  };
}

/** One notice with its letters. */
export function noticeModel({ view, notice, letters }: Read<typeof readNotice>, { locale }: Pick<Ctx, 'locale'>) {
  const { slug, timeZone } = view.edition;
  return {
    ...{ locale, slug, edition: editionText({ timeline: { view }, locale }), notice: noticeText(notice, timeZone, locale) },
    letters: letters.map(({ letter: { id, lang, subject, text, toAddress, state }, name, organisation }) => ({
      ...{ id, lang, subject, text, toAddress, state, person: nameOfPerson(name, locale) },
      organisation: organisation && displayName(organisation.names, locale),
      mailto: state === 'for-officer' && toAddress ? mailtoOf({ toAddress, subject, text }) : null,
    })),
  };
}
