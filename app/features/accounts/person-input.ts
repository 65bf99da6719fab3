import { LOCALES } from '#app/lib/locale.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import { isPossibleTerm } from './domain/function-term.ts';
import { nameProblem, tidyName } from './domain/person-name.ts';
import type { FunctionFacts, PersonFacts } from './store.server.ts';

/** A person's facts tidied; refuses an impossible name and a civility over 60 characters. The civility stays as it is recorded. */
export function checkPerson(facts: PersonFacts): Result<PersonFacts> {
  const name = tidyName(facts);
  const problem = nameProblem(name);
  if (problem) return refuse(problem);
  const civility = facts.civility?.trim() || null;
  if (civility && (civility.length > 60 || /\p{Cc}/u.test(civility))) return refuse('accounts.civility-invalid');
  return ok({ ...name, civility, preferredLang: facts.preferredLang });
}

/** A function's facts; refuses an empty or endless title and a term that ends before it may have begun. */
export function checkFunction(facts: FunctionFacts): Result<FunctionFacts> {
  const titles = LOCALES.map((lang) => plainText(facts.title, lang));
  if (titles.some((title) => title.trim() === '' || title.length > 300 || /\p{Cc}/u.test(title))) return refuse('accounts.title-invalid');
  return isPossibleTerm(facts) ? ok(facts) : refuse('accounts.term-impossible');
}
