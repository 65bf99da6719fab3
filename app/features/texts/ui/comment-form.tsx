import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions, SelectField, TextareaField } from '#app/ui/forms.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { COMMENT_KINDS } from '../domain/life.ts';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { sideName } from '../names.ts';
import type { TextPage } from '../use-cases/read-text.server.ts';

/** What a comment form holds, as typed. */
export type KeptComment = { block: string; quote: string; kind: string; body: string; proposed: string; for: string };

export const EMPTY_COMMENT: KeptComment = { block: '', quote: '', kind: 'comment', body: '', proposed: '', for: '' };

type Props = { page: Pick<TextPage, 'id' | 'latest' | 'members'>; locale: Locale; kept: KeptComment; refusal: Refusal | undefined };

/** The form of a comment on a passage, or (an empty `block`) on the text as a whole. A refused one comes back as it was typed. */
export function CommentForm(props: Props): ReactNode {
  const { page, locale, kept, refusal } = props;
  const t = lifeTexts(locale);
  const message = refusal ? refusalText(t, refusal) : '';
  const field = String(refusal?.params?.field ?? 'body');
  const members = page.members.map(({ personId, name, side }) => ({ value: personId, label: `${name} (${sideName(side, locale)})` }));
  return (
    <div className="text-comment-form" id="comment-form">
      <ErrorSummary title={t('texts.form.refused')} errors={refusal ? [{ name: field, message }] : []} />
      <Form guardUnsaved hidden={{ act: 'comment', version: String(page.latest?.number ?? 0), block: kept.block }}>
        <WordFields locale={locale} kept={kept} error={(name) => (refusal && field === name ? message : undefined)} />
        {members.length > 0 && (
          <SelectField
            name="for"
            label={t('texts.comment.for')}
            hint={t('texts.comment.for-hint')}
            placeholder={t('texts.comment.for-self')}
            options={members}
            defaultValue={kept.for}
          />
        )}
        <FormActions>
          <Button>{t('texts.comment.send')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${page.id}${kept.block === '' ? '' : `#t-${kept.block}`}`}>
            {t('texts.comment.cancel')}
          </ButtonLink>
        </FormActions>
      </Form>
    </div>
  );
}

type FieldsProps = { locale: Locale; kept: KeptComment; error: (name: string) => string | undefined };

/** What it is, which words are meant, which should stand there, and the comment itself. */
function WordFields({ locale, kept, error }: FieldsProps): ReactNode {
  const t = lifeTexts(locale);
  return (
    <>
      <ChoiceGroup
        name="kind"
        label={t('texts.comment.kind')}
        defaultValue={kept.kind}
        error={error('kind')}
        choices={COMMENT_KINDS.map((kind) => ({
          value: kind,
          label: t(`texts.comment.kind.${kind}`),
          hint: t(`texts.comment.kind.${kind}-hint`),
        }))}
      />
      {kept.block !== '' && (
        <TextareaField
          name="quote"
          rows={2}
          label={t('texts.comment.quote')}
          hint={t('texts.comment.quote-hint')}
          defaultValue={kept.quote}
          error={error('quote')}
        />
      )}
      <TextareaField
        name="proposed"
        rows={4}
        label={t('texts.comment.proposed')}
        hint={t('texts.comment.proposed-hint')}
        defaultValue={kept.proposed}
        error={error('proposed')}
      />
      <TextareaField name="body" rows={4} label={t('texts.comment.body')} defaultValue={kept.body} error={error('body')} />
    </>
  );
}
