import { isId } from '#app/lib/id.ts';
import { type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { numberOf, textOf } from './forms.ts';
import { joinPair } from './use-cases/join-pair.server.ts';
import { partPair } from './use-cases/part-pair.server.ts';
import { type RoomInput, saveRooms } from './use-cases/save-rooms.server.ts';
import { saveSettings } from './use-cases/save-settings.server.ts';
import { setChair } from './use-cases/set-chair.server.ts';

/** What a form of the settings asked for, and the part of the page it belongs to. */
export type Arranged = { result: Result<void>; section: 'settings' | 'rooms' | 'chairs' | 'pairs' };

/** Does what a form of the settings says. What is no number is given on as such, to be refused by name. */
export async function arrange(ctx: Ctx, edition: string, form: FormData): Promise<Arranged> {
  const at = { edition, revision: Number(textOf(form, 'revision')) };
  const act = textOf(form, 'act');
  switch (act) {
    case 'settings':
      return { section: 'settings', result: await saveSettings(ctx, { ...at, ...settingsOf(form) }) };
    case 'rooms':
      return { section: 'rooms', result: await saveRooms(ctx, { ...at, rooms: roomsOf(form) }) };
    case 'chair':
    case 'unchair': {
      const about = { workshopId: textOf(form, 'workshop'), organisationId: textOf(form, 'organisation') };
      return { section: 'chairs', result: await setChair(ctx, { ...at, ...about, chairs: act === 'chair' }) };
    }
    case 'pair':
      return { section: 'pairs', result: await joinPair(ctx, { ...at, ...pairOf(form) }) };
    case 'part':
      return { section: 'pairs', result: await partPair(ctx, { ...at, pairId: textOf(form, 'pair') }) };
    default:
      return { section: 'settings', result: refuse('workshops.unknown-act') };
  }
}

function settingsOf(form: FormData) {
  const minimums = [...form.keys()].flatMap((key) => (key.startsWith('min-') ? [[key.slice(4), numberOf(form, key) ?? 0] as const] : []));
  return {
    talkMinutes: numberOf(form, 'talkMinutes') ?? Number.NaN,
    minPerCountry: Object.fromEntries(minimums),
    maxSpread: numberOf(form, 'maxSpread'),
    timeLimitSeconds: numberOf(form, 'timeLimitSeconds') ?? Number.NaN,
    seed: textOf(form, 'draw') ? null : (numberOf(form, 'seed') ?? Number.NaN),
  };
}

/** The rooms of the form; one with a single figure of the two is faulty, not empty. */
function roomsOf(form: FormData): RoomInput[] {
  const ids = [...form.keys()].flatMap((key) => (key.startsWith('minutes-') && isId(key.slice(8)) ? [key.slice(8)] : []));
  return ids.map((workshopId) => {
    const talkMinutes = numberOf(form, `minutes-${workshopId}`);
    const seats = numberOf(form, `seats-${workshopId}`);
    const held = talkMinutes === null && seats === null ? null : { talkMinutes: talkMinutes ?? Number.NaN, seats: seats ?? Number.NaN };
    return { workshopId, held };
  });
}

function pairOf(form: FormData) {
  const organisationIds = [textOf(form, 'first'), textOf(form, 'second')] as const;
  return { organisationIds, jointMinutes: textOf(form, 'sharing') === 'each' ? null : (numberOf(form, 'jointMinutes') ?? Number.NaN) };
}
