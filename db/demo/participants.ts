import type { OrganisationRef } from '#app/features/editions/public.ts';
import type { AnswerSource, Answers, TalkProposal } from '#app/features/participation/public.ts';

/** What an authority says at one moment; what it does not mention stays as it was. Workshops are meant by their number. */
export type DemoAnswers = Partial<Omit<Answers, 'choices' | 'twinId' | 'talks'>> & {
  choices?: readonly number[];
  twin?: OrganisationRef;
  talk?: TalkProposal;
};

/** An answer as it reached the network. `minutes`: the paragraph of the minutes of 22 September 2025 in which it stands. */
export type DemoEntry = {
  on: string;
  via: Exclude<AnswerSource['kind'], 'form'>;
  minutes?: string;
  says: DemoAnswers;
};

/** An authority on the demo's list: since when, and what it has said since. */
export type DemoParticipant = {
  ref: OrganisationRef;
  /** The day it was put on the list, contacted. */
  listedOn: string;
  entries: readonly DemoEntry[];
};

export const commune = (code: string): OrganisationRef => ({ system: 'COG', kind: 'commune', code });
export const epci = (code: string): OrganisationRef => ({ system: 'SIREN', kind: 'epci', code });
export const department = (code: string): OrganisationRef => ({ system: 'COG', kind: 'department', code });
export const region = (code: string): OrganisationRef => ({ system: 'COG', kind: 'region', code });
export const city = (code: string): OrganisationRef => ({ system: 'JIS', kind: 'city', code });

/** An answer that came by mail, returned file, call or letter. */
export const said = (on: string, via: DemoEntry['via'], says: DemoAnswers): DemoEntry => ({ on, via, says });

/** A talk in French. */
export const talkInFrench = (title: string, abstract: string): TalkProposal => ({ title, abstract, lang: 'fr' });

/** A talk in Japanese. */
export const talkInJapanese = (title: string, abstract: string): TalkProposal => ({ title, abstract, lang: 'ja' });
