import * as Y from 'yjs';
import { keepLocally } from './keep.ts';

/** What the former page of writing hands to the script. */
export type LeftOverData = { text: string; person: string; vector: string; reading: string };

/** The words that a state holds beyond a state vector: what was typed and never sent, piece by piece. */
export function wordsBeyond(shared: Y.Doc, vector: Uint8Array): string[] {
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(shared, vector));
  return structs
    .flatMap((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : []))
    .filter((words) => words.trim() !== '');
}

/** Shows what this device has of a sealed text and the text has not; with nothing of the kind, goes on to the text and forgets the copy. */
export async function showLeftOver(root: HTMLElement): Promise<void> {
  const { text, person, vector, reading } = JSON.parse(root.dataset.leftOver ?? '{}') as LeftOverData;
  const shared = new Y.Doc();
  const kept = await keepLocally(text, person, shared);
  const goOn = async () => {
    await kept.clear();
    location.replace(reading);
  };
  const words = wordsBeyond(
    shared,
    Uint8Array.from(atob(vector), (sign) => sign.charCodeAt(0)),
  );
  if (words.length === 0) return goOn();
  root.querySelector('[data-words]')?.replaceChildren(
    ...words.map((piece) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = piece;
      return paragraph;
    }),
  );
  root.querySelector('[data-forget]')?.addEventListener('click', () => void goOn());
  root.querySelector('[data-found]')?.removeAttribute('hidden');
}
