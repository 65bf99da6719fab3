import { and, desc, eq } from 'drizzle-orm';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anonymous } from '#app/access/actor.ts';
import { actingAs, makeOrganisation, makePerson } from '#app/features/accounts/testing.ts';
import { registerMeetingListeners } from '#app/features/committees/public.server.ts';
import { meetings } from '#app/features/committees/schema.server.ts';
import { editMeeting } from '#app/features/committees/use-cases/edit-meeting.server.ts';
import { setMeetingState } from '#app/features/committees/use-cases/set-meeting-state.server.ts';
import { newId } from '#app/lib/id.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { type Clock, pinnedClock } from '#app/platform/clock.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { silentLogger } from '#app/platform/log.ts';
import { sendDueMails } from '#app/platform/mail/mail-sender.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { code, must } from '#app/platform/testing/results.ts';
import { answersOf } from '../answers.server.ts';
import { invitationsOfMeeting } from '../meeting-listener.server.ts';
import { invitationLinks, invitations, meetingLetters, meetingMailings } from '../schema.server.ts';
import { givenCalledMeeting, givenDraft, givenMember, givenSent } from '../testing.ts';
import { discardMailing, editMailing } from './edit-mailing.server.ts';
import { enterAnswer } from './enter-answer.server.ts';
import { markLetterSent } from './mark-letter-sent.server.ts';
import { answerByLink, calendarByLink, openAnswerLink } from './open-answer-link.server.ts';
import { readGuestList } from './read-guest-list.server.ts';
import { readInvitation } from './read-invitation.server.ts';
import { readInvitations } from './read-invitations.server.ts';
import { readMailing } from './read-mailing.server.ts';
import { sendMailing } from './send-mailing.server.ts';
import { makeLinkForOfficer, voidLinks, withdrawInvitation } from './void-links.server.ts';

const database = useTestDatabase();
const db = () => database.connection.db;
const as = database.ctx;
const french = actingAs(newId(), { role: 'secretariat', side: 'FR' });
const japanese = actingAs(newId(), { role: 'secretariat', side: 'JP' });
const ALL = { standing: null, text: '' };
const AFTER = pinnedClock('2026-06-24');

let given = { editionId: '', committeeId: '', meetingId: '' };
let zoe = { personId: '', organisationId: '' };
let maire = { personId: '', organisationId: '' };
beforeEach(async () => {
  await db().delete(outboxMails);
  given = await givenCalledMeeting(db());
  zoe = await givenMember(db(), given.committeeId, { family: 'NANCY' });
  maire = await givenMember(db(), given.committeeId, { family: 'TOURS', elected: true });
  registerMeetingListeners([invitationsOfMeeting]);
});
afterEach(() => registerMeetingListeners([]));

const mailTo = async (address: string) => {
  const [mail] = await db()
    .select()
    .from(outboxMails)
    .where(eq(outboxMails.toAddress, address))
    .orderBy(desc(outboxMails.createdAt), desc(outboxMails.id));
  if (!mail) throw new Error(`no mail to ${address}`);
  return mail;
};
const tokenIn = (text: string) => /\/answer\/([\w-]{43})/.exec(text)?.[1] ?? '';
const entryOf = (calendar: string | null) => {
  const root = new ICAL.Component(ICAL.parse(calendar ?? ''));
  const event = root.getFirstSubcomponent('vevent');
  if (!event) throw new Error('no event');
  return { method: root.getFirstPropertyValue('method'), event: new ICAL.Event(event), component: event };
};
const invitationOf = async (personId: string) => {
  const [row] = await db()
    .select()
    .from(invitations)
    .where(and(eq(invitations.personId, personId), eq(invitations.meetingId, given.meetingId)));
  if (!row) throw new Error('not invited');
  return row;
};
const PRESENT = { answer: 'present', name: '', function: '', mailbox: '', note: '' };
const reader = (clock?: Clock) => as(anonymous, clock);
const byLink = (token: string, typed: Partial<typeof PRESENT> = {}, revision = 0, clock?: Clock) =>
  answerByLink(reader(clock), { ...PRESENT, ...typed, token, revision });

