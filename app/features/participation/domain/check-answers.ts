import { readMailAddress } from '#app/lib/mail-address.ts';
import type { Answers, FormContact } from './answers.ts';

/** What a form of an edition allows. */
export type FormRules = {
  choiceCount: number;
  choicesRanked: boolean;
  talkCount: number;
  /** The edition's workshops, by identifier. */
  workshopIds: readonly string[];
};

/** What is wrong with an answer: where (`choices.1`, `contacts.0.mailbox`), and why. */
export type AnswerFault = { path: string; code: AnswerFaultCode; params?: Record<string, string | number> };
export type AnswerFaultCode =
  | 'workshop-removed'
  | 'same-workshop-twice'
  | 'too-many-choices'
  | 'too-many-talks'
  | 'talk-without-title'
  | 'too-long'
  | 'delegates-out-of-range'
  | 'twin-unknown'
  | 'contact-without-name'
  | 'mailbox-malformed'
  | 'too-many-contacts';

/** Longest texts, in characters: an abstract is a page, not a book. */
export const LONGEST = { title: 300, abstract: 4000, remarks: 4000, sponsored: 300, contact: 200 } as const;
export const MOST_DELEGATES = 99;
export const MOST_CONTACTS = 10;

/** Everything wrong with a form's answers; nothing when they may be recorded. An empty form is right: it may be filled in later. */
export function faultsOfAnswers(answers: Answers, contacts: readonly FormContact[], rules: FormRules): AnswerFault[] {
  return [...faultsOfChoices(answers, rules), ...faultsOfTalks(answers, rules), ...faultsOfContacts(contacts)];
}

function faultsOfChoices({ choices, delegates }: Answers, { choiceCount, workshopIds }: FormRules): AnswerFault[] {
  const faults: AnswerFault[] = [];
  if (choices.length > choiceCount) faults.push({ path: 'choices', code: 'too-many-choices', params: { count: choiceCount } });
  choices.forEach((id, index) => {
    if (!workshopIds.includes(id)) faults.push({ path: `choices.${index}`, code: 'workshop-removed' });
    else if (choices.indexOf(id) < index) faults.push({ path: `choices.${index}`, code: 'same-workshop-twice' });
  });
  if (delegates !== null && (!Number.isInteger(delegates) || delegates < 0 || delegates > MOST_DELEGATES))
    faults.push({ path: 'delegates', code: 'delegates-out-of-range', params: { most: MOST_DELEGATES } });
  return faults;
}

function tooLong(path: string, text: string, most: number): AnswerFault[] {
  return [...text].length > most ? [{ path, code: 'too-long', params: { most } }] : [];
}

function faultsOfTalks({ talks, sponsored, remarks }: Answers, { talkCount }: FormRules): AnswerFault[] {
  const faults: AnswerFault[] = talks.length > talkCount ? [{ path: 'talks', code: 'too-many-talks', params: { count: talkCount } }] : [];
  talks.forEach(({ title, abstract }, index) => {
    if (!title.trim()) faults.push({ path: `talks.${index}.title`, code: 'talk-without-title' });
    faults.push(
      ...tooLong(`talks.${index}.title`, title, LONGEST.title),
      ...tooLong(`talks.${index}.abstract`, abstract, LONGEST.abstract),
    );
  });
  return [...faults, ...tooLong('sponsored', sponsored, LONGEST.sponsored), ...tooLong('remarks', remarks, LONGEST.remarks)];
}

function faultsOfContacts(contacts: readonly FormContact[]): AnswerFault[] {
  const faults: AnswerFault[] =
    contacts.length > MOST_CONTACTS ? [{ path: 'contacts', code: 'too-many-contacts', params: { most: MOST_CONTACTS } }] : [];
  contacts.forEach(({ name, title, mailbox, phone }, index) => {
    if (!name.trim()) faults.push({ path: `contacts.${index}.name`, code: 'contact-without-name' });
    if (mailbox.trim() && !readMailAddress(mailbox)) faults.push({ path: `contacts.${index}.mailbox`, code: 'mailbox-malformed' });
    for (const [key, text] of Object.entries({ name, title, mailbox, phone }))
      faults.push(...tooLong(`contacts.${index}.${key}`, text, LONGEST.contact));
  });
  return faults;
}
