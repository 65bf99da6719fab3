import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { editionName } from '#app/features/editions/public.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate, partialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { workshopsTexts } from '../texts.ts';
import { type OwnPlace, type OwnTalk, type PlaceReading, readPlace } from '../use-cases/read-place.server.ts';

/** Where an authority speaks and sits, and why. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const participation = args.params.participation ?? '';
  const { view, organisation, choices, place } = valueOrThrow(await readPlace(ctx, participation), args.request);
  const { locale } = ctx;
  return {
    ...{ locale, participation },
    authority: authorityName(organisation, locale),
    edition: editionName(view.series.editionName, view.edition.title, view.edition.ordinal, locale),
    choices: choices.map((workshop) => ({ id: workshop.id, ...workshopOf(workshop, locale) })),
    place: place && placeOf(place, locale),
  };
}

function placeOf({ talk, seats, ...place }: OwnPlace, locale: Locale) {
  return {
    ...place,
    day: formatPartialDate(partialDate(place.day), locale),
    talk: talk && talkOf(talk, locale),
    seats: seats.map(({ slot, workshop, speaksHere }) => ({
      ...{ id: slot.id, when: slotOf(slot, locale), speaksHere, workshop: workshop && workshopOf(workshop, locale) },
    })),
  };
}

function talkOf({ workshop, slot, twin, ...talk }: OwnTalk, locale: Locale) {
  return {
    ...talk,
    ...{ workshop: workshopOf(workshop, locale), when: slotOf(slot, locale), room: readText(workshop.room, locale) },
    twin: twin && authorityName(twin, locale),
  };
}

function workshopOf({ number, title }: PlaceReading['choices'][number], locale: Locale) {
  return { number, title: readText(title, locale) };
}

function slotOf(slot: OwnTalk['slot'], locale: Locale): string {
  const t = workshopsTexts(locale);
  if (!slot) return t('workshops.plan.no-slot');
  // A slot's day is an exact date of the database, which is a partial date too.
  const day = formatPartialDate(slot.day as PartialDate, locale, { weekday: true });
  return t('workshops.slot', { day, from: slot.startsAt, until: slot.endsAt });
}

type Data = Awaited<ReturnType<typeof loader>>;
type Place = NonNullable<Data['place']>;

export default function OwnPlacePage() {
  const data = useLoaderData<typeof loader>();
  const { locale, authority, edition, place, participation } = data;
  const t = workshopsTexts(locale);
  return (
    <>
      <title>{`${t('workshops.place.title')} · ${authority.text}`}</title>
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={t('workshops.place.title')}
        lead={t('workshops.place.lead', { authority: authority.text })}
        actions={
          <ButtonLink tone="quiet" small href={`/${locale}/desk/participations/${participation}/form`}>
            {t('workshops.place.form')}
          </ButtonLink>
        }
      >
        {place && <p className="quiet">{t('workshops.plan.basis-plan', { version: place.version, day: place.day })}</p>}
      </PageHead>
      {place ? (
        <>
          <Talk place={place} locale={locale} />
          <Seats place={place} locale={locale} />
        </>
      ) : (
        <EmptyState title={t('workshops.place.not-yet')}>{t('workshops.place.not-yet-text')}</EmptyState>
      )}
      <Choices data={data} />
    </>
  );
}

/** Where it speaks, and why there; or why nowhere. */
function Talk({ place: { standing, talk, reason }, locale }: { place: Place; locale: Locale }) {
  const t = workshopsTexts(locale);
  const minutes = talk && t(talk.joint ? 'workshops.place.minutes-joint' : 'workshops.place.minutes', { minutes: talk.minutes });
  return (
    <Section id="talk" title={t('workshops.place.speaks')} wide>
      <div className="stack">
        {standing !== 'speaks' && <Notice>{t(`workshops.place.${standing}`)}</Notice>}
        {talk && (
          <Facts
            items={[
              { key: 'workshop', label: t('workshops.place.workshop'), value: <Workshop of={talk.workshop} locale={locale} /> },
              {
                key: 'when',
                label: t('workshops.place.when'),
                value: talk.when,
                note: talk.room ? <LocalisedRun value={talk.room} /> : t('workshops.place.room-unknown'),
              },
              {
                key: 'talk',
                label: t('workshops.place.talk'),
                value: minutes,
                ...(talk.chair ? { note: t('workshops.place.chair') } : {}),
              },
              ...(talk.twin
                ? [
                    {
                      ...{ key: 'twin', label: t('workshops.place.twin') },
                      value: <span lang={talk.twin.lang || undefined}>{talk.twin.text}</span>,
                      note: t(talk.joint ? 'workshops.place.twin-joint' : 'workshops.place.twin-each'),
                    },
                  ]
                : []),
            ]}
          />
        )}
        {reason && (
          <div>
            <h3>{t('workshops.place.why')}</h3>
            <p>{t(`workshops.place.reason.${reason}`)}</p>
          </div>
        )}
      </div>
    </Section>
  );
}

function Workshop({
  of: { number, title },
  locale,
}: {
  of: Data['choices'][number] | NonNullable<Place['talk']>['workshop'];
  locale: Locale;
}) {
  return (
    <span lang={title && title.lang !== locale ? title.lang : undefined}>
      {workshopsTexts(locale)('workshops.workshop', { number, title: title?.text ?? '' })}
    </span>
  );
}

/** Where its delegates sit in each slot. */
function Seats({ place: { seats }, locale }: { place: Place; locale: Locale }) {
  const t = workshopsTexts(locale);
  if (seats.length === 0) return null;
  return (
    <Section id="seats" title={t('workshops.place.seats')} lead={t('workshops.place.seats-lead')} wide>
      <DataTable
        caption={t('workshops.place.seats')}
        captionHidden
        rows={seats}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'when', header: t('workshops.place.when'), rowHeader: true, cell: ({ when }) => when },
          {
            key: 'workshop',
            header: t('workshops.place.workshop'),
            cell: ({ workshop, speaksHere }) =>
              workshop ? (
                <>
                  <Workshop of={workshop} locale={locale} /> {speaksHere && <Tag tone="info">{t('workshops.place.here')}</Tag>}
                </>
              ) : (
                t('workshops.place.no-seat')
              ),
          },
        ]}
      />
    </Section>
  );
}

function Choices({ data: { choices, locale } }: { data: Data }) {
  const t = workshopsTexts(locale);
  return (
    <Section id="choices" title={t('workshops.place.chosen')} wide>
      {choices.length === 0 && <p>{t('workshops.place.no-choice')}</p>}
      <ol>
        {choices.map((choice) => (
          <li key={choice.id}>
            <Workshop of={choice} locale={locale} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