describe('an invitation', () => {
  it('can be understood and answered without its links and attachments', async () => {
    const { counts } = await givenSent(as(french), given.meetingId, [zoe, maire]);
    expect(counts).toEqual({ queued: 1, forOfficer: 1 });
    const mail = await mailTo('nancy@ville.example');
    const text = mail.text.replace(/[\u00a0\u202f]/g, ' ').replace(/https:\/\/entente\S+/g, '');
    for (const said of [
      'mardi 23 juin 2026',
      '9 h 30 – 12 h (heure de Paris)',
      '16 h 30 – 19 h (heure du Japon)',
      'Hôtel de ville, Cannes',
      'https://visio.example/copil',
      'au plus tard le lundi 1er juin 2026',
      'copil@reseau.example',
      '« représentation par »',
      'Le secrétariat du réseau',
    ])
      expect(text).toContain(said);
    expect(mail).toMatchObject({ replyTo: 'copil@reseau.example', secret: true, lang: 'fr' });
    expect(tokenIn(mail.text)).toHaveLength(43);
  });

  it('carries a calendar entry from the secretariat to the person, at the hours of the meeting', async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    const mail = await mailTo('nancy@ville.example');
    expect(mail.calendarMethod).toBe('REQUEST');
    const { method, event, component } = entryOf(mail.calendar);
    expect(method).toBe('REQUEST');
    expect(event.uid).toBe(`meeting-${given.meetingId}@entente.example`);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-06-23T07:30:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-06-23T10:00:00.000Z');
    expect(event.organizer).toBe('mailto:copil@reseau.example');
    expect(component.getAllProperties('attendee').map((property) => property.getFirstValue())).toEqual(['mailto:nancy@ville.example']);
    expect(mail.calendar).not.toContain(tokenIn(mail.text));
  });

  it('has none while the meeting has no day, and says so', async () => {
    await db()
      .update(meetings)
      .set({ date: '2026-06' as never, startTime: null, endTime: null })
      .where(eq(meetings.id, given.meetingId));
    await givenSent(as(french), given.meetingId, [zoe]);
    const mail = await mailTo('nancy@ville.example');
    expect(mail).toMatchObject({ calendar: null, calendarMethod: null });
    expect(mail.text).toContain('La date n’est pas encore arrêtée');
  });

  it('is kept as it was previewed, without the secret of its link, which the database knows by its hash alone', async () => {
    const { drafts } = await givenSent(as(french), given.meetingId, [zoe]);
    const token = tokenIn((await mailTo('nancy@ville.example')).text);
    const [kept] = await db()
      .select()
      .from(meetingLetters)
      .where(eq(meetingLetters.invitationId, (await invitationOf(zoe.personId)).id));
    expect(kept?.text).not.toContain(token);
    expect(kept?.text).toContain('[[personal-link]]');
    expect(drafts[0]?.text).toContain('[ici se trouve le lien personnel');
    const links = await db().select().from(invitationLinks);
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it('leaves for an elected person by an officer alone, and counts as sent when the officer says so', async () => {
    await givenSent(as(french), given.meetingId, [maire]);
    expect(await db().select().from(outboxMails)).toEqual([]);
    const row = await invitationOf(maire.personId);
    expect(row.invitedAt).toBeNull();
    const [letter] = await db().select().from(meetingLetters).where(eq(meetingLetters.invitationId, row.id));
    const which = { meetingId: given.meetingId, mailingId: letter?.mailingId ?? '', letterId: letter?.id ?? '' };
    const link = must(await makeLinkForOfficer(as(french), { ...which, invitationId: row.id, publicUrl: 'https://entente.example' }));
    expect(code(await openAnswerLink(reader(), tokenIn(link)))).toBe('done');
    must(await markLetterSent(as(french), which));
    must(await markLetterSent(as(french), which));
    expect((await invitationOf(maire.personId)).invitedAt).not.toBeNull();
    expect(code(await markLetterSent(as(japanese), which))).toBe('not-found');
  });

  it('reaches nobody twice: not by two clicks, not by two mailings drafted at once', async () => {
    const one = await givenDraft(as(french), given.meetingId, [zoe]);
    const two = await givenDraft(as(french), given.meetingId, [zoe]);
    const results = await Promise.all([one, two, one].map((draft) => sendMailing(as(french), draft)));
    expect(await db().select().from(outboxMails)).toHaveLength(1);
    // Whichever mailing comes first, the other one finds nobody left.
    expect(new Set(results.map(code))).toEqual(new Set(['done', 'invitations.mailing-nothing-left']));
    expect(
      await db()
        .select()
        .from(meetingLetters)
        .where(eq(meetingLetters.invitationId, (await invitationOf(zoe.personId)).id)),
    ).toHaveLength(1);
  });

  it('does not leave in other words than those that were read', async () => {
    const draft = await givenDraft(as(french), given.meetingId, [zoe]);
    await db().update(meetings).set({ startTime: '10:00' }).where(eq(meetings.id, given.meetingId));
    expect(code(await sendMailing(as(french), draft))).toBe('invitations.mailing-outdated');
    expect(await db().select().from(outboxMails)).toEqual([]);
  });

  it('is of no use once the meeting has begun, and a draft put aside stays aside', async () => {
    const draft = await givenDraft(as(french), given.meetingId, [zoe]);
    expect(code(await sendMailing(as(french, AFTER), draft))).toBe('invitations.meeting-over');
    must(await discardMailing(as(french), draft));
    expect(code(await sendMailing(as(french), draft))).toBe('invitations.mailing-not-draft');
    const typed = { message: {}, replyTo: 'x@y.example', signature: '', answerBy: '' };
    expect(code(await editMailing(as(french), { ...typed, ...draft, revision: 1 }))).toBe('invitations.mailing-not-draft');
  });

  it.each([
    [{ replyTo: 'a@b.example, c@d.example' }, 'invitations.reply-to-invalid'],
    [{ replyTo: 'a@b.example\r\nBcc: x@y.example' }, 'invitations.reply-to-invalid'],
    [{ answerBy: '2026-06-24' }, 'invitations.answer-by-outside'],
    [{ answerBy: '2026-03-15' }, 'invitations.answer-by-outside'],
    [{ answerBy: '2026-02-31' }, 'invitations.answer-by-invalid'],
    [{ answerBy: 'tbc' }, 'invitations.answer-by-invalid'],
    [{ message: { fr: 'x'.repeat(4001) } }, 'invitations.message-too-long'],
    [{ signature: 'x'.repeat(401) }, 'invitations.signature-too-long'],
  ])('refuses %j', async (typed, refusal) => {
    const draft = await givenDraft(as(french), given.meetingId, [zoe]);
    const whole = { message: {}, replyTo: 'x@y.example', signature: '', answerBy: '', ...typed };
    expect(code(await editMailing(as(french), { ...whole, ...draft, revision: 1 }))).toBe(refusal);
  });

  it('is blanked, link and calendar entry, once it has left', async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    const mails: string[] = [];
    await sendDueMails(db(), async (mail) => void mails.push(`${mail.calendarMethod} ${mail.calendar?.slice(0, 15)}`), silentLogger);
    expect(mails).toEqual(['REQUEST BEGIN:VCALENDAR']);
    const [left] = await db().select().from(outboxMails);
    expect(left).toMatchObject({ state: 'sent', text: '', calendar: null });
  });
});

