import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { nextDates, readChecklist } from '#app/features/calendars/public.server.ts';
import { ChecklistLines } from '#app/features/calendars/public.ts';
import { listMeetings } from '#app/features/committees/public.server.ts';
import { readAllSeries } from '#app/features/editions/public.server.ts';
import { editionName } from '#app/features/editions/public.ts';
import { listEditionsUnderWay, listOwnForms } from '#app/features/participation/public.server.ts';
import { EditionStanding, OwnForms } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { bounds, formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { Entries, PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DateRun, LocalisedRun, Ordinals } from '#app/ui/text.tsx';
import { layoutCatalogues } from './messages/index.ts';

/** Meetings shown on the desk: the latest ones; the others are one link away. */
const MEETINGS = 6;

/** Dates shown on the desk: the next ones; the others are one link away. */
const DATES = 5;

/** What waits for the reader: meetings of the committees open to them, latest first, and the editions under way. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const [meetings, series, standing, forms, checklist] = await Promise.all([
    listMeetings(ctx),
    readAllSeries(ctx.db),
    listEditionsUnderWay(ctx),
    listOwnForms(ctx),
    readChecklist(ctx, { counts: false }),
  ]);
  const committees = meetings.ok ? meetings.value.committees : [];
  const latest = committees
    .flatMap(({ committee, meetings: held }) => held.map(({ meeting, people }) => ({ meeting, people, committee: committee.name })))
    .sort((a, b) => (bounds(b.meeting.date)?.first ?? '9999').localeCompare(bounds(a.meeting.date)?.first ?? '9999'))
    .slice(0, MEETINGS);
  const editions = series.flatMap(({ series: { editionName: pattern }, editions: line }) =>
    line
      .filter(({ state, dates }) => state === 'planned' && dates !== 'tbc')
      .map(({ slug, title, ordinal, dates }) => ({ slug, dates, name: editionName(pattern, title, ordinal, ctx.locale) })),
  );
  const name = ctx.actor.kind === 'person' ? ctx.actor.name : '';
  return {
    locale: ctx.locale as Locale,
    name,
    latest,
    editions,
    standing: standing.ok ? standing.value.filter(({ counts }) => counts.total > 0) : [],
    forms,
    dates: nextDates(checklist, ctx, DATES),
    several: checklist.editions.length > 1,
  };
}

export default function DeskHome() {
  const { locale, name, latest, editions, standing, forms, dates, several } = useLoaderData<typeof loader>();
  const t = translator(locale, layoutCatalogues);
  return (
    <>
      <title>{t('layout.desk-home.title')}</title>
      <PageHead title={t('layout.desk-home.title')} lead={t('layout.desk-home.lead', { name })} />
      {dates.length > 0 && <Dates dates={dates} several={several} locale={locale} />}
      {forms.length > 0 && (
        <Section id="forms" title={t('layout.desk-home.forms')} wide>
          <OwnForms forms={forms} locale={locale} />
        </Section>
      )}
      {standing.map((edition) => (
        <EditionStanding key={edition.edition.id} standing={edition} locale={locale} />
      ))}
      <Section id="meetings" title={t('layout.desk-home.meetings')} wide>
        {latest.length === 0 ? (
          <EmptyState title={t('layout.desk-home.no-meeting')}>{t('layout.desk-home.no-meeting-text')}</EmptyState>
        ) : (
          <>
            <Entries items={latest.map((item) => meetingEntry(item, locale))} />
            <p>
              <a href={`/${locale}/desk/meetings`}>{t('layout.desk-home.all-meetings')}</a>
            </p>
          </>
        )}
      </Section>
      <Section id="editions" title={t('layout.desk-home.editions')} wide>
        <Entries
          items={editions.map(({ slug, dates, name: edition }) => ({
            key: slug,
            title: (
              <a href={`/${locale}/editions/${slug}`} lang={edition.lang}>
                <Ordinals text={edition.text} lang={edition.lang} />
              </a>
            ),
            text: <DateRun value={dates}>{formatPartialDate(dates, locale)}</DateRun>,
          }))}
        />
      </Section>
    </>
  );
}

type HomeData = Awaited<ReturnType<typeof loader>>;

/** The next dates of the reader's own checklist. */
function Dates({ dates, several, locale }: Pick<HomeData, 'dates' | 'several' | 'locale'>) {
  const t = translator(locale, layoutCatalogues);
  return (
    <Section id="dates" title={t('layout.desk-home.dates')} wide>
      <ChecklistLines lines={dates} model={{ locale, several }} />
      <p>
        <a href={`/${locale}/desk/calendar`}>{t('layout.desk-home.all-dates')}</a>
      </p>
    </Section>
  );
}

type Latest = HomeData['latest'][number];

function meetingEntry({ meeting, people, committee }: Latest, locale: Locale) {
  const t = translator(locale, layoutCatalogues);
  const title = readText(meeting.title, locale);
  const body = readText(committee, locale);
  return {
    key: meeting.id,
    title: <a href={`/${locale}/desk/meetings/${meeting.id}`}>{title ? <LocalisedRun value={title} /> : meeting.id}</a>,
    text: (
      <>
        <DateRun value={meeting.date}>{formatPartialDate(meeting.date, locale)}</DateRun> · {body ? <LocalisedRun value={body} /> : null} ·{' '}
        {people > 0 ? t('layout.desk-home.people', { count: people }) : t('layout.desk-home.no-list')}
      </>
    ),
  };
}
