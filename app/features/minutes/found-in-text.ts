import { type Flow, type TextDocument, textOfBlock } from '#app/features/texts/public.ts';
import { squeeze } from '#app/lib/squeeze.ts';
import type { FoundAction } from './domain/action.ts';

const wordsOf = (block: { content: readonly Flow[] }): string => squeeze(block.content.map(textOfBlock).join(' '));

/** The actions of a text in their order. */
export function actionsOf(document: TextDocument): FoundAction[] {
  return document.content.flatMap((block) =>
    block.type === 'action'
      ? [
          {
            id: block.attrs.id,
            ownerId: block.attrs.ownerId,
            owner: squeeze(block.attrs.owner),
            due: block.attrs.due,
            text: wordsOf(block),
          },
        ]
      : [],
  );
}

/** How many decisions and statements of a text hold no word. */
export function emptyParts(document: TextDocument): { decisions: number; statements: number } {
  const parts = document.content.filter((block) => block.type === 'decision' || block.type === 'statement');
  const empty = parts.filter((block) => wordsOf(block) === '');
  const decisions = empty.filter(({ type }) => type === 'decision').length;
  return { decisions, statements: empty.length - decisions };
}
