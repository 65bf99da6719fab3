import { editionName } from '#app/features/editions/public.ts';
import { authorityName } from '#app/features/participation/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate, type PartialDate } from '#app/lib/partial-date.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { partnerOf } from '../domain/plan.ts';
import type { PlanChange } from '../domain/plan-changes.ts';
import { type PlaceFacts, placeMail } from '../mails/place-mail.ts';
import { workshopsTexts } from '../texts.ts';
import type { Publication } from './draw-up-publication.server.ts';
import { findRecipients } from './find-recipients.server.ts';
import type { OpenBoard } from './open-board.server.ts';

/** A mail of a publication, as it would leave. */
export type Letter = { organisationId: string; mailbox: string; lang: Locale; subject: string; text: string };

/** The mails of a publication: to those whose place, twin or seats it changes. Who has withdrawn is not told what it knows. */
export async function writeLetters(ctx: Ctx, board: OpenBoard, publication: Publication): Promise<Letter[]> {
  const { view, intentions } = board.intentions;
  const concerned = publication.changes.filter(({ kind }) => kind !== 'left');
  const countries = new Map(
    concerned.map(({ organisationId }) => {
      const found = intentions.find(({ organisation }) => organisation.id === organisationId);
      return [organisationId, found?.organisation.country ?? ''];
    }),
  );
  const recipients = await findRecipients(ctx, countries, view.edition.timeZone);
  return concerned.flatMap((change) =>
    recipients
      .filter(({ organisationId }) => organisationId === change.organisationId)
      .map(({ organisationId, mailbox, lang }) => ({
        organisationId,
        mailbox,
        lang,
        ...placeMail(factsFor(board, publication, change, lang)),
      })),
  );
}

function factsFor(board: OpenBoard, { placements, attendance }: Publication, change: PlanChange, lang: Locale): PlaceFacts {
  const { problem, intentions, published } = board;
  const { series, edition } = intentions.view;
  const { organisationId, from, to } = change;
  const name = (id: string) => {
    const found = intentions.intentions.find(({ organisation }) => organisation.id === id);
    return found ? authorityName(found.organisation, lang).text : '';
  };
  const partner = partnerOf(problem, organisationId);
  const together = partner && placements.find((place) => place.organisationId === partner.id)?.workshopId === to;
  const own = problem.authorities.find(({ id }) => id === organisationId);
  return {
    ...{ lang, organisation: name(organisationId), again: published !== null, speaks: own !== undefined },
    edition: editionName(series.editionName, edition.title, edition.ordinal, lang).text,
    place: to === null ? null : placeText(board, to, organisationId, lang),
    before: from !== null && from !== to ? workshopText(board, from, lang) : null,
    minutes: (together && partner.minutes) || (own?.talkMinutes ?? 0),
    twin: partner && together && to !== null ? { name: name(partner.id), joint: partner.minutes !== null } : null,
    seats: attendance
      .filter((seat) => seat.organisationId === organisationId)
      .map(({ slot, workshopId }) => ({
        when: slotText(board, slot, lang),
        workshop: workshopId && workshopText(board, workshopId, lang),
      })),
  };
}

function placeText(board: OpenBoard, workshopId: string, organisationId: string, lang: Locale): NonNullable<PlaceFacts['place']> {
  const workshop = board.intentions.view.workshops.find(({ id }) => id === workshopId);
  const when = [workshop?.slotId ? slotText(board, workshop.slotId, lang) : '', plainText(workshop?.room, lang)]
    .filter(Boolean)
    .join(' · ');
  const chair = board.problem.workshops.some(({ id, chairs }) => id === workshopId && chairs.includes(organisationId));
  return { workshop: workshopText(board, workshopId, lang), when: when || workshopsTexts(lang)('workshops.mail.no-time'), chair };
}

function workshopText({ intentions }: OpenBoard, workshopId: string, lang: Locale): string {
  const workshop = intentions.view.workshops.find(({ id }) => id === workshopId);
  return workshop ? workshopsTexts(lang)('workshops.workshop', { number: workshop.number, title: plainText(workshop.title, lang) }) : '';
}

function slotText({ intentions }: OpenBoard, slotId: string, lang: Locale): string {
  const slot = intentions.view.slots.find(({ id }) => id === slotId);
  // A slot's day is an exact date of the database, which is a partial date too.
  const day = slot && formatPartialDate(slot.day as PartialDate, lang, { weekday: true });
  return slot ? workshopsTexts(lang)('workshops.slot', { day: day ?? '', from: slot.startsAt, until: slot.endsAt }) : '';
}
