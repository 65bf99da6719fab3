import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { ChoiceGroup, FieldGroup, TextareaField, TextField } from '#app/ui/forms.tsx';
import { ANSWERS } from '../domain/answer.ts';
import type { TypedAnswer } from '../domain/read-answer.ts';
import { fieldOfRefusal } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';

type Props = {
  locale: Locale;
  values: TypedAnswer;
  refusal: Refusal | undefined;
  /** What stands under the note; what is recorded may not be shown. */
  noteHint?: string | undefined;
  /** Offers to take an answer back. */
  withNone?: boolean;
};

/** The answer to an invitation: one of three, who comes instead, a note. */
export function AnswerFields({ locale, values, refusal, noteHint, withNone }: Props): ReactNode {
  const t = invitationsTexts(locale);
  const error = (name: string) => (refusal && fieldOfRefusal(refusal) === name ? refusalText(t, refusal) : undefined);
  const choices = ANSWERS.map((value) => ({ value, label: t(`invitations.answer.${value}`), hint: t(`invitations.answer-hint.${value}`) }));
  return (
    <>
      <ChoiceGroup
        name="answer"
        label={t('invitations.field.answer')}
        choices={
          withNone ? [...choices, { value: 'none', label: t('invitations.answer.none'), hint: t('invitations.answer-hint.none') }] : choices
        }
        defaultValue={values.answer}
        error={error('answer')}
      />
      <FieldGroup legend={t('invitations.field.representative')}>
        <TextField name="name" label={t('invitations.field.name')} defaultValue={values.name} error={error('name')} autoComplete="off" />
        <TextField name="function" label={t('invitations.field.function')} defaultValue={values.function} autoComplete="off" />
        <TextField
          name="mailbox"
          type="email"
          label={t('invitations.field.mailbox')}
          hint={t('invitations.field.mailbox-hint')}
          defaultValue={values.mailbox}
          error={error('mailbox')}
          autoComplete="off"
        />
      </FieldGroup>
      <TextareaField
        name="note"
        rows={3}
        label={t('invitations.field.note')}
        hint={noteHint}
        defaultValue={values.note}
        error={error('note')}
      />
    </>
  );
}
