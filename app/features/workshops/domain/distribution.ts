import type { PlanSheet } from './plan-sheet.ts';
import { twinsTogether } from './plan-sheet.ts';

/** An authority in a workshop's list; `partnerId`: the twin that stands in the same list and speaks with it. */
export type Listed = { organisationId: string; chair: boolean; partnerId: string | null; joint: boolean };

/** Authorities of a workshop: all that speak there (`rank` null), or those whose choice of that rank it is. */
export type ListedGroup<T = Listed> = { rank: number | null; listed: T[] };

/** Who is listed in each workshop. Whoever comes is in a workshop, `listening`, or `placeless`: in one of the three and no other. */
export type Distributed = {
  workshops: { workshopId: string; groups: ListedGroup[] }[];
  /** They come, and wish not to speak. */
  listening: string[];
  /** They come, may speak, and stand in no workshop. */
  placeless: string[];
};

/** An authority as lists need it; those that do not come are in no list. */
export type Comer = { organisationId: string; comes: boolean; wishesToSpeak: boolean; choices: readonly string[] };

type Pair = { firstId: string; secondId: string; jointMinutes: number | null };

export type ChoiceFacts = {
  /** In the order of the lists. */
  authorities: readonly Comer[];
  workshopIds: readonly string[];
  chairs: readonly { workshopId: string; organisationId: string }[];
  pairs: readonly Pair[];
  ranked: boolean;
};

/**
 * The lists while nothing is distributed: every authority in each workshop that it chose, first choices before second ones
 * (one group where choices have no order). A chair stands in the workshop that it chairs, at its top, and in no other.
 */
export function distributeByChoices(facts: ChoiceFacts): Distributed {
  const { authorities, workshopIds, ranked } = facts;
  const chairOf = new Map(facts.chairs.map(({ workshopId, organisationId }) => [organisationId, workshopId]));
  const coming = authorities.filter(({ comes }) => comes);
  const rankIn = (one: Comer, workshopId: string): number | null => {
    const chaired = chairOf.get(one.organisationId);
    if (chaired !== undefined) return chaired === workshopId ? 1 : null;
    const at = one.wishesToSpeak ? one.choices.indexOf(workshopId) : -1;
    return at === -1 ? null : ranked ? at + 1 : 1;
  };
  const workshops = workshopIds.map((workshopId) => {
    const ranks = [...new Set(coming.flatMap((one) => rankIn(one, workshopId) ?? []))].sort((a, b) => a - b);
    const groups = ranks.map((rank) => {
      const ids = coming.filter((one) => rankIn(one, workshopId) === rank).map(({ organisationId }) => organisationId);
      return { rank: ranked ? rank : null, listed: inGroup(ids, facts.pairs, (id) => chairOf.get(id) === workshopId) };
    });
    return { workshopId, groups };
  });
  return withTheRest(workshops, authorities);
}

function inGroup(ids: readonly string[], pairs: readonly Pair[], isChair: (id: string) => boolean): Listed[] {
  const pairOf = (id: string) => pairs.find(({ firstId, secondId }) => firstId === id || secondId === id);
  return twinsTogether(
    ids.map((organisationId) => {
      const pair = pairOf(organisationId);
      const other = pair && (pair.firstId === organisationId ? pair.secondId : pair.firstId);
      const together = other !== undefined && ids.includes(other);
      return {
        ...{ organisationId, chair: isChair(organisationId), partnerId: together ? other : null },
        joint: together && pair?.jointMinutes !== null,
      };
    }),
  );
}

/** The lists of a published plan, without those that do not come any more; workshops removed since are none of `workshopIds`. */
export function distributeByPlan(
  sheet: Pick<PlanSheet, 'workshops'>,
  authorities: readonly Comer[],
  workshopIds: readonly string[],
): Distributed {
  const order = new Map(authorities.map(({ organisationId }, index) => [organisationId, index]));
  const comes = new Set(authorities.filter((one) => one.comes).map(({ organisationId }) => organisationId));
  const workshops = workshopIds.map((workshopId) => {
    const entries = sheet.workshops.find((held) => held.workshopId === workshopId)?.entries ?? [];
    const listed = entries
      .filter(({ organisationId }) => comes.has(organisationId))
      .sort((a, b) => (order.get(a.organisationId) ?? 0) - (order.get(b.organisationId) ?? 0))
      .map(({ organisationId, chair, partnerId, joint }) => {
        const together = partnerId !== null && comes.has(partnerId);
        return { organisationId, chair, partnerId: together ? partnerId : null, joint: together && joint };
      });
    return { workshopId, groups: listed.length > 0 ? [{ rank: null, listed: twinsTogether(listed) }] : [] };
  });
  return withTheRest(workshops, authorities);
}

function withTheRest(workshops: Distributed['workshops'], authorities: readonly Comer[]): Distributed {
  const placed = new Set(
    workshops.flatMap(({ groups }) => groups.flatMap(({ listed }) => listed.map(({ organisationId }) => organisationId))),
  );
  const rest = authorities.filter(({ comes, organisationId }) => comes && !placed.has(organisationId));
  const ids = (speak: boolean) => rest.filter((one) => one.wishesToSpeak === speak).map(({ organisationId }) => organisationId);
  return { workshops, listening: ids(false), placeless: ids(true) };
}

/** A line of two columns, one per country; `together`: the two speak together. */
export type CrossedLine<T> = { left: T | null; right: T | null; together: boolean };

/**
 * The two columns of a workshop: pairs on a line of their own, the others filled up side by side without belonging together;
 * lines with a chair come first. Whoever is not of the right country stands on the left.
 */
export function crossLines<T extends Listed>(listed: readonly T[], rightCountry: string, countryOf: (one: T) => string): CrossedLine<T>[] {
  const isRight = (one: T) => countryOf(one) === rightCountry;
  const twin = (one: T) => {
    const found = listed.find(({ organisationId }) => organisationId === one.partnerId);
    return found && isRight(found) !== isRight(one) ? found : null;
  };
  const filled = (ones: readonly T[]): CrossedLine<T>[] => {
    const [left, right] = [ones.filter((one) => !isRight(one)), ones.filter(isRight)];
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => ({
      ...{ left: left[at] ?? null, right: right[at] ?? null, together: false },
    }));
  };
  const pairs = listed.flatMap((one): CrossedLine<T>[] => {
    const other = twin(one);
    return other && !isRight(one) ? [{ left: one, right: other, together: true }] : [];
  });
  const hasChair = ({ left, right }: CrossedLine<T>) => left?.chair || right?.chair;
  const alone = listed.filter((one) => twin(one) === null);
  return [
    ...filled(alone.filter(({ chair }) => chair)),
    ...pairs.filter(hasChair),
    ...pairs.filter((line) => !hasChair(line)),
    ...filled(alone.filter(({ chair }) => !chair)),
  ];
}
