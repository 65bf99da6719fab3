import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ctx } from '#app/platform/ctx.ts';
import { outboxMails } from '#app/platform/db/schema.server.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { textRow } from '../queries.server.ts';
import { textComments, textVersions } from '../schema-life.server.ts';
import { words } from '../testing/harness.ts';
import { asProgram, type GivenLife, givenLife, givenLifeKind, onDay, propose, typeInto } from '../testing/life.ts';
import type { TextMember } from '../text-kinds.server.ts';
import { addErratum } from './add-erratum.server.ts';
import { answerComment } from './answer-comment.server.ts';
import { approveBySilence } from './approve-by-silence.server.ts';
import { approveText } from './approve-text.server.ts';
import { type CommentOnText, commentText } from './comment-text.server.ts';
import { compareVersions } from './compare-versions.server.ts';
import { previewProposal, proposeText } from './propose-text.server.ts';
import { previewPublication, publishText } from './publish-text.server.ts';
import { readText } from './read-text.server.ts';
import { withdrawComment } from './withdraw-comment.server.ts';
import { withdrawProposal } from './withdraw-proposal.server.ts';

const test = useTestDatabase();
beforeAll(givenLifeKind);
const publicUrl = 'https://entente.example';
let ctx: Ctx;
const given = async (document = words('Premier point.', 'Deuxième point.')) => {
  ctx = test.ctx();
  return givenLife(ctx, document);
};
const as = (actor: Ctx['actor'], base = ctx): Ctx => ({ ...base, actor });
const said = (life: GivenLife, change: Partial<CommentOnText> = {}) => ({
  ...{ textId: life.textId, version: 1, block: '0', quote: '', kind: 'comment', body: 'Vu.', proposed: '', forPersonId: '' },
  ...change,
});
const mailsOf = (purpose: string, to: string) =>
  ctx.db
    .select()
    .from(outboxMails)
    .where(and(eq(outboxMails.purpose, purpose), eq(outboxMails.toAddress, to)));
