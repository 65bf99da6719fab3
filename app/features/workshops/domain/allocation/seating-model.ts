import type { Attendee, Seating, SeatingSlot } from './attendance.ts';
import { addColumn, type LinearModel, type Terms, tightened } from './linear-model.ts';

/** The seating of a slot in whole numbers: how many attendees of each kind sit in each room. */
export type SeatingModel = {
  readonly linear: LinearModel;
  /** What to minimise, in this order: those without seats, those outside their choices, those without their best rank, the next… */
  readonly objectives: readonly Terms[];
  readonly start: (seating: Seating) => number[];
  readonly decode: (solution: readonly number[]) => Seating;
};

type Kind = Attendee & { readonly members: readonly number[]; readonly columns: readonly number[] };

/** Builds the model of a slot; attendees with as many delegates and the same choices are one kind. */
export function buildSeatingModel(slot: SeatingSlot): SeatingModel {
  const { rooms } = slot;
  const linear: LinearModel = { lower: [], upper: [], rows: [] };
  const kinds = kindsOf(slot, linear);
  for (const { columns, members } of kinds) linear.rows.push({ columns, weights: columns.map(() => 1), lower: 0, upper: members.length });
  const weighing = kinds.filter(({ delegates }) => delegates > 0);
  rooms.forEach(({ seats }, r) => {
    const columns = weighing.map((kind) => kind.columns[r] ?? 0);
    const weights = weighing.map(({ delegates }) => delegates);
    if (weighing.reduce((sum, { delegates, members }) => sum + delegates * members.length, 0) > seats) {
      linear.rows.push(tightened({ columns, weights, lower: 0, upper: seats }));
    }
  });
  return {
    linear,
    objectives: objectivesOf(kinds),
    start: (seating) => {
      const solution = linear.lower.map(() => 0);
      for (const { columns, members } of kinds) {
        columns.forEach((column, r) => {
          solution[column] = members.filter((index) => seating[index] === r).length;
        });
      }
      return solution;
    },
    decode: (solution) => {
      const seating: (number | null)[] = slot.attendees.map(() => null);
      for (const { columns, members } of kinds) {
        const places = columns.flatMap((column, r) => Array.from({ length: solution[column] ?? 0 }, () => r));
        members.forEach((index, i) => {
          seating[index] = places[i] ?? null;
        });
      }
      return seating;
    },
  };
}

function kindsOf({ rooms, attendees }: SeatingSlot, linear: LinearModel): Kind[] {
  const kinds = new Map<string, Attendee & { members: number[] }>();
  attendees.forEach((attendee, index) => {
    const { delegates, speaksIn, choices } = attendee;
    const key = JSON.stringify([delegates, speaksIn, speaksIn === null ? choices : []]);
    const kind = kinds.get(key);
    if (kind) kind.members.push(index);
    else kinds.set(key, { ...attendee, members: [index] });
  });
  return [...kinds.values()].map((kind) => ({
    ...kind,
    columns: rooms.map((_, r) => addColumn(linear, 0, kind.speaksIn === null || kind.speaksIn === r ? kind.members.length : 0)),
  }));
}

function objectivesOf(kinds: readonly Kind[]): Terms[] {
  const choosing = kinds.filter(({ speaksIn, choices }) => speaksIn === null && choices.length > 0);
  const minus = (wanted: readonly Kind[], columnsOf: (kind: Kind) => readonly number[]): Terms => {
    const columns = wanted.flatMap(columnsOf);
    const constant = wanted.reduce((sum, { members }) => sum + members.length, 0);
    return { columns, weights: columns.map(() => -1), constant };
  };
  const ranks = [...new Set(choosing.flatMap(({ choices }) => choices.map(({ rank }) => rank)))].sort((a, b) => a - b);
  const columnsAt = (kind: Kind, rank: number) =>
    kind.choices.filter((choice) => choice.rank === rank).map(({ room }) => kind.columns[room] ?? 0);
  return [
    minus(kinds, ({ columns }) => columns),
    minus(choosing, (kind) => kind.choices.map(({ room }) => kind.columns[room] ?? 0)),
    ...ranks.map((rank) =>
      minus(
        choosing.filter(({ choices }) => choices.some((choice) => choice.rank === rank)),
        (kind) => columnsAt(kind, rank),
      ),
    ),
  ];
}
