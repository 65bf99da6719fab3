import type { Audience } from './entry.ts';

/** How much of a timeline somebody may see. */
export type Reader = {
  /** Both sides' dates: the secretariats and the host team. */
  whole: boolean;
  /** Sides whose organisers' own dates are open. */
  insideOf: readonly string[];
  /** Sides in one of whose committees the reader sits. */
  memberOf: readonly string[];
  /** Sides of the authorities that the reader answers for. */
  officerOf: readonly string[];
};

const SHARED: readonly Audience[] = ['authorities', 'workshop-chairs', 'delegates', 'plenary-committee'];
const within = (side: string | null, sides: readonly string[]) => sides.length > 0 && (side === null || sides.includes(side));

/** Whether a reader sees an entry: what is for organisers stays with its side, officers see what is shared with authorities. */
export function seesEntry(reader: Reader, { audience, side }: { audience: Audience; side: string | null }): boolean {
  if (audience === 'organisers') return side === null ? reader.whole : reader.insideOf.includes(side);
  if (reader.whole || within(side, reader.memberOf)) return true;
  return SHARED.includes(audience) && within(side, reader.officerOf);
}

/** Whether a reader sees a committee's meeting: members those of their side and joint ones, officers the plenary ones of their side. */
export function seesMeeting(reader: Reader, committee: { kind: string; sides: readonly string[] }): boolean {
  if (reader.whole || committee.sides.some((side) => reader.memberOf.includes(side))) return true;
  return committee.kind === 'plenary' && committee.sides.some((side) => reader.officerOf.includes(side));
}