describe('the other side', () => {
  it('neither sees nor invites to a meeting of one side', async () => {
    const { mailingId, seen } = await givenSent(as(french), given.meetingId, [zoe]);
    const which = { meetingId: given.meetingId, mailingId, seen, invitationId: (await invitationOf(zoe.personId)).id };
    const tried = [
      await readInvitations(as(japanese), { meetingId: given.meetingId, filter: ALL }),
      await readGuestList(as(japanese), { meetingId: given.meetingId, purpose: 'invitation', search: '' }),
      await readMailing(as(japanese), which),
      await sendMailing(as(japanese), which),
      await readInvitation(as(japanese), which),
      await enterAnswer(as(japanese), { ...PRESENT, ...which, source: 'phone', revision: 0 }),
      await voidLinks(as(japanese), which),
      await withdrawInvitation(as(japanese), which),
      await readInvitations(as(actingAs(newId(), { role: 'committee-member', committeeId: given.committeeId })), { ...which, filter: ALL }),
    ];
    expect(new Set(tried.map(code))).toEqual(new Set(['not-found']));
    expect(code(await readInvitations(as(anonymous), { meetingId: given.meetingId, filter: ALL }))).toBe('sign-in-required');
  });

  it('sees in a joint committee who answers, and nothing that was written to the secretariat', async () => {
    const joint = await givenCalledMeeting(db(), ['FR', 'JP']);
    await makePerson(db(), { grants: [{ grant: { role: 'secretariat', side: 'FR' } }, { grant: { role: 'secretariat', side: 'JP' } }] });
    const franck = await givenMember(db(), joint.committeeId, { family: 'LYON' });
    const haru = await givenMember(db(), joint.committeeId, { family: 'KOBE', country: 'JP' });
    const proposed = must(await readGuestList(as(japanese), { meetingId: joint.meetingId, purpose: 'invitation', search: '' }));
    expect(proposed.guests.map(({ name }) => name.familyName)).toEqual(['KOBE']);
    await givenSent(as(french), joint.meetingId, [franck]);
    await expect(givenDraft(as(french), joint.meetingId, [haru])).rejects.toThrow('not-found');
    const draft = await givenDraft(as(french), joint.meetingId, [franck], 'reminder');
    const typed = { message: {}, replyTo: 'x@y.example', signature: '', answerBy: '' };
    const tried = [
      await readMailing(as(japanese), draft),
      await sendMailing(as(japanese), draft),
      await discardMailing(as(japanese), draft),
      await editMailing(as(japanese), { ...typed, ...draft, revision: 1 }),
    ];
    expect(new Set(tried.map(code))).toEqual(new Set(['not-found']));
    const token = tokenIn((await mailTo('lyon@ville.example')).text);
    const answer = { answer: 'represented', name: 'Sacha TEST', mailbox: 'sacha@lyon.example', note: 'raison de santé' };
    must(await byLink(token, answer));
    const seen = must(await readInvitations(as(japanese), { meetingId: joint.meetingId, filter: ALL }));
    expect(seen.lines).toMatchObject([
      { standing: 'represented', mine: false, note: '', representative: { name: 'Sacha TEST', mailbox: null } },
    ]);
    expect(JSON.stringify(seen.lines)).not.toMatch(/santé|lyon\.example/);
    expect(seen.mailings).toEqual([]);
    const own = must(await readInvitations(as(french), { meetingId: joint.meetingId, filter: ALL }));
    expect(own.lines).toMatchObject([{ mine: true, note: 'raison de santé', representative: { mailbox: 'sacha@lyon.example' } }]);
  });

  it('cannot be invited as somebody from nowhere, nor from an organisation of a side that is not in the committee', async () => {
    const stranger = await makePerson(db(), { mailboxes: ['s@ville.example'] });
    await expect(givenDraft(as(french), given.meetingId, [{ personId: stranger, organisationId: null }])).rejects.toThrow('not-found');
    const abroad = await makeOrganisation(db(), 'JP', 'Shizuoka');
    const there = await makePerson(db(), { organisationIds: [abroad], mailboxes: ['t@ville.example'] });
    await expect(givenDraft(as(french), given.meetingId, [{ personId: there, organisationId: abroad }])).rejects.toThrow('not-found');
    const other = await makeOrganisation(db(), 'FR', 'Chartres');
    const guest = await makePerson(db(), { organisationIds: [other], mailboxes: ['g@ville.example'] });
    // A person is invited for the organisation at which a function is held, not for any.
    await expect(givenDraft(as(french), given.meetingId, [{ personId: guest, organisationId: zoe.organisationId }])).rejects.toThrow(
      'not-found',
    );
    const noId = '-'.repeat(36);
    for (const to of [
      { personId: noId, organisationId: null },
      { personId: guest, organisationId: noId },
    ])
      await expect(givenDraft(as(french), given.meetingId, [to])).rejects.toThrow('not-found');
    const once = { personId: guest, organisationId: other };
    const { drafts } = await givenDraft(as(french), given.meetingId, [once, once]);
    expect(drafts).toMatchObject([{ toAddress: 'g@ville.example', skipped: null }]);
  });
});

