import type { DisplayName } from '#app/features/authorities/public.ts';
import { countryName } from '#app/features/editions/public.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText, type ReadText, readText } from '#app/lib/localised-text.ts';
import type { PlanFault } from './domain/allocation/check-plan.ts';
import { rankOf } from './domain/allocation/problem.ts';
import { partnerOf } from './domain/plan.ts';
import { ANY_MINUTES, ANY_SEATS } from './domain/problem-of.ts';
import { type Sayer, sayerOf } from './sentences.ts';
import type { BoardView } from './use-cases/read-board.server.ts';

/** An authority on a card: its side, its choices by number, and the rank of where it is (null: none of its choices). */
export type CardMember = {
  id: string;
  participationId: string;
  name: DisplayName;
  side: 'a' | 'b';
  country: string;
  rank: number | null;
  choices: (number | string)[];
  chair: boolean;
};

/** A card of the board: an authority, or two that speak together and are in the same place. */
export type Card = {
  id: string;
  members: CardMember[];
  workshopId: string | null;
  pinned: boolean;
  minutes: number;
  /** A pair: one joint talk, or each its own. */
  sharing: 'joint' | 'each' | null;
  faults: string[];
};

/** A column of the board. `available` and `seats` are null where nothing bounds them. */
export type Column = {
  id: string;
  number: number;
  title: ReadText | null;
  when: string;
  slotId: string | null;
  room: string;
  used: number;
  available: number | null;
  seats: number | null;
  parts: { value: number; side?: 'a' | 'b' }[];
  speakers: { side: 'a' | 'b'; country: string; count: number }[];
  faults: string[];
  cards: Card[];
};

/** The board as its page shows it. */
export type BoardModel = { columns: Column[]; unplaced: Card[]; broken: string[] };

/** Lays the board out: columns in the order of slots and numbers, cards in the order of lists, chairs first. */
export function boardModel(board: BoardView, locale: Locale): BoardModel {
  const sayer = sayerOf(board.intentions, locale);
  const cards = cardsOf(board, sayer);
  const { view } = board.intentions;
  const order = (slotId: string | null) => (slotId === null ? view.slots.length : view.slots.findIndex(({ id }) => id === slotId));
  const workshops = [...view.workshops].sort((a, b) => order(a.slotId) - order(b.slotId) || a.number - b.number);
  return {
    columns: workshops.map((workshop) => columnOf(workshop, board, cards, sayer)),
    unplaced: cards.filter(({ workshopId }) => workshopId === null),
    broken: board.faults.map(sayer.fault),
  };
}

function cardsOf(board: BoardView, sayer: Sayer): Card[] {
  const { problem, placements, intentions } = board;
  const place = new Map(placements.map(({ organisationId, workshopId }) => [organisationId, workshopId]));
  const seen = new Set<string>();
  return intentions.intentions.flatMap(({ organisation }) => {
    const authority = problem.authorities.find(({ id }) => id === organisation.id);
    if (!authority || seen.has(authority.id)) return [];
    const workshopId = place.get(authority.id) ?? null;
    const partner = partnerOf(problem, authority.id);
    const together = partner !== null && (place.get(partner.id) ?? null) === workshopId;
    const ids = together ? [authority.id, partner.id] : [authority.id];
    for (const id of ids) seen.add(id);
    const members = ids.map((id) => memberOf(board, id, workshopId, sayer));
    const minutes = ids.reduce((sum, id) => sum + (problem.authorities.find((one) => one.id === id)?.talkMinutes ?? 0), 0);
    return [
      {
        ...{ id: authority.id, members, workshopId },
        pinned: problem.pinned.some(({ authority: pinned }) => ids.includes(pinned)),
        minutes: together ? (partner.minutes ?? minutes) : minutes,
        sharing: together ? (partner.minutes === null ? 'each' : 'joint') : null,
        faults: board.faults.filter((fault) => isAbout(fault, ids)).map(sayer.fault),
      },
    ];
  });
}

function isAbout(fault: PlanFault, ids: readonly string[]): boolean {
  if ('authority' in fault) return ids.includes(fault.authority);
  return 'authorities' in fault && fault.authorities.some((id) => ids.includes(id));
}

function memberOf({ problem, intentions }: BoardView, id: string, workshopId: string | null, sayer: Sayer): CardMember {
  const intention = intentions.intentions.find(({ organisation }) => organisation.id === id);
  const authority = problem.authorities.find((candidate) => candidate.id === id);
  if (!intention || !authority) throw new Error('a card without its authority');
  const [sideA] = intentions.view.series.countries;
  return {
    ...{ id, participationId: intention.participationId, country: countryName(authority.country, sayer.locale) },
    name: authorityName(intention.organisation, sayer.locale),
    side: authority.country === sideA ? 'a' : 'b',
    rank: rankOf(authority.choices, workshopId),
    choices: authority.choices.map(sayer.number),
    chair: problem.workshops.some(({ chairs }) => chairs.includes(id)),
  };
}

function columnOf(
  workshop: BoardView['intentions']['view']['workshops'][number],
  board: BoardView,
  all: readonly Card[],
  sayer: Sayer,
): Column {
  const { problem, minutes, faults } = board;
  const { locale } = sayer;
  const held = problem.workshops.find(({ id }) => id === workshop.id);
  const mine = all.filter(({ workshopId }) => workshopId === workshop.id);
  const chairs = mine.filter(({ members }) => members.some(({ chair }) => chair));
  const cards = [...chairs, ...mine.filter((card) => !chairs.includes(card))];
  const members = cards.flatMap((card) => card.members);
  const share = (side: 'a' | 'b') =>
    cards
      .filter((card) => card.sharing !== 'joint' && card.members.some((one) => one.side === side))
      .reduce((sum, card) => sum + sideMinutes(card, side), 0);
  const joint = cards.filter(({ sharing }) => sharing === 'joint').reduce((sum, card) => sum + card.minutes, 0);
  return {
    ...{ id: workshop.id, number: workshop.number, title: readText(workshop.title, locale), slotId: workshop.slotId },
    when: workshop.slotId ? sayer.slot(workshop.slotId) : '',
    room: plainText(workshop.room, locale),
    used: minutes.get(workshop.id) ?? 0,
    available: !held || held.talkMinutes === ANY_MINUTES ? null : held.talkMinutes,
    seats: !held || held.seats === ANY_SEATS ? null : held.seats,
    parts: [{ value: share('a'), side: 'a' }, { value: joint }, { value: share('b'), side: 'b' }],
    speakers: board.intentions.view.series.countries.map((country, index) => {
      const side = index === 0 ? 'a' : 'b';
      return { side, country: countryName(country, locale), count: members.filter((one) => one.side === side).length };
    }),
    faults: faults
      .filter((fault) => (fault.kind === 'minutes' || fault.kind === 'min-country') && fault.workshop === workshop.id)
      .map(sayer.fault),
    cards,
  };
}

/** A pair whose two have each their own talk shares its minutes between the sides. */
function sideMinutes({ members, minutes }: Card, side: 'a' | 'b'): number {
  return (minutes * members.filter((one) => one.side === side).length) / members.length;
}
