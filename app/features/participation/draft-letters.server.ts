import { type Contact, contactsOf } from '#app/features/accounts/public.server.ts';
import { type Addressee, formsOfAddress } from '#app/features/accounts/public.ts';
import { displayName } from '#app/features/authorities/public.ts';
import type { EditionView } from '#app/features/editions/public.server.ts';
import { countryName, editionName } from '#app/features/editions/public.ts';
import { LOCALES, type Locale, localeOfCountry } from '#app/lib/locale.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { dayIn } from '#app/platform/clock.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { formPath } from './addresses.ts';
import { type SkipReason, skipReason } from './domain/mailings/mailing.ts';
import { type Asked, type Owing, openAndAsked, owedAnswers } from './domain/owed.ts';
import type { FormStage } from './domain/stages.ts';
import { type LetterCommon, renderLetter } from './mails/letter.ts';
import { formSettingsOf, formStagesOf, listParticipations, type ParticipationInList } from './queries.server.ts';
import { listReached, listWritten, type MailingRow } from './queries-mailings.server.ts';
import type { NewLetter } from './store-mailings.server.ts';

/** What letters are drafted from. */
export type MailingFacts = Pick<MailingRow, 'side' | 'purpose' | 'message' | 'replyTo' | 'signature'>;

/** An authority of a side as somebody who writes to it sees it: what it owes, who is there, why it would be left out. */
export type Recipient = ParticipationInList & {
  owing: Owing;
  contacts: readonly Contact[];
  /** Why a person (null: the authority as such) would not be written to now; null when they would be. */
  leftOut(personId: string | null): SkipReason | null;
};

/** What an edition asks of its authorities. */
async function askedOf(ctx: Ctx, view: EditionView): Promise<Asked & { choicesRanked: boolean }> {
  const [settings, stages] = await Promise.all([formSettingsOf(ctx.db, view.edition.id), formStagesOf(ctx.db, view.edition.id)]);
  return { ...settings, stages, workshopIds: view.workshops.map(({ id }) => id) };
}

/** The authorities of a side on an edition's list as recipients, in the official order. The caller has authorised. */
export async function recipientsOf(
  ctx: Ctx,
  view: EditionView,
  { side, purpose }: Pick<MailingFacts, 'side' | 'purpose'>,
): Promise<Recipient[]> {
  const today = dayIn(view.edition.timeZone, ctx.clock.now());
  const asked = await askedOf(ctx, view);
  const rows = (await listParticipations(ctx.db, view.edition.id)).filter(({ organisation }) => organisation.country === side);
  const ids = rows.map(({ participation }) => participation.id);
  const organisationIds = rows.map(({ organisation }) => organisation.id);
  const contacts = Map.groupBy(await contactsOf(ctx.db, organisationIds, today), ({ organisationId }) => organisationId);
  const written = Map.groupBy(await listWritten(ctx.db, ids), ({ participationId, personId }) => `${participationId} ${personId}`);
  const reached = new Set((await listReached(ctx.db, ids, today)).map(({ participationId, personId }) => `${participationId} ${personId}`));
  return rows.map((row) => {
    const { id, state } = row.participation;
    const owing = owedAnswers(row.participation, asked, today);
    return {
      ...{ ...row, owing, contacts: contacts.get(row.organisation.id) ?? [] },
      leftOut(personId) {
        const letters = written.get(`${id} ${personId}`) ?? [];
        const writtenToday = letters.some(({ sentAt }) => sentAt && dayIn(view.edition.timeZone, sentAt) === today);
        // An exchange that names nobody reached the authority as such: whoever answered the telephone.
        const reachedToday = writtenToday || reached.has(`${id} ${personId}`) || reached.has(`${id} null`);
        return skipReason({ purpose, state, owing, invited: letters.some((letter) => letter.purpose === 'invitation'), reachedToday });
      },
    };
  });
}

