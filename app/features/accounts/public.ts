export type { ContactKind } from './domain/function-term.ts';
export type { PersonName } from './domain/person-name.ts';
