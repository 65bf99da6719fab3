import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button } from '#app/ui/controls.tsx';
import { FieldGroup, Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Entries, Section } from '#app/ui/page.tsx';
import { HiddenText } from '#app/ui/text.tsx';
import { agendasTexts } from '../texts.ts';
import { UploadFields } from './document-fields.tsx';

type File = { id: string; name: string; language: string };

/** The files of a document, one for each language, and the form for another. */
export function DocumentFiles({ locale, files }: { locale: Locale; files: readonly File[] }): ReactNode {
  const t = agendasTexts(locale);
  const removal = ({ id, name }: File) => (
    <form method="post" encType="multipart/form-data">
      <HiddenValues values={{ act: 'remove-file', 'file-id': id }} />
      <Button small tone="quiet">
        <span aria-hidden="true">{t('agendas.remove')}</span>
        <HiddenText>{t('agendas.document.remove-file', { name })}</HiddenText>
      </Button>
    </form>
  );
  return (
    <Section id="files" title={t('agendas.document.files')} lead={t('agendas.document.files-lead')} wide>
      <Entries
        items={files.map((file) => ({
          ...{ key: file.id, title: file.name, text: file.language },
          aside: files.length > 1 ? removal(file) : undefined,
        }))}
      />
      <Form encType="multipart/form-data" hidden={{ act: 'add-file' }}>
        <FieldGroup legend={t('agendas.document.put')}>
          <UploadFields {...{ locale, kept: {}, error: () => undefined }} />
        </FieldGroup>
        <FormActions>
          <Button tone="quiet">{t('agendas.document.put-button')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
