import type { Locale } from '#app/lib/locale.ts';
import { sameJson } from '#app/lib/same-json.ts';
import type { FormStage } from './stages.ts';
import type { AnswerState } from './states.ts';

/** What an authority wishes: yes, no, or not decided yet; null while it has not said. */
export const WISHES = ['yes', 'no', 'undecided'] as const;
export type Wish = (typeof WISHES)[number];

/** How a pair of twins shares its time: one joint talk, or one each. */
export const SHARINGS = ['joint', 'each', 'undecided'] as const;
export type Sharing = (typeof SHARINGS)[number];

/** A talk that an authority proposes, in the language it is written in. */
export type TalkProposal = { title: string; abstract: string; lang: Locale };

/** Everything an authority says in its intention form, but the people to write to (see {@link FormContact}). */
export type Answers = {
  intention: AnswerState | null;
  /** Workshops by identifier, the preferred one first where choices are ranked. All different. */
  choices: readonly string[];
  speak: Wish | null;
  chair: Wish | null;
  withTwin: Wish | null;
  /** The twin it wishes to speak with, an organisation of the registry. */
  twinId: string | null;
  sharing: Sharing | null;
  talks: readonly TalkProposal[];
  /** An association or university that would speak under the authority, as typed; empty for none. */
  sponsored: string;
  /** People who would come; null while unknown. */
  delegates: number | null;
  remarks: string;
};

export const CONTACT_KINDS = ['elected', 'cabinet', 'technical'] as const;

/** Somebody to write to about the edition, as the authority gave it: personal data, kept apart so that it can be erased. */
export type FormContact = {
  name: string;
  title: string;
  mailbox: string;
  phone: string;
  kind: (typeof CONTACT_KINDS)[number] | null;
};

/** An empty form. */
export const NO_ANSWERS: Answers = {
  intention: null,
  choices: [],
  speak: null,
  chair: null,
  withTwin: null,
  twinId: null,
  sharing: null,
  talks: [],
  sponsored: '',
  delegates: null,
  remarks: '',
};

/** The part of the form to which each answer belongs: what a closed part holds does not change. Contacts belong to `intention`. */
export const STAGE_OF: Readonly<Record<keyof Answers, FormStage>> = {
  intention: 'intention',
  remarks: 'intention',
  choices: 'workshops',
  speak: 'workshops',
  chair: 'workshops',
  withTwin: 'workshops',
  twinId: 'workshops',
  sharing: 'workshops',
  talks: 'talks',
  sponsored: 'talks',
  delegates: 'delegation',
};

/** The part to which a place in the form belongs: `choices.1`, `talks.0.title`, `contacts.2.mailbox`. */
export function stageOfPath(path: string): FormStage {
  const [key = ''] = path.split('.');
  return Object.hasOwn(STAGE_OF, key) ? STAGE_OF[key as keyof Answers] : 'intention';
}

/** The answers that differ between two forms, in the form's order. */
export function changedAnswers(before: Answers, after: Answers): (keyof Answers)[] {
  return (Object.keys(STAGE_OF) as (keyof Answers)[]).filter((key) => !sameJson(before[key], after[key]));
}