describe('a personal link', () => {
  const linkTo = async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    return tokenIn((await mailTo('nancy@ville.example')).text);
  };

  it('answers nothing by being opened, thrice and by anybody, and shows nothing of the person but the name', async () => {
    const token = await linkTo();
    for (const _ of [1, 2, 3]) must(await openAnswerLink(reader(), token));
    expect(await invitationOf(zoe.personId)).toMatchObject({ answer: null, revision: 0 });
    const opened = must(await openAnswerLink(reader(), token));
    expect(opened.name.familyName).toBe('NANCY');
    expect(JSON.stringify(opened)).not.toContain('nancy@ville.example');
    expect(must(await calendarByLink(reader(), { token, lang: 'fr', host: 'entente.example' }))).not.toMatch(/visio\.example|ATTENDEE/);
  });

  it('may be used again until the meeting begins, and keeps what its page does not show', async () => {
    const token = await linkTo();
    must(
      await byLink(token, {
        answer: 'represented',
        name: 'Sacha TEST',
        function: 'Adjoint',
        mailbox: 'sacha@nancy.example',
        note: 'Train',
      }),
    );
    const shown = must(await openAnswerLink(reader(), token));
    expect(shown).toMatchObject({ answer: 'represented', representative: 'Sacha TEST', revision: 1 });
    expect(JSON.stringify(shown)).not.toMatch(/sacha@|Train|Adjoint/);
    must(await byLink(token, { answer: 'represented', name: 'Sacha TEST' }, 1));
    expect(await invitationOf(zoe.personId)).toMatchObject({
      note: 'Train',
      representedBy: { name: 'Sacha TEST', function: 'Adjoint', mailbox: 'sacha@nancy.example' },
    });
    must(await byLink(token, { answer: 'excused' }, 1));
    expect(await invitationOf(zoe.personId)).toMatchObject({
      answer: 'excused',
      representedBy: null,
      answerSource: 'link',
      enteredBy: null,
    });
    // 9:30 in Paris is 7:30 UTC: the pinned clock stands at 8:00.
    expect(code(await byLink(token, {}, 2, pinnedClock('2026-06-23')))).toBe('invitations.meeting-over');
    expect(must(await openAnswerLink(reader(pinnedClock('2026-06-23')), token)).open).toBe(false);
  });

  it('that is forged, cut, revoked, expired, or of somebody taken off the list opens one and the same nothing', async () => {
    const token = await linkTo();
    const row = await invitationOf(zoe.personId);
    const which = { meetingId: given.meetingId, invitationId: row.id };
    const flipped = `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`;
    for (const forged of [flipped, token.slice(1), `${token}x`, '', '../..', row.id, "' or 1=1 --", 'é'.repeat(43)]) {
      expect(code(await openAnswerLink(reader(), forged))).toBe('invitations.link-invalid');
      expect(code(await byLink(forged))).toBe('invitations.link-invalid');
    }
    expect(code(await openAnswerLink(reader(AFTER), token))).toBe('invitations.link-invalid');
    // Voided at the very moment: whoever waits for the invitation answers nothing by a link that was good when they came.
    const late = await db().transaction(async (tx) => {
      await tx.select().from(invitations).where(eq(invitations.id, which.invitationId)).for('update');
      const waiting = byLink(token);
      await new Promise((resolve) => setTimeout(resolve, 300));
      must(await voidLinks({ ...as(french), db: tx as never }, which));
      return { waiting };
    });
    expect(code(await late.waiting)).toBe('invitations.link-invalid');
    await db().update(invitationLinks).set({ revokedAt: null });
    expect(must(await voidLinks(as(french), which))).toBe(1);
    expect(code(await byLink(token))).toBe('invitations.link-invalid');
    await db().update(invitationLinks).set({ revokedAt: null });
    expect(code(await openAnswerLink(reader(), token))).toBe('done');
    must(await withdrawInvitation(as(french), which));
    await db().update(invitationLinks).set({ revokedAt: null });
    expect(code(await openAnswerLink(reader(), token))).toBe('invitations.link-invalid');
  });

  it('takes one of two answers given at once, and tells the other', async () => {
    const token = await linkTo();
    const results = await Promise.all([byLink(token, { answer: 'present' }), byLink(token, { answer: 'excused' })]);
    expect(results.map(code).sort()).toEqual(['done', 'invitations.answered-meanwhile']);
    expect((await invitationOf(zoe.personId)).revision).toBe(1);
  });

  it('is not changed for ever by a machine', async () => {
    const token = await linkTo();
    for (let turn = 0; turn < 50; turn++) must(await byLink(token, { answer: turn % 2 === 0 ? 'present' : 'excused' }, turn));
    expect(code(await byLink(token, { answer: 'present' }, 50))).toBe('invitations.answered-too-often');
    expect((await invitationOf(zoe.personId)).revision).toBe(50);
  });

  it('takes the same answer twice as one', async () => {
    const token = await linkTo();
    const results = await Promise.all([byLink(token), byLink(token), byLink(token)]);
    expect(results.map(code)).toEqual(['done', 'done', 'done']);
    expect((await invitationOf(zoe.personId)).revision).toBe(1);
  });

  it.each([
    [{ answer: '' }, 'invitations.answer-missing'],
    [{ answer: 'none' }, 'invitations.answer-missing'],
    [{ answer: 'represented', name: ' \u200b ' }, 'invitations.representative-missing'],
    [{ answer: 'represented', name: 'X', mailbox: 'not a mailbox' }, 'invitations.mailbox-invalid'],
    [{ answer: 'represented', name: 'X'.repeat(201) }, 'invitations.text-too-long'],
    [{ note: 'x'.repeat(2001) }, 'invitations.text-too-long'],
  ])('refuses %j and records nothing', async (typed, refusal) => {
    const token = await linkTo();
    expect(code(await byLink(token, typed))).toBe(refusal);
    expect((await invitationOf(zoe.personId)).answer).toBeNull();
  });
});

