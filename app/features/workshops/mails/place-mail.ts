import type { Locale } from '#app/lib/locale.ts';
import { workshopsTexts } from '../texts.ts';

/** What an authority is told about its place: only what concerns itself and its own twin. */
export type PlaceFacts = {
  lang: Locale;
  edition: string;
  organisation: string;
  /** Whether a plan had been published before. */
  again: boolean;
  /** Where it speaks, in words, with the time and the room; null: nowhere. */
  place: { workshop: string; when: string; chair: boolean } | null;
  /** Whether it speaks at all: an authority that only listens is told where it sits. */
  speaks: boolean;
  /** Where it spoke in the plan before, in words, when that was elsewhere. */
  before: string | null;
  minutes: number;
  /** The twin it speaks with; `joint`: one talk for the two. */
  twin: { name: string; joint: boolean } | null;
  /** Where its delegates sit in each slot, in words; `workshop` null: no seat was found. */
  seats: readonly { when: string; workshop: string | null }[];
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const onOneLine = (text: string) => [...text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')].slice(0, 400).join('');

/**
 * The mail that tells an authority of its place in a published plan, as plain text, without a link: some administrations strip
 * them. Names no other authority than its twin.
 */
export function placeMail(facts: PlaceFacts): { subject: string; text: string } {
  const t = workshopsTexts(facts.lang);
  const { edition, organisation, place, twin, minutes, speaks } = facts;
  const talk = twin?.joint
    ? t('workshops.mail.talk-joint', { twin: twin.name, minutes })
    : twin
      ? t('workshops.mail.talk-beside', { twin: twin.name, minutes })
      : t('workshops.mail.talk', { minutes });
  const speaking = place
    ? [
        t('workshops.mail.place'),
        `    ${place.workshop}`,
        `    ${place.when}`,
        `    ${talk}`,
        ...(place.chair ? [`    ${t('workshops.mail.chair')}`] : []),
      ]
    : [t('workshops.mail.no-place')];
  const seats = facts.seats.map(
    ({ when, workshop }) => `    ${t('workshops.mail.seat', { when, workshop: workshop ?? t('workshops.mail.no-seat') })}`,
  );
  const parts = [
    `${organisation}\n${t('workshops.mail.greeting')}`,
    t('workshops.mail.intro', { edition, again: facts.again ? 'yes' : 'no' }),
    speaks ? speaking.join('\n') : '',
    facts.before ? t('workshops.mail.before', { workshop: facts.before }) : '',
    seats.length > 0 ? [t('workshops.mail.seats'), ...seats].join('\n') : '',
    t('workshops.mail.questions'),
    t('workshops.mail.signature', { edition }),
  ];
  return { subject: onOneLine(t('workshops.mail.subject', { edition, organisation })), text: `${parts.filter(Boolean).join('\n\n')}\n` };
}