const stateOfText = async (life: GivenLife) => (await textRow(ctx.db, life.textId))?.state;
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('proposing a text', () => {
  it('freezes the words and annexes, and writes to each member in their language, the whole text in the mail', async () => {
    const life = await given();
    expect(await propose(ctx, life)).toBe(1);
    expect(await stateOfText(life)).toBe('proposed');
    const [version] = await ctx.db.select().from(textVersions).where(eq(textVersions.textId, life.textId));
    expect(version).toMatchObject({ number: 1, annexes: { present: ['Ville A'] }, askedSides: ['FR', 'JP'], askedCount: 2, silence: true });
    for (const { mailbox, lang } of life.members) {
      const [mail, ...more] = await mailsOf('text-proposal', mailbox ?? '');
      expect(more).toEqual([]);
      expect(mail?.lang).toBe(lang);
      expect(mail?.replyTo).toMatch(/^secretariat-/);
      expect(mail?.text).toContain('Premier point.\nDeuxième point.');
      expect(mail?.text).toContain(lang === 'ja' ? '2026年3月20日' : '20 mars 2026');
      expect(mail?.text).toContain(`${publicUrl}/${lang}/desk/texts/${life.textId}`);
    }
    // What is typed from now on is not what was proposed.
    await typeInto(ctx, life.textId, 'Ajouté après coup.');
    const page = await readText(as(life.french), { textId: life.textId });
    expect(JSON.stringify(page)).not.toContain('Ajouté après coup');
  });

  it('sends nothing when it is only previewed, and refuses other words than those previewed', async () => {
    const life = await given();
    const input = { textId: life.textId, based: 0, until: '2026-03-20', note: 'Merci.', publicUrl };
    const preview = await previewProposal(as(life.secretary), input);
    expect(preview).toMatchObject({
      ok: true,
      value: { number: 1, mails: { recipients: [{ lang: 'fr' }, { lang: 'ja' }], unreached: [] } },
    });
    expect(await stateOfText(life)).toBe('draft');
    expect(await mailsOf('text-proposal', life.members[0]?.mailbox ?? '')).toEqual([]);
    await typeInto(ctx, life.textId, 'Entre-temps.');
    const hash = preview.ok ? preview.value.hash : '';
    expect(await proposeText(as(life.secretary), { ...input, hash })).toMatchObject(refusal('texts.changed-since-preview'));
    expect(await stateOfText(life)).toBe('draft');
  });

  it('does not take for consent the silence of a side that was not written to', async () => {
    const life = await given();
    const at = life.members.findIndex(({ side }) => side === 'JP');
    life.members[at] = { ...(life.members[at] as TextMember), mailbox: null };
    const input = { textId: life.textId, based: 0, until: '2026-03-20', note: '', publicUrl };
    const preview = await previewProposal(as(life.secretary), input);
    expect(preview).toMatchObject({ ok: true, value: { mails: { unreached: ['Alix SATO'] } } });
    await propose(ctx, life);
    await approveBySilence(asProgram(onDay(ctx, '2026-03-25')));
    const page = await readText(as(life.secretary), { textId: life.textId });
    expect(page).toMatchObject({ ok: true, value: { state: 'proposed', approvals: [{ side: 'FR', bySilence: true }] } });
  });

  it('makes one version and one round of mails of two clicks at once', async () => {
    const life = await given();
    const input = { textId: life.textId, based: 0, until: '2026-03-20', note: '', publicUrl };
    const preview = await previewProposal(as(life.secretary), input);
    const hash = preview.ok ? preview.value.hash : '';
    const both = await Promise.all([1, 2].map(() => proposeText(as(life.secretary), { ...input, hash })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject(refusal('texts.changed-meanwhile'));
    expect(await mailsOf('text-proposal', life.members[0]?.mailbox ?? '')).toHaveLength(1);
  });

  it('refuses an empty text, and whoever may not', async () => {
    const empty = await given(words(''));
    const input = { textId: empty.textId, based: 0, until: '2026-03-20', note: '', publicUrl, hash: '' };
    expect(await proposeText(as(empty.secretary), input)).toMatchObject(refusal('texts.nothing-written'));
    const life = await given();
    await propose(ctx, life);
    const again = { ...input, textId: life.textId, based: 1 };
    expect(await proposeText(as(life.french), again)).toMatchObject(refusal('not-allowed'));
    expect(await proposeText(as(life.stranger), again)).toMatchObject(refusal('not-found'));
    expect(await proposeText(test.ctx(), again)).toMatchObject(refusal('sign-in-required'));
  });
});

describe('reading a text', () => {
  it('shows a draft to nobody but those who write it, not even that it exists', async () => {
    const life = await given(words('Secret du projet.'));
    expect(await readText(as(life.french), { textId: life.textId })).toMatchObject(refusal('not-found'));
    expect(await readText(as(life.stranger), { textId: life.textId })).toMatchObject(refusal('not-found'));
    expect(await readText(as(life.secretary), { textId: life.textId })).toMatchObject({ ok: true, value: { shown: { number: null } } });
    for (const textId of ['', 'x', '019a0000-0000-7000-8000-000000000000', "' or 1=1 --"])
      expect(await readText(as(life.secretary), { textId })).toMatchObject(refusal('not-found'));
  });

  it('shows members what was proposed, never the words under way, also after it was taken back', async () => {
    const life = await given();
    await propose(ctx, life);
    await typeInto(ctx, life.textId, 'Secret du projet.');
    const read = async () => readText(as(life.japanese), { textId: life.textId });
    expect(JSON.stringify(await read())).not.toContain('Secret');
    await withdrawProposal(as(life.secretary), { textId: life.textId, version: 1, reason: 'À reprendre.' });
    const back = await read();
    expect(back).toMatchObject({ ok: true, value: { state: 'draft', shown: { number: 1 }, may: { comment: false, approveFor: [] } } });
    expect(JSON.stringify(back)).not.toContain('Secret');
    expect(await compareVersions(as(life.japanese), { textId: life.textId, from: 1, to: 2 })).toMatchObject(refusal('not-found'));
  });

  it('gives who has no right over it nothing: not the words, not what was said, not by any address', async () => {
    const life = await given(words('Secret du comité national.'));
    await propose(ctx, life);
    const { textId } = life;
    await commentText(as(life.french), said(life, { body: 'Secret aussi.' }));
    const [comment] = await ctx.db.select().from(textComments);
    const base = as(life.stranger);
    const tries = [
      await readText(base, { textId }),
      await readText(base, { textId, version: 1 }),
      await compareVersions(base, { textId }),
      await previewProposal(base, { textId, based: 1, until: '2026-03-20', note: '', publicUrl }),
      await previewPublication(base, { textId, publicUrl }),
      await commentText(base, said(life)),
      await answerComment(base, { textId, commentId: comment?.id ?? '', revision: 1, answer: 'taken-in', reply: '' }),
      await withdrawComment(base, { textId, commentId: comment?.id ?? '' }),
      await approveText(base, { textId, version: 1, side: 'FR' }),
      await withdrawProposal(base, { textId, version: 1, reason: 'x' }),
      await publishText(base, { textId, publicUrl }),
      await addErratum(base, { textId, count: 0, insteadOf: 'a', read: 'b', reason: 'c' }),
    ];
    for (const tried of tries) expect(['not-found', 'not-allowed']).toContain(tried.ok ? 'ok' : tried.refusal.code);
    expect(JSON.stringify(tries)).not.toContain('Secret');
    expect(await stateOfText(life)).toBe('proposed');
  });
});
