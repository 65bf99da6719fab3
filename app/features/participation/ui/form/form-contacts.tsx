import type { ReactNode } from 'react';
import { Button } from '#app/ui/controls.tsx';
import { FieldRow, fieldId, SelectField, TextField } from '#app/ui/forms.tsx';
import { CONTACT_KINDS } from '../../domain/answers.ts';
import { MOST_CONTACTS } from '../../domain/check-answers.ts';
import { rowCount } from '../../domain/form/form-fields.ts';
import type { FormTools } from './form-tools.ts';

/** How many rows of contacts a page shows: those filled in, and as many as were asked for, one at least. */
export function contactRows({ fields }: Pick<FormTools, 'fields'>): number {
  const asked = /^\d{1,2}$/.test(fields.contactRows ?? '') ? Number(fields.contactRows) : 1;
  return Math.max(rowCount(fields, 'contacts'), Math.min(asked, MOST_CONTACTS), 1);
}

/** The people to write to: a row each, and a button for one more, which works without script. */
export function ContactFields({ tools, action }: { tools: FormTools; action: string }): ReactNode {
  const { t } = tools.words;
  const rows = contactRows(tools);
  return (
    <>
      <p className="field-label">{t('participation.doc6.contacts')}</p>
      <p className="field-hint">
        {t('participation.doc6.contacts-note')} {t('participation.form.contact-remove')}
      </p>
      <input type="hidden" name="contactRows" value={String(rows)} />
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their order
        <ContactRow key={at} tools={tools} at={at} />
      ))}
      {rows < MOST_CONTACTS && (
        <p>
          <Button tone="quiet" small name="do" value="add-contact" formAction={`${action}#${fieldId({ name: `contacts.${rows}.name` })}`}>
            {t('participation.form.contact-add')}
          </Button>
        </p>
      )}
    </>
  );
}

function ContactRow({ tools, at }: { tools: FormTools; at: number }): ReactNode {
  const { t } = tools.words;
  const of = (key: string) => tools.field(`contacts.${at}.${key}`);
  const kinds = CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`participation.doc6.option.${kind}`) }));
  return (
    <fieldset className="fieldset fieldset-row">
      <legend>{t('participation.form.contact', { n: at + 1 })}</legend>
      <FieldRow>
        <TextField {...of('name')} label={t('participation.form.contact-name')} autoComplete="off" />
        <TextField {...of('title')} label={t('participation.form.contact-title')} autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField {...of('mailbox')} type="email" label={t('participation.form.contact-mailbox')} autoComplete="off" spellCheck={false} />
        <TextField {...of('phone')} type="tel" label={t('participation.form.contact-phone')} autoComplete="off" />
      </FieldRow>
      <SelectField
        {...of('kind')}
        width="medium"
        label={t('participation.form.contact-kind')}
        options={kinds}
        placeholder={t('participation.form.contact-kind-none')}
      />
    </fieldset>
  );
}
