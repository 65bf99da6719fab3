import type { Fields } from '../../domain/form/form-fields.ts';
import type { ParticipationKey } from '../../texts.ts';
import type { FormFault } from '../../use-cases/form/check-form.server.ts';
import type { FormWords } from './form-words.ts';

/** What the fields of the form need: the words, what stands in each of them, and what is wrong with it. */
export type FormTools = {
  words: FormWords;
  fields: Fields;
  value: (name: string) => string;
  error: (name: string) => string | undefined;
  /** Name, value and error of a field at once. */
  field: (name: string) => { name: string; defaultValue: string; error: string | undefined };
};

/** The tools of a form whose fields hold `fields`. */
export function formTools(words: FormWords, fields: Fields, faults: readonly FormFault[]): FormTools {
  const value = (name: string) => fields[name] ?? '';
  const error = (name: string) => {
    const fault = faults.find(({ field }) => field === name);
    return fault && faultText(words, fault);
  };
  return { words, fields, value, error, field: (name) => ({ name, defaultValue: value(name), error: error(name) }) };
}

/** What is wrong with a field, and how to mend it. */
export function faultText({ t }: FormWords, { code, params }: FormFault): string {
  return t(`participation.form.fault.${code}` as ParticipationKey, params);
}
