import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { EntryFormModel } from '../entry-form-model.server.ts';
import { timelineCatalogues } from '../messages/catalogues.ts';
import { type TimelineKey, type TimelineTranslate, timelineTexts } from '../texts.ts';
import { weekdayText } from '../timeline-words.ts';

type Values = Readonly<Record<string, string>>;

/** The fields by their names in the form, with the texts of their labels; those of several languages have one name for each. */
const LABELS: Readonly<Record<string, TimelineKey>> = {
  ...{ title: 'timeline.form.title', note: 'timeline.form.note', source: 'timeline.form.source' },
  ...{ kind: 'timeline.form.kind', track: 'timeline.form.track', deliverable: 'timeline.form.deliverable', timing: 'timeline.form.timing' },
  ...{
    date: 'timeline.form.date',
    weekday: 'timeline.form.weekday',
    'printed-in': 'timeline.form.printed-in',
    months: 'timeline.form.months',
  },
  ...{ 'day-kind': 'timeline.form.day-kind', day: 'timeline.form.day', of: 'timeline.form.of', audience: 'timeline.form.audience' },
  ...{ side: 'timeline.form.side', addressee: 'timeline.form.addressee', chaser: 'timeline.form.chaser' },
};

/** What somebody recorded meanwhile beside what was typed, field by field where they differ: the second sees it and chooses. */
export function Comparison({ model, stored, kept }: { model: EntryFormModel; stored: Values; kept: Values }): ReactNode {
  const t = timelineTexts(model.locale);
  const rows = differing(stored, kept).map((name) => ({
    ...{ name, label: labelOf(name, t, model.locale) },
    recorded: valueText(name, stored[name] ?? '', model, t),
    typed: valueText(name, kept[name] ?? '', model, t),
  }));
  return (
    <Section id="compare" title={t('timeline.compare.title')} wide>
      <DataTable
        caption={t('timeline.compare.title')}
        captionHidden
        rows={rows}
        rowKey={({ name }) => name}
        empty={null}
        columns={[
          { key: 'field', header: t('timeline.compare.field'), rowHeader: true, cell: ({ label }) => label },
          { key: 'recorded', header: t('timeline.compare.recorded'), cell: ({ recorded }) => recorded },
          { key: 'typed', header: t('timeline.compare.typed'), cell: ({ typed }) => typed },
        ]}
      />
    </Section>
  );
}

/** The fields that say something else; those of the way in which neither gives its date are left out. */
export function differing(stored: Values, kept: Values): string[] {
  const unused = (name: string, { timing }: Values) =>
    timing === 'relative' ? name === 'date' : ['months', 'day-kind', 'day', 'of'].includes(name);
  return Object.keys({ ...stored, ...kept }).filter((name) => {
    const known = LABELS[name.replace(/-(en|fr|ja)$/, '')] !== undefined;
    return known && (stored[name] ?? '') !== (kept[name] ?? '') && !(unused(name, stored) && unused(name, kept));
  });
}

function labelOf(name: string, t: TimelineTranslate, locale: Locale): string {
  const [, field = name, lang] = /^(title|note|source)-(\w+)$/.exec(name) ?? [];
  const label = LABELS[field];
  if (!label) return name;
  return t(label, { language: lang ? (new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang) : '' });
}

function valueText(name: string, value: string, model: EntryFormModel, t: TimelineTranslate): string {
  if (!value) return t('timeline.compare.empty');
  const chosen = [...model.sides, ...model.organisations, ...model.countries].find((option) => option.value === value)?.label;
  if (name === 'weekday') return weekdayText(Number(value), model.locale);
  const folder = name === 'timing' || name === 'day-kind' ? 'form' : name;
  const key = `timeline.${folder}.${value}`;
  return key in timelineCatalogues.en ? t(key as TimelineKey) : (chosen ?? value);
}