describe('the desk of answers', () => {
  it('counts, filters, and reminds only those who have not answered, once a day', async () => {
    const lyon = await givenMember(db(), given.committeeId, { family: 'LYON' });
    await givenSent(as(french), given.meetingId, [zoe, lyon, maire]);
    must(await byLink(tokenIn((await mailTo('lyon@ville.example')).text)));
    const list = must(await readInvitations(as(french), { meetingId: given.meetingId, filter: ALL }));
    expect(list.counts).toEqual({ present: 1, represented: 0, excused: 0, waiting: 1, 'not-invited': 1 });
    const found = must(await readInvitations(as(french), { meetingId: given.meetingId, filter: { standing: 'waiting', text: 'NÂNCY' } }));
    expect(found.lines.map(({ name }) => name.familyName)).toEqual(['NANCY']);
    const today = await givenDraft(as(french), given.meetingId, [zoe, lyon, maire], 'reminder');
    expect(today.drafts.map(({ skipped }) => skipped).sort()).toEqual(['answered', 'not-invited', 'reached-today']);
    const later = as(french, pinnedClock('2026-03-20'));
    const { counts } = await givenSent(later, given.meetingId, [zoe, lyon, maire], 'reminder');
    expect(counts).toEqual({ queued: 1, forOfficer: 0 });
    expect((await mailTo('nancy@ville.example')).purpose).toBe('meeting-reminder');
  });

  it('leaves out of a reminder who answers between the preview and the sending', async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    const token = tokenIn((await mailTo('nancy@ville.example')).text);
    const later = as(french, pinnedClock('2026-03-20'));
    const draft = await givenDraft(later, given.meetingId, [zoe], 'reminder');
    must(await byLink(token));
    expect(code(await sendMailing(later, draft))).toBe('invitations.mailing-nothing-left');
  });

  it('enters an answer that was told, with its source, also after the meeting, and takes a mistake back', async () => {
    await givenSent(as(french), given.meetingId, [maire]);
    const invitationId = (await invitationOf(maire.personId)).id;
    const which = { ...PRESENT, meetingId: given.meetingId, invitationId, revision: 0 };
    expect(code(await enterAnswer(as(french), { ...which, source: '' }))).toBe('invitations.source-missing');
    expect(code(await enterAnswer(as(french), { ...which, source: 'link' }))).toBe('invitations.source-missing');
    must(await enterAnswer(as(french, AFTER), { ...which, source: 'phone' }));
    expect(await invitationOf(maire.personId)).toMatchObject({ answer: 'present', answerSource: 'phone', enteredBy: french.personId });
    expect(await answersOf(db(), given.meetingId)).toMatchObject([{ personId: maire.personId, answer: 'present' }]);
    expect(code(await enterAnswer(as(french), { ...which, answer: 'excused', source: 'mail' }))).toBe('invitations.answered-meanwhile');
    must(await enterAnswer(as(french), { ...which, answer: 'none', source: '', revision: 1 }));
    expect(await invitationOf(maire.personId)).toMatchObject({ answer: null, answeredAt: null, revision: 2 });
  });
});

