import { readMailAddress } from '#app/lib/mail-address.ts';
import type { FormContact } from '../answers.ts';

/** By what a person is known: full names in every script, mailboxes (`shared` with others), and the authorities they serve or served. */
export type Identity = {
  names: readonly string[];
  mailboxes: readonly { normalised: string; shared: boolean }[];
  organisationIds: readonly string[];
};

/** What is said after a Japanese name, and is none of it. */
const HONORIFIC = /(様|さま|氏|さん|殿)$/u;

/**
 * Whether a contact that an authority typed into its form is a person on record: by a mailbox that is theirs alone; or by their
 * full name, with a mailbox they share or at an authority they serve. A name alone elsewhere may be somebody else's.
 */
export function isContactOf(identity: Identity, contact: Pick<FormContact, 'name' | 'mailbox'>, organisationId: string): boolean {
  const typed = readMailAddress(contact.mailbox)?.normalised;
  const mailbox = identity.mailboxes.find(({ normalised }) => normalised === typed);
  if (mailbox && !mailbox.shared) return true;
  const placed = mailbox !== undefined || identity.organisationIds.includes(organisationId);
  return placed && identity.names.some((name) => isNamed(contact.name, name));
}

/** Whether a name as typed holds all the words of a full name, in any order, or is written the same but for spaces. */
function isNamed(typed: string, name: string): boolean {
  const [given, wanted] = [wordsOf(typed), wordsOf(name)];
  if (wanted.length === 0) return false;
  const bare = (words: string[]) => words.join('').replace(HONORIFIC, '');
  return bare(given) === bare(wanted) || (wanted.length > 1 && wanted.every((word) => given.includes(word)));
}

/** Words without accents, case and punctuation; marks of kana are letters of their own. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const plain = folded.replace(/[\p{Script=Latin}]/gu, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''));
  return plain.split(/[^\p{L}\p{N}\p{M}ー]+/u).filter((word) => word !== '');
}
