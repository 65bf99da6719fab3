import { nameOfPerson } from '#app/features/accounts/public.ts';
import { type DisplayName, displayName } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { type ReadText, readText as readLocalised } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AnnexTables } from '../domain/annex.ts';
import type { TextDocument } from '../domain/document.ts';
import { type CommentKind, type CommentState, mayApprove, mayComment } from '../domain/life.ts';
import { isOpen } from '../domain/text-state.ts';
import { BY_SILENCE, type OpenedText, openText, personOf, todayOf } from '../open-text.server.ts';
import { currentDocument } from '../queries.server.ts';
import { findVersion, listApprovals, listComments, listErrata, listSteps, listVersions } from '../queries-life.server.ts';
import { hashOfVersion, type SealCheck, verifySeal } from '../seal.server.ts';
import { annexesOf, type TextRights } from '../text-kinds.server.ts';

/** A comment as a page shows it. */
export type ShownComment = {
  id: string;
  version: number;
  block: number | null;
  quote: string;
  kind: CommentKind;
  body: string;
  proposed: string;
  /** Empty for an erased person. */
  name: string;
  organisation: DisplayName | null;
  side: string | null;
  saidOn: string;
  state: CommentState;
  reply: string;
  revision: number;
  /** Whether the reader may take it back. */
  own: boolean;
  /** Whether its words were erased with its author's data. */
  erased: boolean;
};

/** The words that are shown: a version, or (`number` null) the draft as it stands. */
export type ShownVersion = { number: number | null; document: TextDocument; annexes: AnnexTables; note: string; proposedOn: string | null };

export type TextPage = {
  id: string;
  lang: Locale;
  title: ReadText | null;
  /** Where the page of the subject is. */
  subjectHref: string;
  state: OpenedText['text']['state'];
  shown: ShownVersion;
  versions: Awaited<ReturnType<typeof listVersions>>;
  /** The version before the members or the sealed one, with its rules; null when there is none. */
  latest: { number: number; until: string; silence: boolean; sides: string[]; askedCount: number; isOver: boolean } | null;
  approvals: { side: string; approvedOn: string; bySilence: boolean; name: string }[];
  comments: ShownComment[];
  steps: { step: string; version: number | null; side: string | null; on: string; name: string; note: string; bySilence: boolean }[];
  seal: SealCheck | null;
  errata: { number: number; insteadOf: string; read: string; reason: string; addedOn: string }[];
  /** What the reader may do with the text at some time of its life. */
  rights: TextRights;
  /** What the reader may do now, on the latest version. */
  may: {
    comment: boolean;
    write: boolean;
    propose: boolean;
    withdraw: boolean;
    approveFor: string[];
    publish: boolean;
    addErratum: boolean;
  };
  /** For whoever may propose: the members in whose name a comment can be entered. */
  members: { personId: string; name: string; side: string }[];
  /** For whoever writes: whether the words have been changed since the latest version. */
  changedSince: boolean;
};

/**
 * A text for whoever may read it: the version asked for, else the draft for those who write it while it is one, else the latest version.
 * A version that does not exist is `not-found`; the draft is never given to members.
 */
export async function readText(ctx: Ctx, input: { textId: string; version?: number }): Promise<Result<TextPage>> {
  const opened = await openText(ctx, input.textId);
  if (!opened.ok) return opened;
  const { text, kind, rights, version } = opened.value;
  const shown = await showVersion(ctx, opened.value, input.version);
  if (!shown) return refuse('not-found');
  const members = rights.propose ? await kind.members(ctx, text.subjectId) : [];
  return ok({
    ...{ id: text.id, lang: text.lang, state: text.state, shown, rights },
    title: readLocalised(await kind.title(ctx, text.subjectId), ctx.locale),
    subjectHref: kind.href(ctx.locale, text.subjectId),
    versions: await listVersions(ctx.db, text.id),
    latest: version && latestOf(version, todayOf(ctx)),
    approvals: version ? await approvalsOf(ctx, version.id) : [],
    comments: await commentsOf(ctx, opened.value),
    steps: await stepsOf(ctx, text.id),
    seal: await verifySeal(ctx.db, text),
    errata: (await listErrata(ctx.db, text.id)).map(({ number, insteadOf, read, reason, addedOn }) => ({
      number,
      insteadOf,
      read,
      reason,
      addedOn,
    })),
    may: rightsNow(ctx, opened.value),
    members: members.map(({ personId, name, side }) => ({ personId, name, side })),
    changedSince: await hasChanged(ctx, opened.value),
  });
}

