import { nameOfPerson } from '#app/features/accounts/public.ts';
import { agendaOf } from '#app/features/agendas/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { meetingInCommittee, membersOfCommittee } from '#app/features/committees/public.server.ts';
import { organisationsById, readEditionById } from '#app/features/editions/public.server.ts';
import type { TextSuggestions } from '#app/features/texts/public.server.ts';
import { plainText } from '#app/lib/localised-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { minutesTexts } from './texts.ts';

/**
 * What the editor of minutes offers: the committee's members as speakers, its organisations and those that prepare the edition as owners of
 * actions, the numbered documents of the meeting. In the language of the page; anything else can be typed.
 */
export async function suggestionsOf(ctx: Ctx, meetingId: string): Promise<TextSuggestions> {
  const annexes = ['attendanceList', 'timelineGrid'] as const;
  const found = await meetingInCommittee(ctx.db, meetingId);
  if (!found) return { speakers: [], owners: [], documents: [], annexes };
  const members = await membersOfCommittee(ctx.db, found.committee.id);
  const agenda = await agendaOf(ctx.db, meetingId);
  const t = minutesTexts(ctx.locale);
  const speakers = members.flatMap(({ persons }) =>
    persons.map(({ personId, name, title }) => {
      const [shown, role] = [nameOfPerson(name, ctx.locale), plainText(title, ctx.locale)];
      return { personId, label: role ? t('minutes.text.person-with-title', { name: shown, title: role }) : shown };
    }),
  );
  const documents = agenda.documents.map(({ number, title }) => ({ number, title: plainText(title, ctx.locale) }));
  return { speakers, owners: await ownersOf(ctx, found.edition.id, members), documents, annexes };
}

async function ownersOf(
  ctx: Ctx,
  editionId: string,
  members: Awaited<ReturnType<typeof membersOfCommittee>>,
): Promise<TextSuggestions['owners']> {
  const view = await readEditionById(ctx.db, editionId);
  const seated = members.flatMap(({ organisationId }) => organisationId ?? []);
  const preparing = view ? [view.edition.hostOrganisationId ?? '', ...view.organisations.map(({ id }) => id)].filter(Boolean) : [];
  const organisations = await organisationsById(ctx.db, [...new Set([...seated, ...preparing])]);
  return organisations
    .map(({ id, names }) => ({ organisationId: id, label: displayName(names, ctx.locale).text }))
    .sort((a, b) => a.label.localeCompare(b.label, ctx.locale));
}
