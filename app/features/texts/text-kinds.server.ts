import type { FormsOfAddress } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { LocalisedText } from '#app/lib/localised-text.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { AnnexTables } from './domain/annex.ts';
import type { TextDocument } from './domain/document.ts';
import type { TextSuggestions } from './suggestions.ts';

/** What an actor may do with the texts of a subject. */
export type TextRights = {
  /** Read what was proposed, approved or published; a draft is for those who write or propose it. */
  read: boolean;
  comment: boolean;
  write: boolean;
  propose: boolean;
  /** Publish what was approved, and add errata to it. */
  publish: boolean;
  /** The sides for which they may say yes. */
  approveFor: readonly string[];
};

/** A person who is asked to comment on and approve a text, with the side they stand for. */
export type TextMember = {
  personId: string;
  name: string;
  mailbox: string | null;
  lang: Locale;
  organisationId: string | null;
  side: string;
  /** How a letter addresses them; without it, by their name. */
  address?: FormsOfAddress;
};

/** A version that has just been approved and sealed. */
export type ApprovedVersion = {
  textId: string;
  versionId: string;
  number: number;
  lang: Locale;
  document: TextDocument;
  annexes: unknown;
  /** The seal: SHA-256, in hexadecimal. */
  seal: string;
  /** The business day of the seal, `YYYY-MM-DD`. */
  sealedOn: string;
};

/**
 * A kind of text, as the feature that owns its subjects describes it. This feature knows no minutes nor declaration: whatever depends
 * on the subject (who may, who is asked, what is frozen along) is asked here.
 */
export type TextKind = {
  /** E.g. `minutes`. */
  kind: string;
  rights(ctx: Ctx, subjectId: string): Promise<TextRights>;
  members(ctx: Ctx, subjectId: string): Promise<TextMember[]>;
  /** The sides that must approve, and whether silence after the date approves for those who have not. */
  approval(ctx: Ctx, subjectId: string): Promise<{ sides: readonly string[]; silence: boolean }>;
  /** Frozen into a version besides the words (attendance, grid). Plain JSON. */
  annexes(ctx: Ctx, subjectId: string): Promise<unknown>;
  /** The frozen annexes as tables, for the page of the text: what stands where the text names them. */
  annexTables?(annexes: unknown, locale: Locale): AnnexTables;
  /** What somebody should look at before these words are proposed, as sentences in the language of the context; nothing is refused. */
  remarks?(ctx: Ctx, subjectId: string, document: TextDocument): Promise<string[]>;
  /** After the approval, in its transaction; a refusal takes the approval back. */
  approved?(tx: Ctx, subjectId: string, version: ApprovedVersion): Promise<Result<void>>;
  /** What the editor offers to choose from: speakers, who may owe an action, documents, annexes. */
  suggestions?(ctx: Ctx, subjectId: string): Promise<TextSuggestions>;
  title(ctx: Ctx, subjectId: string): Promise<LocalisedText>;
  /** Where the page of the subject is. */
  href(locale: Locale, subjectId: string): string;
};

/** What is frozen along with a version of a text now, as it will come back from the database: a hash is of what is kept. */
export async function annexesOf(ctx: Ctx, kind: TextKind, subjectId: string): Promise<unknown> {
  return JSON.parse(JSON.stringify((await kind.annexes(ctx, subjectId)) ?? null));
}

let kinds: ReadonlyMap<string, TextKind> = new Map();

/** Says, once at the start of the program, which kinds of texts there are. */
export function registerTextKinds(list: readonly TextKind[]): void {
  kinds = new Map(list.map((one) => [one.kind, one]));
}

/** The kind of that name. Throws for one that nobody registered: a text of it is a fault of the program, not of its reader. */
export function textKindOf(kind: string): TextKind {
  const found = kinds.get(kind);
  if (!found) throw new Error(`no such kind of text: ${kind}`);
  return found;
}