type Latest = NonNullable<OpenedText['version']>;

function latestOf(version: Latest, today: string): TextPage['latest'] {
  const { number, commentsUntil: until, silence, sides, askedCount } = version;
  return { number, until, silence, sides, askedCount, isOver: today > until };
}

async function showVersion(
  ctx: Ctx,
  { text, kind, version, seesDraft }: OpenedText,
  asked: number | undefined,
): Promise<ShownVersion | null> {
  const showsDraft = seesDraft && asked === undefined && (text.state === 'draft' || !version);
  if (showsDraft) {
    const annexes = kind.annexTables?.(await kind.annexes(ctx, text.subjectId), ctx.locale) ?? {};
    return { number: null, document: await currentDocument(ctx.db, text.id), annexes, note: '', proposedOn: null };
  }
  const found = asked === undefined ? version : await findVersion(ctx.db, text.id, asked);
  if (!found) return null;
  const { number, document, note, proposedOn } = found;
  return { number, document, annexes: kind.annexTables?.(found.annexes, ctx.locale) ?? {}, note, proposedOn };
}

function rightsNow(ctx: Ctx, { text, rights, life, version }: OpenedText): TextPage['may'] {
  const number = version?.number ?? 0;
  const open = isOpen(text.state);
  return {
    comment: (rights.comment || rights.propose) && mayComment(life, { version: number, today: todayOf(ctx) }).ok,
    write: rights.write && open,
    propose: rights.propose && open,
    withdraw: rights.propose && text.state === 'proposed',
    // A side that must wait for an answer to a correction is told so on the page of the approval.
    approveFor: rights.approveFor.filter((side) => {
      const gate = mayApprove(life, { version: number, side });
      return gate.ok || ['texts.open-corrections', 'texts.correction-pending'].includes(gate.refusal.code);
    }),
    publish: rights.publish && text.state === 'approved',
    addErratum: rights.publish && !open,
  };
}

async function approvalsOf(ctx: Ctx, versionId: string): Promise<TextPage['approvals']> {
  return (await listApprovals(ctx.db, versionId)).map(({ approval: { side, approvedOn, bySilence }, person }) => ({
    ...{ side, approvedOn, bySilence },
    name: person ? nameOfPerson(person, ctx.locale) : '',
  }));
}

/** What was said of a text. Words that were taken back are shown to their author and to who answers comments. */
async function commentsOf(ctx: Ctx, { text, rights }: OpenedText): Promise<ShownComment[]> {
  const self = personOf(ctx);
  return (await listComments(ctx.db, text.id)).map(({ comment, version, person, organisation }) => {
    const { id, block, kind, side, saidOn, state, reply, revision } = comment;
    const own = self !== null && (comment.personId === self || comment.enteredBy === self);
    const hidden = state === 'withdrawn' && !own && !rights.write;
    const { quote, body, proposed } = hidden ? { quote: '', body: '', proposed: '' } : comment;
    return {
      ...{ id, version, block, quote, kind, body, proposed, side, saidOn, state, reply, revision, own },
      name: nameOfPerson(person, ctx.locale),
      organisation: organisation ? displayName(organisation, ctx.locale) : null,
      erased: person.erasedAt !== null && comment.body === '' && comment.proposed === '',
    };
  });
}

async function stepsOf(ctx: Ctx, textId: string): Promise<TextPage['steps']> {
  return (await listSteps(ctx.db, textId)).map(({ step: { step, version, side, steppedOn: on, note }, person }) => ({
    ...{ step, version, side, on, note: step === 'seal' || step === 'approve' ? '' : note },
    name: person ? nameOfPerson(person, ctx.locale) : '',
    bySilence: step === 'approve' && note === BY_SILENCE,
  }));
}

async function hasChanged(ctx: Ctx, { text, kind, version, rights }: OpenedText): Promise<boolean> {
  if (!version || !isOpen(text.state) || !(rights.write || rights.propose)) return false;
  const annexes = await annexesOf(ctx, kind, text.subjectId);
  return hashOfVersion(await currentDocument(ctx.db, text.id), annexes) !== version.hash;
}
