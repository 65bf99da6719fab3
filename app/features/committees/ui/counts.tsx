import type { Locale } from '#app/lib/locale.ts';
import { Facts } from '#app/ui/figures.tsx';
import type { AttendanceCounts } from '../domain/attendance-sheet.ts';
import { committeesTexts } from '../texts.ts';

/** Persons and organisations of each of the two lists, counted apart, with what the counts mean: folded away, under those that minutes quote. */
export function Counts({ counts, locale }: { counts: AttendanceCounts; locale: Locale }) {
  const t = committeesTexts(locale);
  const number = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale);
  const sides = (['present', 'excused'] as const).flatMap((side) => {
    const of = counts[side];
    const items = [
      { key: `${side}-persons`, label: t(`committees.count.${side}-persons`), value: number.format(of.persons) },
      { key: `${side}-authorities`, label: t(`committees.count.${side}-authorities`), value: number.format(of.authorities) },
      { key: `${side}-others`, label: t(`committees.count.${side}-others`), value: number.format(of.otherOrganisations) },
    ];
    const unrecognised = {
      key: `${side}-unrecognised`,
      label: t(`committees.count.${side}-unrecognised`),
      value: number.format(of.unrecognised),
    };
    return of.unrecognised > 0 ? [...items, unrecognised] : items;
  });
  return (
    <details>
      <summary>{t('committees.attendance.definitions')}</summary>
      <div className="stack">
        <Facts items={sides} />
        <ul>
          {(['persons', 'authorities', 'excused'] as const).map((code) => (
            <li key={code}>{t(`committees.definition.${code}`)}</li>
          ))}
        </ul>
      </div>
    </details>
  );
}
