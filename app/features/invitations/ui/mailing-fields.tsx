import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { DateField, TextareaField, TextField } from '#app/ui/forms.tsx';
import { fieldOfRefusal } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import type { MailingTexts } from '../use-cases/open-mailing.server.ts';
import { languageText } from './words.ts';

type Props = { locale: Locale; texts: MailingTexts; refusal: Refusal | undefined };

/** What the sender adds to letters about a meeting: until when to answer, a paragraph by language, where answers go, the signature. */
export function MailingFields({ locale, texts, refusal }: Props): ReactNode {
  const t = invitationsTexts(locale);
  const error = (name: string) => (refusal && fieldOfRefusal(refusal) === name ? refusalText(t, refusal) : undefined);
  return (
    <>
      <DateField
        name="answerBy"
        label={t('invitations.field.answer-by')}
        hint={t('invitations.field.answer-by-hint')}
        defaultValue={texts.answerBy}
        error={error('answerBy')}
      />
      {LOCALES.map((lang, index) => (
        <TextareaField
          key={lang}
          name={`message.${lang}`}
          lang={lang}
          rows={3}
          label={t('invitations.field.paragraph', { language: languageText(lang, locale) })}
          hint={index === 0 ? t('invitations.field.paragraph-hint') : undefined}
          defaultValue={texts.message[lang]}
          error={error(`message.${lang}`)}
        />
      ))}
      <TextField
        name="replyTo"
        type="email"
        label={t('invitations.field.reply-to')}
        hint={t('invitations.field.reply-to-hint')}
        defaultValue={texts.replyTo}
        error={error('replyTo')}
        required
      />
      <TextareaField
        name="signature"
        rows={3}
        label={t('invitations.field.signature')}
        hint={t('invitations.field.signature-hint')}
        defaultValue={texts.signature}
        error={error('signature')}
      />
    </>
  );
}
