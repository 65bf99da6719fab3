import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { TextareaField, TextField } from '#app/ui/forms.tsx';
import { fieldOfRefusal } from '../../forms-mailings.ts';
import { participationTexts, refusalText } from '../../texts.ts';
import type { MailingTexts } from '../../use-cases/mailings/open-mailing.server.ts';

type Props = {
  locale: Locale;
  /** What stands in the fields. */
  texts: MailingTexts;
  refusal: Refusal | undefined;
};

/** What the sender adds to letters: a paragraph by language, where answers go, the signature. */
export function MailingFields({ locale, texts, refusal }: Props): ReactNode {
  const t = participationTexts(locale);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const error = (name: string) => (refusal && fieldOfRefusal(refusal) === name ? (refusalText(t, refusal) ?? undefined) : undefined);
  return (
    <>
      {LOCALES.map((lang, index) => (
        <TextareaField
          key={lang}
          name={`message.${lang}`}
          lang={lang}
          rows={4}
          label={t('participation.mailings.paragraph', { language: names.of(lang) ?? lang })}
          hint={index === 0 ? t('participation.mailings.paragraph-hint') : undefined}
          defaultValue={texts.message[lang]}
          error={error(`message.${lang}`)}
        />
      ))}
      <TextField
        name="replyTo"
        type="email"
        label={t('participation.mailings.reply-to')}
        hint={t('participation.mailings.reply-to-hint')}
        defaultValue={texts.replyTo}
        error={error('replyTo')}
        required
      />
      <TextareaField
        name="signature"
        rows={3}
        label={t('participation.mailings.signature')}
        hint={t('participation.mailings.signature-hint')}
        defaultValue={texts.signature}
        error={error('signature')}
      />
    </>
  );
}
