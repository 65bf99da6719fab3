import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { erasePerson } from '#app/features/accounts/use-cases/erase-person.server.ts';
import { refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { useTestDatabase } from '#app/platform/testing/database.ts';
import { textPersonalData } from '../personal-data.server.ts';
import { textRow } from '../queries.server.ts';
import { textComments, textErrata, textSeals, textVersions } from '../schema-life.server.ts';
import { verifySeal } from '../seal.server.ts';
import { asProgram, type GivenLife, givenLife, givenLifeKind, onDay, propose, typeInto } from '../testing/life.ts';
import { addErratum } from './add-erratum.server.ts';
import { answerComment } from './answer-comment.server.ts';
import { approveBySilence } from './approve-by-silence.server.ts';
import { approveText } from './approve-text.server.ts';
import { type CommentOnText, commentText } from './comment-text.server.ts';
import { proposeText } from './propose-text.server.ts';
import { publishText } from './publish-text.server.ts';
import { readText } from './read-text.server.ts';
import { withdrawComment } from './withdraw-comment.server.ts';
import { withdrawProposal } from './withdraw-proposal.server.ts';

const test = useTestDatabase();
beforeAll(givenLifeKind);
const publicUrl = 'https://entente.example';
let ctx: Ctx;
/** A text before its members until 20 March 2026; today is the 16th. */
const given = async () => {
  ctx = test.ctx();
  const life = await givenLife(ctx);
  await propose(ctx, life);
  return life;
};
const as = (actor: Ctx['actor'], base = ctx): Ctx => ({ ...base, actor });
const said = (life: GivenLife, change: Partial<CommentOnText> = {}): CommentOnText => ({
  ...{ textId: life.textId, version: 1, block: '0', quote: '', kind: 'comment', body: 'Vu.', proposed: '', forPersonId: '' },
  ...change,
});
const refusal = (code: string) => ({ ok: false, refusal: { code } });
const stateOfText = async (life: GivenLife) => (await textRow(ctx.db, life.textId))?.state;
const yes = (life: GivenLife, side: 'FR' | 'JP', version = 1) =>
  approveText(as(side === 'FR' ? life.french : life.japanese), { textId: life.textId, version, side });
const answer = async (life: GivenLife, commentId: string, given: string, reply = '', revision = 1) =>
  answerComment(as(life.secretary), { textId: life.textId, commentId, revision, answer: given, reply });
const comment = async (life: GivenLife, actor: Ctx['actor'], change: Partial<CommentOnText> = {}) => {
  const done = await commentText(as(actor), said(life, change));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value.id;
};
const sealed = async () => {
  const life = await given();
  await yes(life, 'FR');
  await yes(life, 'JP');
  return life;
};

describe('commenting', () => {
  it('keeps what was said with its passage, its side and its version, once however often it is sent', async () => {
    const life = await given();
    const words = { kind: 'correction', quote: 'Premier', proposed: '<b>Second</b>', body: '<script>alert(1)</script>' };
    const ids = await Promise.all([comment(life, life.japanese, words), comment(life, life.japanese, words)]);
    expect(ids[0]).toBe(ids[1]);
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({
      ok: true,
      value: { comments: [{ ...words, block: 0, side: 'JP', version: 1, name: 'Alix SATO', own: false, state: 'open' }] },
    });
  });

  it('is open on the last day and closed on the next', async () => {
    const life = await given();
    expect((await commentText(as(life.french, onDay(ctx, '2026-03-20')), said(life, { body: 'A temps.' }))).ok).toBe(true);
    expect(await commentText(as(life.french, onDay(ctx, '2026-03-21')), said(life))).toMatchObject(refusal('texts.comments-closed'));
  });

  it('tells who comments an older version that another one stands now, and keeps what was said of the older', async () => {
    const life = await given();
    await comment(life, life.french, { body: 'Sur la première.' });
    await typeInto(ctx, life.textId, 'Nouveau.');
    await propose(ctx, life, 1);
    expect(await commentText(as(life.french), said(life))).toMatchObject({
      refusal: { code: 'texts.text-changed', params: { version: 2 } },
    });
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({ ok: true, value: { shown: { number: 2 }, comments: [{ version: 1, body: 'Sur la première.' }] } });
  });

  it('refuses what is not a member’s, and lets the secretariat enter a member’s words under both names', async () => {
    const life = await given();
    expect(await commentText(as(life.stranger), said(life))).toMatchObject(refusal('not-found'));
    expect(await commentText(as(life.french), said(life, { forPersonId: life.japanese.personId }))).toMatchObject(refusal('not-allowed'));
    expect(await commentText(as(life.secretary), said(life, { forPersonId: '019a0000-0000-7000-8000-000000000000' }))).toMatchObject(
      refusal('texts.not-a-member'),
    );
    const id = await comment(life, life.secretary, { forPersonId: life.japanese.personId, kind: 'objection' });
    const [row] = await ctx.db.select().from(textComments).where(eq(textComments.id, id));
    expect(row).toMatchObject({ personId: life.japanese.personId, side: 'JP', kind: 'objection' });
    expect(row?.enteredBy).not.toBeNull();
  });

  it('is taken back by its author alone, and stays on record', async () => {
    const life = await given();
    const commentId = await comment(life, life.french);
    expect(await withdrawComment(as(life.japanese), { textId: life.textId, commentId })).toMatchObject(refusal('not-allowed'));
    expect((await withdrawComment(as(life.french), { textId: life.textId, commentId })).ok).toBe(true);
    const wordsFor = async (actor: Ctx['actor']) => {
      const page = await readText(as(actor), { textId: life.textId });
      return page.ok ? page.value.comments.map(({ state, body }) => `${state}: ${body}`) : [];
    };
    expect(await wordsFor(life.japanese)).toEqual(['withdrawn: ']);
    expect(await wordsFor(life.french)).toEqual(['withdrawn: Vu.']);
    expect(await wordsFor(life.secretary)).toEqual(['withdrawn: Vu.']);
    expect(await answer(life, commentId, 'taken-in', '', 2)).toMatchObject(refusal('texts.comment-withdrawn'));
  });

  it('is answered by who writes, with a reason when it is not taken in, and by one of two at a time', async () => {
    const life = await given();
    const commentId = await comment(life, life.french);
    expect(
      await answerComment(as(life.french), { textId: life.textId, commentId, revision: 1, answer: 'taken-in', reply: '' }),
    ).toMatchObject(refusal('not-allowed'));
    expect(await answer(life, commentId, 'not-taken-in')).toMatchObject(refusal('texts.reply-missing'));
    expect(await answer(life, commentId, 'burned')).toMatchObject(refusal('texts.no-answer'));
    expect((await answer(life, commentId, 'not-taken-in', 'Déjà dit plus haut.')).ok).toBe(true);
    expect(await answer(life, commentId, 'taken-in')).toMatchObject(refusal('texts.changed-meanwhile'));
    const other = await given();
    expect(await answer(other, commentId, 'taken-in', '', 2)).toMatchObject(refusal('not-found'));
  });
});

describe('approving', () => {
  it('seals the text with the last side’s yes, tells the feature that owns it, and the seal holds', async () => {
    const life = await given();
    expect(await yes(life, 'FR')).toEqual({ ok: true, value: { sealed: false } });
    expect(await stateOfText(life)).toBe('proposed');
    expect(life.approved).toEqual([]);
    expect(await yes(life, 'JP')).toEqual({ ok: true, value: { sealed: true } });
    expect(await stateOfText(life)).toBe('approved');
    expect(life.approved).toMatchObject([{ textId: life.textId, number: 1, sealedOn: '2026-03-16', annexes: { present: ['Ville A'] } }]);
    const text = await textRow(ctx.db, life.textId);
    const check = text && (await verifySeal(ctx.db, text));
    expect(check).toMatchObject({ holds: true, version: 1 });
    expect(check?.seal).toMatch(/^[0-9a-f]{64}$/);
    expect(check?.seal).toBe(life.approved[0]?.seal);
  });

  it('is refused twice for a side, for another side, for an older version, and after the seal', async () => {
    const life = await given();
    await yes(life, 'FR');
    expect(await yes(life, 'FR')).toMatchObject(refusal('texts.already-approved'));
    expect(await approveText(as(life.french), { textId: life.textId, version: 1, side: 'JP' })).toMatchObject(refusal('not-allowed'));
    expect(await approveText(as(life.french), { textId: life.textId, version: 1, side: 'XX' })).toMatchObject(refusal('not-allowed'));
    await typeInto(ctx, life.textId, 'Nouveau.');
    await propose(ctx, life, 1);
    expect(await yes(life, 'JP')).toMatchObject({ refusal: { code: 'texts.text-changed', params: { version: 2 } } });
    // A yes to the first version is none to the second.
    expect(await yes(life, 'JP', 2)).toEqual({ ok: true, value: { sealed: false } });
    expect(await yes(life, 'FR', 2)).toEqual({ ok: true, value: { sealed: true } });
    expect(await yes(life, 'FR', 2)).toMatchObject(refusal('texts.sealed'));
  });

  it('seals once when both sides say yes at once', async () => {
    const life = await given();
    const both = await Promise.all([yes(life, 'FR'), yes(life, 'JP')]);
    expect(both.map((one) => one.ok && one.value.sealed).toSorted()).toEqual([false, true]);
    expect(life.approved).toHaveLength(1);
    expect(await ctx.db.select().from(textSeals).where(eq(textSeals.textId, life.textId))).toHaveLength(1);
  });

  it('and taking back, at once, end as one or the other, never as both', async () => {
    for (let round = 0; round < 4; round++) {
      const life = await given();
      await yes(life, 'FR');
      const back = withdrawProposal(as(life.secretary), { textId: life.textId, version: 1, reason: 'À reprendre.' });
      const [approved, withdrawn] = await Promise.all([yes(life, 'JP'), back]);
      expect([approved.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      expect(await stateOfText(life)).toBe(approved.ok ? 'approved' : 'draft');
      expect(life.approved).toHaveLength(approved.ok ? 1 : 0);
    }
  });

  it('leaves nothing behind when what follows from it is refused', async () => {
    const life = await given();
    await yes(life, 'FR');
    life.kind.approved = async () => refuse('test.no');
    expect(await yes(life, 'JP')).toMatchObject(refusal('test.no'));
    expect(await stateOfText(life)).toBe('proposed');
    expect(await ctx.db.select().from(textSeals).where(eq(textSeals.textId, life.textId))).toEqual([]);
    delete life.kind.approved;
    expect(await yes(life, 'JP')).toEqual({ ok: true, value: { sealed: true } });
  });

  it('waits for corrections to be answered, and for the version that holds those taken in', async () => {
    const life = await given();
    const id = await comment(life, life.japanese, { kind: 'correction', proposed: 'Autre.' });
    expect(await yes(life, 'FR')).toMatchObject(refusal('texts.open-corrections'));
    await answer(life, id, 'taken-in');
    expect(await yes(life, 'FR')).toMatchObject(refusal('texts.correction-pending'));
    await typeInto(ctx, life.textId, 'Autre.');
    await propose(ctx, life, 1);
    expect((await yes(life, 'FR', 2)).ok).toBe(true);
  });

  it('cannot be had of a text taken back', async () => {
    const life = await given();
    expect(await withdrawProposal(as(life.secretary), { textId: life.textId, version: 1, reason: ' ' })).toMatchObject(
      refusal('texts.reason-missing'),
    );
    expect(await withdrawProposal(as(life.french), { textId: life.textId, version: 1, reason: 'x' })).toMatchObject(refusal('not-allowed'));
    expect((await withdrawProposal(as(life.secretary), { textId: life.textId, version: 1, reason: 'À reprendre.' })).ok).toBe(true);
    expect(await yes(life, 'FR')).toMatchObject(refusal('texts.not-proposed'));
    expect(await commentText(as(life.french), said(life))).toMatchObject(refusal('texts.not-proposed'));
    await propose(ctx, life, 1);
    expect(await stateOfText(life)).toBe('proposed');
  });
});

describe('silence', () => {
  const run = (day: string) => approveBySilence(asProgram(onDay(ctx, day)));

  it('approves after the date for those who said nothing, once, however often and from wherever it is looked', async () => {
    const life = await given();
    await yes(life, 'FR');
    await run('2026-03-20');
    expect(await stateOfText(life)).toBe('proposed');
    await Promise.all([run('2026-03-21'), run('2026-03-21')]);
    await run('2026-03-22');
    expect(await stateOfText(life)).toBe('approved');
    expect(life.approved).toHaveLength(1);
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({
      ok: true,
      value: {
        approvals: [
          { side: 'FR', bySilence: false, name: 'Alix DURAND' },
          { side: 'JP', bySilence: true, name: '' },
        ],
        seal: { holds: true, sealedOn: '2026-03-21' },
      },
    });
  });

  it('never approves where it was not announced, even when the committee decides so later', async () => {
    ctx = test.ctx();
    const life = await givenLife(ctx);
    life.kind.silence = false;
    await propose(ctx, life);
    life.kind.silence = true;
    await run('2026-04-30');
    expect(await stateOfText(life)).toBe('proposed');
  });

  it('does not pass over an objection or a correction of that side, and does once the correction is answered', async () => {
    const objected = await given();
    await comment(objected, objected.japanese, { kind: 'objection', body: 'Non.' });
    const corrected = await given();
    const id = await comment(corrected, corrected.japanese, { kind: 'correction', proposed: 'Autre.' });
    await run('2026-03-25');
    for (const life of [objected, corrected])
      expect(await readText(as(life.french), { textId: life.textId })).toMatchObject({ ok: true, value: { approvals: [{ side: 'FR' }] } });
    await answer(corrected, id, 'not-taken-in', 'Déjà dit.');
    await run('2026-03-25');
    expect(await stateOfText(corrected)).toBe('approved');
    expect(await stateOfText(objected)).toBe('proposed');
  });

  it('of one text goes on when another’s cannot be settled', async () => {
    const [stuck, free] = [await given(), await given()];
    stuck.kind.approved = async () => refuse('test.no');
    await run('2026-03-25');
    expect(await stateOfText(stuck)).toBe('proposed');
    expect(await stateOfText(free)).toBe('approved');
  });
});

describe('a sealed text', () => {
  it('cannot be changed, not even past the program', async () => {
    const life = await sealed();
    const cause = async (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (error) => String((error as Error).cause),
      );
    for (const table of ['text_versions', 'text_approvals', 'text_seals', 'text_steps'])
      for (const statement of [`update ${table} set created_at = now()`, `delete from ${table}`, `truncate ${table} cascade`])
        expect(await cause(ctx.db.execute(sql.raw(statement)))).toContain('append-only');
    const input = { textId: life.textId, based: 1, until: '2026-03-30', note: '', publicUrl, hash: '' };
    expect(await proposeText(as(life.secretary), input)).toMatchObject(refusal('texts.sealed'));
    expect(await withdrawProposal(as(life.secretary), { textId: life.textId, version: 1, reason: 'x' })).toMatchObject(
      refusal('texts.sealed'),
    );
    expect(await commentText(as(life.french), said(life))).toMatchObject(refusal('texts.sealed'));
  });

  it('shows it when a single character of what is stored was changed all the same', async () => {
    const life = await sealed();
    await ctx.db.transaction(async (tx) => {
      await tx.execute(sql`alter table text_versions disable trigger text_versions_append_only`);
      const changed = {
        type: 'doc' as const,
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Premier point!' }] }],
      };
      await tx.update(textVersions).set({ document: changed }).where(eq(textVersions.textId, life.textId));
      await tx.execute(sql`alter table text_versions enable trigger text_versions_append_only`);
    });
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({ ok: true, value: { seal: { holds: false } } });
  });

  it('is sent to the members once, by who may, and only once it is approved', async () => {
    const life = await given();
    expect(await publishText(as(life.secretary), { textId: life.textId, publicUrl })).toMatchObject(refusal('texts.not-approved'));
    await yes(life, 'FR');
    await yes(life, 'JP');
    expect(await publishText(as(life.french), { textId: life.textId, publicUrl })).toMatchObject(refusal('not-allowed'));
    const both = await Promise.all([1, 2].map(() => publishText(as(life.secretary), { textId: life.textId, publicUrl })));
    expect(both.filter(({ ok }) => ok)).toMatchObject([{ value: { mails: 2 } }]);
    expect(both.find(({ ok }) => !ok)).toMatchObject(refusal('texts.already-published'));
  });

  it('is corrected by errata beside it, numbered, each with its reason', async () => {
    const life = await sealed();
    const input = { textId: life.textId, count: 0, insteadOf: 'Premier', read: 'Second', reason: 'Erreur de transcription.' };
    expect(await addErratum(as(life.french), input)).toMatchObject(refusal('not-allowed'));
    expect(await addErratum(as(life.secretary), { ...input, reason: '' })).toMatchObject(refusal('texts.reason-missing'));
    expect(await addErratum(as(life.secretary), { ...input, insteadOf: '', read: '' })).toMatchObject(refusal('texts.words-missing'));
    expect(await addErratum(as(life.secretary), input)).toEqual({ ok: true, value: { number: 1 } });
    expect(await addErratum(as(life.secretary), input)).toMatchObject(refusal('texts.changed-meanwhile'));
    expect(await addErratum(as(life.secretary), { ...input, count: 1 })).toEqual({ ok: true, value: { number: 2 } });
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({ ok: true, value: { errata: [{ number: 1 }, { number: 2 }], seal: { holds: true }, state: 'approved' } });
    await expect(ctx.db.delete(textErrata)).rejects.toThrow();
    const draft = await given();
    expect(await addErratum(as(draft.secretary), { ...input, textId: draft.textId })).toMatchObject(refusal('texts.not-approved'));
  });

  it('keeps its seal when an approver’s data is erased, and that somebody spoke', async () => {
    const life = await given();
    await comment(life, life.japanese, { body: 'Mes mots à moi.' });
    await yes(life, 'FR');
    await yes(life, 'JP');
    const { personId } = life.japanese;
    const held = await textPersonalData.exportOf(ctx, personId);
    expect(held).toMatchObject({ comments: [{ body: 'Mes mots à moi.' }], approvals: [{ side: 'JP' }] });
    expect((await erasePerson(asProgram(ctx), { personId }, [textPersonalData])).ok).toBe(true);
    const page = await readText(as(life.french), { textId: life.textId });
    expect(page).toMatchObject({
      ok: true,
      value: {
        seal: { holds: true },
        approvals: [{ side: 'FR' }, { side: 'JP', name: '' }],
        comments: [{ body: '', name: '', erased: true }],
      },
    });
    expect(JSON.stringify(page)).not.toContain('Alix SATO');
    expect(JSON.stringify(await textPersonalData.exportOf(ctx, personId))).not.toContain('Mes mots');
  });
});
