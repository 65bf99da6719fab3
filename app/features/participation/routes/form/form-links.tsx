import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField, TextField } from '#app/ui/forms.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { linksPath, sheetPath } from '../../addresses.ts';
import { formLinkPath } from '../../domain/form/form-link.ts';
import { refusalText } from '../../texts.ts';
import { formWords } from '../../ui/form/form-words.ts';
import { LinkTable } from '../../ui/form/link-table.tsx';
import { namesOf } from '../../ui/names.ts';
import { createFormLink } from '../../use-cases/form/create-form-link.server.ts';
import { listFormLinks } from '../../use-cases/form/list-form-links.server.ts';
import { revokeFormLink } from '../../use-cases/form/revoke-form-link.server.ts';

/** A new link's secret stands on the page once. */
export const headers = () => ({ 'cache-control': 'no-store' });

/** The personal links to a form, for the secretariat of its side. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const listed = valueOrThrow(await listFormLinks(ctx, args.params.participation ?? ''), args.request);
  return { locale: ctx.locale as Locale, ...listed };
}

/** Makes a link, or revokes one. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const participationId = args.params.participation ?? '';
  const form = await args.request.formData();
  const [linkId, personId] = [String(form.get('revoke') ?? ''), String(form.get('person') ?? '')];
  if (linkId) {
    const revoked = await revokeFormLink(ctx, { linkId });
    return revoked.ok ? redirect(linksPath(ctx.locale as Locale, participationId)) : refusalData(revoked.refusal, { personId });
  }
  const made = await createFormLink(ctx, { participationId, personId });
  if (!made.ok) return refusalData(made.refusal, { personId });
  return data({ refusal: null, kept: { personId }, address: publicUrl + formLinkPath(ctx.locale as Locale, made.value.token) });
}

export default function FormLinksPage() {
  const { locale, opened, links, people } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = formWords(locale, opened.view, new Map());
  const { t } = words;
  const { authority } = namesOf(opened.organisation, opened.view, locale);
  const { id } = opened.participation;
  const title = t('participation.links.title', { authority: authority.text });
  const personId = answered?.kept.personId ?? '';
  const error = answered?.refusal ? (refusalText(t, answered.refusal) ?? t('participation.links.person-none')) : undefined;
  return (
    <>
      <title>{title}</title>
      <PageHead title={title} lead={t('participation.links.lead')} />
      {answered && 'address' in answered && (
        <Notice tone="success" live title={t('participation.links.made')}>
          <p>{t('participation.links.made-text', { name: people.find((person) => person.id === personId)?.name ?? '' })}</p>
          <TextField name="address" readOnly label={t('participation.links.address')} defaultValue={answered.address} />
        </Notice>
      )}
      <Section id="make" title={t('participation.links.make')} wide>
        {people.length === 0 ? (
          <p>{t('participation.links.nobody')}</p>
        ) : (
          <Form action={linksPath(locale, id)}>
            <SelectField
              name="person"
              label={t('participation.links.person')}
              hint={t('participation.links.person-hint')}
              options={people.map((person) => ({ value: person.id, label: person.name }))}
              placeholder={t('participation.links.person-none')}
              defaultValue={personId}
              error={error}
            />
            <FormActions>
              <Button>{t('participation.links.make')}</Button>
              <ButtonLink tone="bare" href={sheetPath(locale, id)}>
                {t('participation.form.back-sheet')}
              </ButtonLink>
            </FormActions>
          </Form>
        )}
      </Section>
      <Section id="links" title={t('participation.links.list')} wide>
        <LinkTable words={words} links={links} action={linksPath(locale, id)} />
      </Section>
    </>
  );
}
