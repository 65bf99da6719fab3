import type { ReactNode } from 'react';

import { Combobox } from '../../app/ui/combobox.tsx';
import { Button } from '../../app/ui/controls.tsx';
import {
  Checkbox,
  ChoiceGroup,
  DateField,
  FieldGroup,
  FieldRow,
  FileField,
  Form,
  FormActions,
  SelectField,
  TextareaField,
  TextField,
} from '../../app/ui/forms.tsx';
import { PageHead } from '../../app/ui/page.tsx';
import { ErrorSummary } from '../../app/ui/states.tsx';
import { DESK as D, FORM as F } from './desk-words.ts';
import { DeskFrame, type PageProps } from './frame.tsx';
import { WORDS as W, words } from './words.ts';

/** A form with every kind of field, as it comes back after a refusal. */
export function FormPage({ locale, page }: PageProps): ReactNode {
  const w = words(locale);
  return (
    <DeskFrame locale={locale} page={page}>
      <PageHead title={w(F.title)} />
      <div className="stack">
        <ErrorSummary
          title={w(F.errors)}
          errors={[
            { name: 'mailbox', message: w(F.mailboxError) },
            { name: 'contact', message: w(F.contactError) },
          ]}
        />
        <Form action="?" guardUnsaved encType="multipart/form-data">
          <FieldGroup legend={w(F.identity)}>
            <FieldRow>
              <TextField name="family" label={w(F.family)} autoComplete="family-name" required defaultValue="山田" lang="ja" />
              <TextField name="given" label={w(F.given)} autoComplete="given-name" required defaultValue="花子" lang="ja" />
            </FieldRow>
            <TextField name="kana" label={w(F.kana)} hint={w(F.kanaHint)} mark={w(F.optional)} lang="ja" />
            <TextField
              name="mailbox"
              type="email"
              label={w(F.mailbox)}
              error={w(F.mailboxError)}
              defaultValue="hanako.city.example"
              autoComplete="email"
              spellCheck={false}
              required
            />
          </FieldGroup>
          <Combobox
            name="organisation"
            label={w(F.organisation)}
            source="organisations.json"
            submit={w(D.search)}
            valueName="organisationId"
          />
          <FieldRow>
            <DateField name="from" label={w(F.birth)} defaultValue="2026-03-22" />
            <SelectField
              name="side"
              label={w(D.side)}
              placeholder={w(D.all)}
              options={[
                { value: 'fr', label: w(W.sideA) },
                { value: 'jp', label: w(W.sideB) },
              ]}
            />
          </FieldRow>
          <ChoiceGroup
            name="contact"
            label={w(F.contact)}
            required
            error={w(F.contactError)}
            choices={[
              { value: 'elected', label: w(F.elected), hint: w(F.electedHint) },
              { value: 'cabinet', label: w(F.cabinet) },
              { value: 'technical', label: w(F.technical) },
            ]}
          />
          <ChoiceGroup
            name="speaks"
            label={w(F.languages)}
            multiple
            inline
            defaultValue={['fr']}
            choices={[
              { value: 'fr', label: 'Français', lang: 'fr' },
              { value: 'en', label: 'English', lang: 'en' },
              { value: 'ja', label: '日本語', lang: 'ja' },
            ]}
          />
          <TextareaField name="note" label={w(F.note)} mark={w(F.optional)} rows={4} />
          <FileField name="list" label={w(F.file)} hint={w(F.fileHint)} accept=".txt,.csv,.xlsx,.docx" />
          <Checkbox name="consent" label={w(F.consent)} />
          <FormActions>
            <Button>{w(F.save)}</Button>
            <a href="#cancel">{w(F.cancel)}</a>
          </FormActions>
        </Form>
      </div>
    </DeskFrame>
  );
}