describe('a meeting that changes', () => {
  const meetingInput = async (change: object) => {
    const [meeting] = await db().select().from(meetings).where(eq(meetings.id, given.meetingId));
    if (!meeting) throw new Error('no meeting');
    const { number, date, startTime, endTime, timeZone, mode, videoUrl, languages } = meeting;
    const typed = { number, date, startTime, endTime, timeZone, mode, videoUrl: videoUrl ?? '', languages };
    const input = { ...typed, title: { fr: plainText(meeting.title, 'fr') }, place: { fr: plainText(meeting.place, 'fr') }, ...change };
    return { meetingId: given.meetingId, input, revision: meeting.revision };
  };
  const edit = async (change: object, confirmed = true) => editMeeting(as(french), { ...(await meetingInput(change)), confirmed });

  it('shows whom it tells, then tells those who were invited, with a raised SEQUENCE and the same identifier', async () => {
    await givenSent(as(french), given.meetingId, [zoe, maire]);
    const invited = entryOf((await mailTo('nancy@ville.example')).calendar);
    await givenMember(db(), given.committeeId, { family: 'PARIS' });
    const preview = must(await edit({ date: '2026-06-25' }, false));
    expect(preview).toMatchObject({ saved: false, concerned: [{ personId: zoe.personId, reachable: true }] });
    expect(await db().select().from(outboxMails)).toHaveLength(1);
    must(await edit({ date: '2026-06-25' }));
    const mail = await mailTo('nancy@ville.example');
    expect(mail).toMatchObject({ purpose: 'meeting-change', calendarMethod: 'REQUEST', replyTo: 'copil@reseau.example' });
    expect(mail.text).toContain('jeudi 25 juin 2026');
    const changed = entryOf(mail.calendar);
    expect(changed.event.uid).toBe(invited.event.uid);
    expect([invited.event.sequence, changed.event.sequence]).toEqual([0, 1]);
    expect(await db().select().from(outboxMails)).toHaveLength(2);
    // The letter that waited for an officer named the old date: it is gone, and the mayor can be invited anew.
    const waiting = eq(meetingLetters.invitationId, (await invitationOf(maire.personId)).id);
    expect(await db().select().from(meetingLetters).where(waiting)).toEqual([]);
  });

  it('marks answers to the former date, and those alone', async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    const token = tokenIn((await mailTo('nancy@ville.example')).text);
    must(await byLink(token));
    must(await edit({ date: '2026-06-25' }));
    expect(must(await openAnswerLink(reader(), token))).toMatchObject({ answer: 'present', outdated: true });
    must(await byLink(token, {}, 1));
    expect(must(await openAnswerLink(reader(), token))).toMatchObject({ answer: 'present', outdated: false });
  });

  it('takes its entry out of calendars when it is cancelled or loses its day, and gets a new one with a new day', async () => {
    await givenSent(as(french), given.meetingId, [zoe]);
    must(await edit({ date: '2026-06', startTime: null, endTime: null }));
    const lost = await mailTo('nancy@ville.example');
    expect(lost.calendarMethod).toBe('CANCEL');
    expect(entryOf(lost.calendar).event.sequence).toBe(1);
    must(await edit({ date: '2026-06-30', startTime: '14:00', endTime: '16:00' }));
    expect((await mailTo('nancy@ville.example')).calendarMethod).toBe('REQUEST');
    const [{ revision } = { revision: 0 }] = await db().select().from(meetings).where(eq(meetings.id, given.meetingId));
    must(await setMeetingState(as(french), { meetingId: given.meetingId, revision, state: 'cancelled' }));
    const mail = await mailTo('nancy@ville.example');
    const { method, event, component } = entryOf(mail.calendar);
    expect([method, event.sequence, component.getFirstPropertyValue('status')]).toEqual(['CANCEL', 3, 'CANCELLED']);
    expect(mail.text).not.toMatch(/\/answer\/|\[\[/);
    expect(mail.subject).toContain('Annulation');
  });

  it('tells nobody when nobody was invited', async () => {
    must(await edit({ date: '2026-06-25' }));
    expect(await db().select().from(meetingMailings).where(eq(meetingMailings.meetingId, given.meetingId))).toEqual([]);
  });
});
