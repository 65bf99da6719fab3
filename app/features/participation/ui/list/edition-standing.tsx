import type { ReactNode } from 'react';
import { countryName, editionName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { ButtonLink, SideMark } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { Section } from '#app/ui/page.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { comparedText, dayText, printedText } from '../../doc5-texts.ts';
import type { StateCounts } from '../../domain/list/count-intentions.ts';
import { MOBILISING_STATES, PARTICIPATION_STATES, type ParticipationState } from '../../domain/states.ts';
import { participationTexts, stageText } from '../../texts.ts';
import type { EditionUnderWay } from '../../use-cases/list/list-editions-under-way.server.ts';

type StandingProps = { standing: EditionUnderWay; locale: Locale };

/** Where an edition stands: how many confirm, consider and decline, what that is against past editions, and what is due next. */
export function EditionStanding({ standing, locale }: StandingProps): ReactNode {
  const t = participationTexts(locale);
  const { series, edition, nextDeadline } = standing;
  const name = editionName(series.editionName, edition.title, edition.ordinal, locale);
  return (
    <Section
      id={`edition-${edition.slug}`}
      title={<LocalisedRun value={name} />}
      lead={formatPartialDate(edition.dates, locale)}
      actions={
        <ButtonLink small tone="quiet" href={`/${locale}/desk/editions/${edition.slug}/intentions`}>
          {t('participation.desk.open')}
        </ButtonLink>
      }
      wide
    >
      <div className="stack">
        <Counts standing={standing} locale={locale} />
        <Compared standing={standing} locale={locale} />
        <p>
          {nextDeadline ? (
            <>
              <strong>{t('participation.desk.next')}</strong>{' '}
              {t('participation.desk.deadline', { stage: stageText(t, nextDeadline.stage), date: dayText(nextDeadline.closesOn, locale) })}
            </>
          ) : (
            <span className="quiet">{t('participation.desk.no-deadline')}</span>
          )}
        </p>
      </div>
    </Section>
  );
}

/** What is counted together, in the order of the figures. */
const COUNTED = [
  ['considering', ['considering']],
  ['confirmed', ['confirmed']],
  ['declined', ['declined', 'excused']],
  ['open', MOBILISING_STATES],
  ['total', PARTICIPATION_STATES],
] as const;

function Counts({ standing: { series, counts }, locale }: StandingProps): ReactNode {
  const t = participationTexts(locale);
  const sum = (held: StateCounts | undefined, states: readonly ParticipationState[]) =>
    states.reduce((all, state) => all + (held?.[state] ?? 0), 0);
  return (
    <Facts
      items={COUNTED.map(([key, states]) => ({
        key,
        label: t(`participation.desk.counted.${key}`),
        value: sum(counts.all, states),
        note: listText(
          series.countries.map((country) =>
            t('participation.desk.by-side', { country: countryName(country, locale), count: sum(counts.byCountry.get(country), states) }),
          ),
          locale,
        ),
      }))}
    />
  );
}

/** The comparisons that say something; where none does, what was printed, as printed. */
function Compared({ standing, locale }: StandingProps): ReactNode {
  const t = participationTexts(locale);
  const { series, line, compared, printed } = standing;
  const telling = compared.filter(({ comparison, count }) => comparison.kind !== 'nothing' && count > 0);
  const noted = printed.filter(({ note }) => note !== null);
  if (telling.length + noted.length === 0) return null;
  return (
    <ul className="stack stack-s">
      {telling.map((one) => (
        <li key={`${one.country} ${one.state}`}>
          <SideMark side={one.country === series.countries[0] ? 'a' : 'b'} /> {comparedText(one, { t, locale, line })}
        </li>
      ))}
      {noted.map((figure) => {
        const { text, note } = printedText(figure, { t, locale });
        return (
          <li key={figure.id} className="quiet">
            {text} {note && t('participation.desk.printed', { note: note.text })}
          </li>
        );
      })}
    </ul>
  );
}
