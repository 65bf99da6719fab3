import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { TextDocument } from './document.ts';
import { textOfBlock } from './document-text.ts';
import { COMMENT_KINDS, type CommentKind } from './life.ts';
import { readTyped } from './typed.ts';

/** A comment as it comes from a form: `block` is the place of the block in the document, from 0, or empty for the text as a whole. */
export type CommentInput = { block: string; quote: string; kind: string; body: string; proposed: string };

export type CommentFacts = { block: number | null; quote: string; kind: CommentKind; body: string; proposed: string };

/**
 * A comment on a version, read from what was typed; markup stays the text that it is. Refuses an unknown kind (`texts.unknown-kind`), a block
 * that the version has not (`texts.no-such-block`), quoted words that are not in it (`texts.quote-not-found`), nothing said
 * (`texts.nothing-said`), a correction without its own words (`texts.words-missing`), and what is too long (`texts.too-long`).
 */
export function readComment(input: CommentInput, document: TextDocument): Result<CommentFacts> {
  const kind = COMMENT_KINDS.find((one) => one === input.kind);
  if (!kind) return refuse('texts.unknown-kind', { field: 'kind' });
  const block = input.block === '' ? null : Number(input.block);
  const meant = block === null ? undefined : document.content[block];
  if (block !== null && (!/^\d{1,6}$/.test(input.block) || !meant)) return refuse('texts.no-such-block', { field: 'body' });
  const body = readTyped(input.body, 'body');
  if (!body.ok) return body;
  const proposed = readTyped(kind === 'correction' ? input.proposed : '', 'proposed');
  if (!proposed.ok) return proposed;
  const quote = readTyped(input.quote, 'quote');
  if (!quote.ok) return quote;
  if (kind === 'correction' ? !proposed.value && !body.value : !body.value)
    return kind === 'correction' ? refuse('texts.words-missing', { field: 'proposed' }) : refuse('texts.nothing-said', { field: 'body' });
  if (quote.value && (!meant || !squeezed(textOfBlock(meant)).includes(squeezed(quote.value))))
    return refuse('texts.quote-not-found', { field: 'quote' });
  return ok({ block, quote: quote.value, kind, body: body.value, proposed: proposed.value });
}

/** Words as they are compared with a passage: a browser copies line ends and unbreakable spaces otherwise than they are stored. */
const squeezed = (text: string) => text.replace(/\s+/gu, ' ').trim();
