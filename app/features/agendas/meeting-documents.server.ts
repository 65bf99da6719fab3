import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** A document of the program that may be bound into a meeting's file. */
export type MakeableDocument = {
  /** Kept with the meeting (`doc-5`). */
  key: string;
  title: LocalisedText;
  /** Its PDF as the actor of `ctx` may see it. */
  make(ctx: Ctx, request: { edition: string; lang: Locale }): Promise<Result<{ bytes: Uint8Array }>>;
};

let registered: readonly MakeableDocument[] = [];

/** Says which documents of other features may be bound in: once, by the composition root. Agendas know none of those features. */
export function registerMeetingDocuments(documents: readonly MakeableDocument[]): void {
  registered = documents;
}

/** The documents that may be bound in. */
export function makeableDocuments(): readonly MakeableDocument[] {
  return registered;
}

/**
 * Makes a document as a member of the committee would be given it, whoever asks: what is in a file of participants is what may
 * circulate among them, never what only the organisers see.
 */
export function makeForMembers(
  ctx: Ctx,
  document: MakeableDocument,
  { committeeId, edition, lang }: { committeeId: string; edition: string; lang: Locale },
): Promise<Result<{ bytes: Uint8Array }>> {
  const member: Ctx['actor'] = {
    kind: 'person',
    // Nobody in particular: no right of a person's own, only the membership.
    personId: '00000000-0000-0000-0000-000000000000',
    sessionId: '',
    name: '',
    lang,
    grants: [{ role: 'committee-member', committeeId }],
  };
  return document.make({ ...ctx, actor: member, locale: lang }, { edition, lang });
}
