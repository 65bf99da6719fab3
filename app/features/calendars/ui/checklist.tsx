import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Timeline, type TimelineEntry } from '#app/ui/page.tsx';
import { DateRun, TitleText } from '#app/ui/text.tsx';
import type { ChecklistModel, ShownLine } from '../checklist-model.server.ts';
import type { Place } from '../domain/checklist.ts';
import { type CalendarsTranslate, calendarsTexts } from '../texts.ts';

const TONES = { late: 'late', owed: 'wait', 'in-progress': 'draft', received: 'ok', waived: 'plain' } as const;

/** The name of a place of a checklist: late, a month, without a date. */
export function placeTitle(place: Place, t: CalendarsTranslate, locale: Locale): string {
  if (place === 'late') return t('calendars.late');
  return place === 'undated' ? t('calendars.undated') : formatPartialDate(partialDate(place), locale);
}

/** Dates in their order: when, what, whose and how it stands, where it is done, and the way into one's calendar. */
export function ChecklistLines({
  lines,
  model,
}: {
  lines: readonly ShownLine[];
  model: Pick<ChecklistModel, 'locale' | 'several'>;
}): ReactNode {
  return <Timeline level={3} items={lines.map((line) => entryOf(line, model))} />;
}

function entryOf(line: ShownLine, { locale, several }: Pick<ChecklistModel, 'locale' | 'several'>): TimelineEntry {
  const t = calendarsTexts(locale);
  const title = <TitleText text={line.title} lang={line.titleLang} />;
  return {
    key: `${line.slug} ${line.line}`,
    when: <DateRun value={line.date}>{line.when}</DateRun>,
    title: line.open ? <a href={line.open}>{title}</a> : title,
    text: [...line.details, ...(several && line.kind !== 'edition' ? [line.edition.text] : [])].join(' · ') || undefined,
    tags: (
      <>
        {line.whose && <Tag>{line.whose.text}</Tag>}
        {line.kind !== 'deadline' && <Tag tone={line.kind === 'opening' ? 'info' : 'plain'}>{t(`calendars.kind.${line.kind}`)}</Tag>}
        {line.cancelled && <Tag tone="late">{t('calendars.cancelled')}</Tag>}
        {line.standing && <Tag tone={TONES[line.standing]}>{t(`calendars.standing.${line.standing}`)}</Tag>}
        {line.owing && line.readiness && (
          <a href={line.readiness}>
            <Tag tone={line.owing.late > 0 ? 'late' : line.owing.owing > 0 ? 'wait' : 'ok'}>{t('calendars.owing', line.owing)}</Tag>
          </a>
        )}
      </>
    ),
    aside: line.ics && (
      <a href={line.ics} aria-label={t('calendars.add-named', { title: line.title })}>
        {t('calendars.add')}
      </a>
    ),
  };
}
