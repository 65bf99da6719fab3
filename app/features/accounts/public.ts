export { type ContactKind, isHeldOn, type Term } from './domain/function-term.ts';
export { displayName, foldName, nameSortKey, type PersonName } from './domain/person-name.ts';
