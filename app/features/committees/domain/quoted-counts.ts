import { type CountedRow, countAttendance } from './count-attendance.ts';

/** A row of the list: what counting needs, and by which person somebody excused was represented. */
export type QuotedRow = CountedRow & { representedBy: string | null };

/** What a person invited to a meeting answered; null for nothing yet. */
export type QuotedAnswer = { personId: string; answer: 'present' | 'represented' | 'excused' | null };

/**
 * The counts that minutes quote. Their definitions are the messages `committees.quoted.*-means`:
 * `registered`: persons who answered, before the meeting, that they or somebody in their place would come; null where no answer is on
 * record, for then nobody can say. `present`: persons present, each once. `authorities`: local authorities with a person present, or with
 * an excused person for whom somebody present stood in. `others`: the other organisations, by the same rule. `excused`: persons excused,
 * those represented among them. `represented`: how many of these somebody present stood in for.
 */
export type QuotedCounts = {
  registered: number | null;
  present: number;
  authorities: number;
  others: number;
  excused: number;
  represented: number;
};

/** Counts a list with the answers that were given before. */
export function quotedCounts(rows: readonly QuotedRow[], answers: readonly QuotedAnswer[]): QuotedCounts {
  const there = new Set(rows.flatMap((row) => (row.status === 'present' ? [row.person] : [])));
  const stoodInFor = rows.filter((row) => row.status === 'excused' && row.representedBy !== null && there.has(row.representedBy));
  const counted = countAttendance(rows);
  // Whoever is represented makes the organisation one that is there.
  const organisations = countAttendance(rows.map((row) => (stoodInFor.includes(row) ? { ...row, status: 'present' as const } : row)));
  const given = answers.filter(({ answer }) => answer !== null);
  const coming = new Set(given.flatMap(({ personId, answer }) => (answer === 'excused' ? [] : [personId])));
  return {
    registered: given.length > 0 ? coming.size : null,
    present: counted.present.persons,
    authorities: organisations.present.authorities,
    others: organisations.present.otherOrganisations,
    excused: counted.excused.persons,
    represented: new Set(stoodInFor.map((row) => row.person)).size,
  };
}
