import { domainToASCII } from 'node:url';

/** A mailbox that a mail can be sent to: as written, and the form by which mailboxes are compared. */
export type MailAddress = { address: string; normalised: string };

/** What is forbidden around or inside an address: anything that could end a header or start another recipient. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Reads a mailbox as people type or paste it: full-width letters (Japanese keyboards), `mailto:`, `Name <address>`,
 * stray spaces around. `null` for anything that is not one plain address in the dot-atom form of RFC 5321 §4.1.2
 * (quoted local parts and address literals are not taken): several addresses, control characters, spaces inside.
 * The normalised form is lower-case: in this field the local part is never told apart by case.
 */
export function readMailAddress(text: string): MailAddress | null {
  if (text.length > 1000) return null;
  const folded = text.normalize('NFKC').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  const bracketed = /^[^<>]*<([^<>]+)>$/.exec(folded)?.[1];
  const bare = (bracketed ?? folded).replace(/^mailto:/i, '');
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  const domain = at < 0 ? '' : domainToASCII(bare.slice(at + 1));
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return null;
  const address = `${local}@${domain}`;
  return { address, normalised: address.toLowerCase() };
}
