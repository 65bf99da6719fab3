import type { AllocationAttendance, AllocationProblem, Placement, SeatConflict } from './problem.ts';
import { rankOf } from './problem.ts';
import { compareText, seededOrder } from './seeded-order.ts';

/** A workshop of one slot, as the place to sit. */
export type Room = { readonly workshop: string; readonly seats: number };

/** An authority that sits in a slot: where it speaks in it (an index of the rooms), and its choices in it with their ranks, best first. */
export type Attendee = {
  readonly id: string;
  readonly delegates: number;
  readonly speaksIn: number | null;
  readonly choices: readonly { readonly room: number; readonly rank: number }[];
};

/** A slot with its rooms and everybody, in seeded order. */
export type SeatingSlot = { readonly slot: string | number; readonly rooms: readonly Room[]; readonly attendees: readonly Attendee[] };

/** The room of each attendee, by their indexes; null without seats. */
export type Seating = readonly (number | null)[];

/** Lays out who is to be seated in each slot after a placement; slots in the order of their names. */
export function seatingSlots(problem: AllocationProblem, placements: readonly Placement[]): SeatingSlot[] {
  const placed = new Map(placements.map(({ authority, workshop }) => [authority, workshop]));
  const slots = [...new Map(problem.workshops.map(({ slot }) => [JSON.stringify(slot), slot])).values()];
  const authorities = seededOrder(problem.seed, problem.authorities, ({ id }) => id);
  return slots.sort(compareSlots).map((slot) => {
    const workshops = seededOrder(
      problem.seed,
      problem.workshops.filter((workshop) => workshop.slot === slot),
      ({ id }) => id,
    );
    const rooms = workshops.map(({ id, seats }) => ({ workshop: id, seats }));
    const attendees = authorities.map(({ id, delegates, choices }) => {
      const speaksIn = rooms.findIndex(({ workshop }) => workshop === placed.get(id));
      const ranked = rooms.flatMap(({ workshop }, room) => {
        const rank = rankOf(choices, workshop);
        return rank === null ? [] : [{ room, rank }];
      });
      return { id, delegates, speaksIn: speaksIn === -1 ? null : speaksIn, choices: ranked.sort((a, b) => a.rank - b.rank) };
    });
    return { slot, rooms, attendees };
  });
}

function compareSlots(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b)) || compareText(typeof a, typeof b);
}

/** Seats left and people seated in each room. */
type Tally = { readonly free: number[]; readonly seated: number[] };

function tallyOf({ rooms, attendees }: SeatingSlot, seating: Seating): Tally {
  const tally = { free: rooms.map(({ seats }) => seats), seated: rooms.map(() => 0) };
  attendees.forEach((attendee, index) => {
    const room = seating[index] ?? null;
    if (room !== null) take(tally, room, attendee.delegates);
  });
  return tally;
}

function take({ free, seated }: Tally, room: number, people: number): void {
  free[room] = (free[room] ?? 0) - people;
  seated[room] = (seated[room] ?? 0) + people;
}

/** The room with the fewest people among those with seats for so many; null when there is none. */
function emptiest({ free, seated }: Tally, people: number): number | null {
  let best: number | null = null;
  free.forEach((left, room) => {
    if (left >= people && (best === null || (seated[room] ?? 0) < (seated[best] ?? 0))) best = room;
  });
  return best;
}

/** Seats everybody at once: speakers where they speak, the others in turn at their best choice with seats, then the rest, largest first, in the emptiest room. */
export function seatInTurn(slot: SeatingSlot): Seating {
  const seating: (number | null)[] = slot.attendees.map(() => null);
  const tally = tallyOf(slot, seating);
  const seat = (index: number, room: number | null) => {
    seating[index] = room;
    if (room !== null) take(tally, room, slot.attendees[index]?.delegates ?? 0);
  };
  slot.attendees.forEach(({ speaksIn, delegates }, index) => {
    if (speaksIn !== null && (tally.free[speaksIn] ?? 0) >= delegates) seat(index, speaksIn);
  });
  slot.attendees.forEach(({ speaksIn, delegates, choices }, index) => {
    if (speaksIn === null) seat(index, choices.find(({ room }) => (tally.free[room] ?? 0) >= delegates)?.room ?? null);
  });
  for (const index of largestFirst(slot)) {
    const attendee = slot.attendees[index];
    if (attendee?.speaksIn === null && seating[index] === null) seat(index, emptiest(tally, attendee.delegates));
  }
  return seating;
}

