import { IndexeddbPersistence } from 'y-indexeddb';
import type { Doc } from 'yjs';

/** The copy of a text that the browser keeps for a person; `keeps` is false where it keeps nothing (some private windows). */
export type Kept = { keeps: boolean; origin: unknown; clear(): Promise<void> };

const nameOf = (text: string, person: string) => `entente-text-${text}-${person}`;

/** Whether this browser lets a page keep anything. */
function canKeep(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const probe = indexedDB.open('entente-probe');
      probe.onsuccess = () => {
        probe.result.close();
        resolve(true);
      };
      probe.onerror = () => resolve(false);
      probe.onblocked = () => resolve(false);
    } catch {
      resolve(false);
    }
    setTimeout(() => resolve(false), 3000);
  });
}

/**
 * Reads what the browser kept of a text and goes on keeping: every change, before it is sent. The copy is of one person: another one who
 * signs in on the same device has their own. It goes when the person signs out (`Clear-Site-Data`), and when the text is sealed.
 */
export async function keepLocally(text: string, person: string, shared: Doc): Promise<Kept> {
  if (!(await canKeep())) return { keeps: false, origin: null, clear: async () => {} };
  const persistence = new IndexeddbPersistence(nameOf(text, person), shared);
  await Promise.race([persistence.whenSynced, new Promise((resolve) => setTimeout(resolve, 5000))]);
  return { keeps: true, origin: persistence, clear: () => persistence.clearData() };
}
