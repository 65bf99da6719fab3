import { listText } from '#app/lib/list-text.ts';
import type { ProblemNote } from './domain/problem-of.ts';
import type { Sayer } from './sentences.ts';
import { workshopsTexts } from './texts.ts';

/** What was assumed or left out, in words; the same about several workshops is said once. */
export function notesIn(notes: readonly ProblemNote[], sayer: Sayer): string[] {
  const t = workshopsTexts(sayer.locale);
  const perWorkshop = (kind: ProblemNote['kind']) => kind === 'seats-unset' || kind === 'minutes-unset' || kind === 'no-slot';
  const kinds = [...new Set(notes.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = notes.filter((note) => note.kind === kind);
    if (perWorkshop(kind)) {
      const numbers = ofKind.map(({ workshopId }) => String(sayer.number(workshopId ?? ''))).sort();
      return [
        t(`workshops.note.${kind}`, {
          numbers: listText(numbers, sayer.locale),
          number: numbers[0] ?? '',
          names: '',
          count: ofKind.length,
        }),
      ];
    }
    return ofKind.map(({ workshopId, organisationIds, count }) =>
      t(`workshops.note.${kind}`, {
        numbers: '',
        number: workshopId ? sayer.number(workshopId) : '',
        names: listText(organisationIds.map(sayer.organisation), sayer.locale),
        count,
      }),
    );
  });
}