function largestFirst({ attendees }: SeatingSlot): number[] {
  return attendees.map((_, index) => index).sort((a, b) => (attendees[b]?.delegates ?? 0) - (attendees[a]?.delegates ?? 0) || a - b);
}

/** Tells whether nobody could be seated better: all have seats, and each its best choice of the slot where it has any. */
export function isIdealSeating({ attendees }: SeatingSlot, seating: Seating): boolean {
  return attendees.every(({ speaksIn, choices }, index) => {
    const room = seating[index] ?? null;
    return room !== null && (speaksIn !== null || choices.length === 0 || choices[0]?.room === room);
  });
}

/**
 * Spreads those who sit outside their choices to the emptiest rooms, the largest delegations first. Where that leaves
 * somebody without seats, they move one at a time, only to a room that stays emptier than the one they leave.
 */
export function spreadOutsiders(slot: SeatingSlot, seating: Seating): Seating {
  const outsiders = largestFirst(slot).filter((index) => isOutsider(slot.attendees[index], seating[index] ?? null));
  const spread = [...seating];
  for (const index of outsiders) spread[index] = null;
  const tally = tallyOf(slot, spread);
  for (const index of outsiders) {
    const delegates = slot.attendees[index]?.delegates ?? 0;
    const room = emptiest(tally, delegates);
    if (room === null) return moveOutsiders(slot, seating, outsiders);
    spread[index] = room;
    take(tally, room, delegates);
  }
  return fillSeats(slot, spread, tally);
}

/** Seats who has none and still fits: nobody after a proven seating, perhaps somebody when the time was up. */
function fillSeats(slot: SeatingSlot, seating: (number | null)[], tally: Tally): Seating {
  for (const index of largestFirst(slot)) {
    const { speaksIn = 0, delegates = 0 } = slot.attendees[index] ?? {};
    if (seating[index] !== null || speaksIn !== null) continue;
    const room = emptiest(tally, delegates);
    seating[index] = room;
    if (room !== null) take(tally, room, delegates);
  }
  return seating;
}

function isOutsider(attendee: Attendee | undefined, room: number | null): boolean {
  return attendee !== undefined && room !== null && attendee.speaksIn === null && !attendee.choices.some((choice) => choice.room === room);
}

function moveOutsiders(slot: SeatingSlot, seating: Seating, outsiders: readonly number[]): Seating {
  const moved = [...seating];
  const tally = tallyOf(slot, moved);
  for (let again = true; again; ) {
    again = false;
    for (const index of outsiders) {
      const delegates = slot.attendees[index]?.delegates ?? 0;
      const from = moved[index] ?? 0;
      const to = emptiest(tally, delegates);
      if (delegates === 0 || to === null || (tally.seated[to] ?? 0) + delegates >= (tally.seated[from] ?? 0)) continue;
      take(tally, from, -delegates);
      take(tally, to, delegates);
      moved[index] = to;
      again = true;
    }
  }
  return fillSeats(slot, moved, tally);
}

/** Turns the seatings of the slots into rows by authority and slot, and names those who have no seats. */
export function attendanceOf(slots: readonly SeatingSlot[], seatings: readonly Seating[]) {
  const attendance: AllocationAttendance[] = [];
  const conflicts: SeatConflict[] = [];
  slots.forEach((slot, s) => {
    const seating = seatings[s] ?? [];
    const { free } = tallyOf(slot, seating);
    slot.attendees.forEach(({ id, delegates, speaksIn }, index) => {
      const room = seating[index] ?? null;
      attendance.push({ authority: id, slot: slot.slot, workshop: room === null ? null : (slot.rooms[room]?.workshop ?? null) });
      if (room !== null) return;
      const own = speaksIn === null ? undefined : slot.rooms[speaksIn]?.workshop;
      const left = speaksIn === null ? Math.max(...free) : (free[speaksIn] ?? 0);
      const where = own === undefined ? {} : { workshop: own };
      conflicts.push({ kind: 'seats', slot: slot.slot, ...where, authority: id, missing: delegates - left });
    });
  });
  // The sort is stable: the slots of an authority stay in their order.
  const byAuthority = <T extends { authority: string }>(rows: T[]) => rows.sort((a, b) => compareText(a.authority, b.authority));
  return { attendance: byAuthority(attendance), conflicts: byAuthority(conflicts) };
}