/**
 * The letters of a mailing as they would leave now: one for every person of the authorities asked for, also for those left out, who
 * are told with the reason. The same facts give the same letters.
 */
export async function draftLetters(
  ctx: Ctx,
  view: EditionView,
  mailing: MailingFacts,
  participationIds: readonly string[],
  publicUrl: string,
): Promise<NewLetter[]> {
  const common = await commonOf(ctx, view, mailing);
  const asked = await askedOf(ctx, view);
  const open = openAndAsked(asked, dayIn(view.edition.timeZone, ctx.clock.now()));
  const recipients = (await recipientsOf(ctx, view, mailing)).filter(({ participation }) => participationIds.includes(participation.id));
  return recipients.flatMap((recipient) =>
    recipient.contacts.length === 0
      ? [letterTo(recipient, null, { common, open, publicUrl })]
      : recipient.contacts.map((contact) => letterTo(recipient, contact, { common, open, publicUrl })),
  );
}

/** What the letters of a mailing are drafted with; `open` are the parts of the form that can be filled in now. */
type Drafting = { common: Record<Locale, LetterCommon>; open: readonly FormStage[]; publicUrl: string };

/** A letter to one person, or to an authority where nobody is known; elected persons are written to by an officer. */
function letterTo(recipient: Recipient, contact: Contact | null, { common, open, publicUrl }: Drafting): NewLetter {
  const { participation, organisation, owing } = recipient;
  const lang = contact?.preferredLang ?? localeOfCountry(organisation.country);
  const byOfficer = contact === null || contact.contactKind === 'elected';
  const letter = { participationId: participation.id, personId: contact?.personId ?? null, toAddress: contact?.mailbox ?? '', lang };
  const leftOut = recipient.leftOut(letter.personId) ?? (byOfficer || contact.mailbox ? null : 'no-mailbox');
  if (leftOut) return { ...letter, subject: '', text: '', state: 'skipped', skippedBecause: leftOut };
  const name = displayName(organisation.names, lang, 'official').text;
  const { subject, text } = renderLetter(common[lang], {
    address: formsOfAddress(lang, contact && addressee(contact, lang), name),
    organisation: name,
    stages: common[lang].purpose === 'reminder' ? owing.stages : open,
    plainLink: byOfficer ? `${publicUrl}${formPath(lang, participation.id)}` : null,
  });
  return { ...letter, subject, text, state: byOfficer ? 'for-officer' : 'draft', skippedBecause: null };
}

function addressee({ name, civility, title, contactKind }: Contact, lang: Locale): Addressee {
  return { ...name, civility, title: readText(title, lang), elected: contactKind === 'elected' };
}

/** What the letters of a mailing have in common, by language. */
async function commonOf(ctx: Ctx, view: EditionView, mailing: MailingFacts): Promise<Record<Locale, LetterCommon>> {
  const { series, edition, workshops } = view;
  const { stages, choiceCount, choicesRanked } = await askedOf(ctx, view);
  const today = dayIn(edition.timeZone, ctx.clock.now());
  const of = (lang: Locale): LetterCommon => {
    const [city, country] = [plainText(edition.city, lang), countryName(edition.hostCountry, lang)];
    return {
      ...{ lang, purpose: mailing.purpose, stages, today, choiceCount, choicesRanked, dates: edition.dates },
      edition: editionName(series.editionName, edition.title, edition.ordinal, lang).text,
      theme: plainText(edition.theme, lang),
      place: city ? (lang === 'ja' ? `${country}・${city}` : `${city}, ${country}`) : country,
      workshops: workshops.map(({ number, title }) => `${number}. ${plainText(title, lang)}`),
      ...{ paragraph: mailing.message[lang] ?? '', replyTo: mailing.replyTo, signature: mailing.signature },
    };
  };
  return Object.fromEntries(LOCALES.map((lang) => [lang, of(lang)])) as Record<Locale, LetterCommon>;
}
