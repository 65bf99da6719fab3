import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { countryName } from '#app/features/editions/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField, TextareaField } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import { editionOf } from '../doc5-texts.ts';
import { keptValues, textOf } from '../form-values.ts';
import { participationTexts, refusalText } from '../texts.ts';
import { OneAuthority } from '../ui/one-authority.tsx';
import { ProposedLines } from '../ui/proposed-lines.tsx';
import { addAuthorities } from '../use-cases/add-authorities.server.ts';
import { openEditionToMobilise } from '../use-cases/open-edition-to-mobilise.server.ts';
import { proposeAuthorities } from '../use-cases/propose-authorities.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { view, countries } = valueOrThrow(await openEditionToMobilise(ctx, args.params.edition ?? ''), args.request);
  return { locale: ctx.locale, slug: view.edition.slug, edition: editionOf({ view }, ctx.locale), countries };
}

/** The authorities chosen on the page: of pasted lines, or the one that was searched. */
function chosenIn(form: FormData): string[] {
  const fields = [...form].filter(([name]) => /^line-\d+$/.test(name) || name === 'authority').map(([, value]) => String(value));
  return fields.filter((value) => value !== '' && value !== 'none');
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const kept = keptValues(form);
  const look = (text: string) => proposeAuthorities(ctx, { edition, text, country: textOf(form, 'country') });
  const name = textOf(form, 'name');
  const byName = textOf(form, 'intent') === 'one' && (chosenIn(form).length === 0 || name !== textOf(form, 'nameWas'));
  // Without script a name that was typed is looked up as a pasted line is, and chosen from what was found.
  if (textOf(form, 'intent') === 'find' || (byName && name)) {
    const found = await look(byName ? name : String(form.get('text') ?? ''));
    if (!found.ok) return refusalData(found.refusal, { ...kept, field: byName ? 'name' : 'text' });
    return data({ refusal: null, kept, found: found.value }, { status: 422 });
  }
  const added = await addAuthorities(ctx, { edition, organisationIds: chosenIn(form) });
  if (added.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/intentions?added=${added.value.added.length}`);
  if (added.refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
  const again = kept.text ? await look(kept.text) : null;
  if (!again?.ok) return refusalData(added.refusal, { ...kept, field: 'name' });
  return data({ refusal: added.refusal, kept: { ...kept, field: 'line-0' }, found: again.value }, { status: 422 });
}

export default function AddAuthorities(): ReactNode {
  const { locale, slug, edition, countries } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = participationTexts(locale);
  const list = `/${locale}/desk/editions/${slug}/intentions`;
  const kept: Readonly<Record<string, string | undefined>> = answered?.kept ?? {};
  const message = answered?.refusal && (refusalText(t, answered.refusal) ?? t('participation.errors'));
  const field = kept.field ?? 'name';
  const found = answered && 'found' in answered ? answered.found : null;
  return (
    <>
      <title>{t('participation.add.title')}</title>
      <Breadcrumbs
        label={t('participation.desk.path')}
        items={[
          { label: t('participation.desk.title'), href: `/${locale}/desk/participation` },
          { label: t('participation.doc5.short'), href: list },
          { label: t('participation.add.title') },
        ]}
      />
      <PageHead
        eyebrow={<Ordinals text={edition.text} lang={edition.lang} />}
        title={t('participation.add.title')}
        lead={t('participation.add.lead')}
      />
      <ErrorSummary title={t('participation.errors')} errors={message ? [{ name: field, message }] : []} />
      {found ? (
        <ProposedLines lines={found} kept={kept} locale={locale} here={`${list}/add`} />
      ) : (
        <>
          <OneAuthority locale={locale} kept={kept} error={field === 'name' ? (message ?? undefined) : undefined} countries={countries} />
          <Section id="several" title={t('participation.add.several')} wide>
            <Form hidden={{ intent: 'find' }}>
              <TextareaField
                name="text"
                rows={10}
                label={t('participation.add.paste')}
                hint={t('participation.add.paste-hint')}
                defaultValue={kept.text}
                error={field === 'text' ? (message ?? undefined) : undefined}
              />
              {countries.length > 1 && (
                <SelectField
                  name="country"
                  label={t('participation.add.country')}
                  placeholder={t('participation.add.any-country')}
                  options={countries.map((value) => ({ value, label: countryName(value, locale) }))}
                  defaultValue={kept.country ?? ''}
                />
              )}
              <FormActions>
                <Button>{t('participation.add.find')}</Button>
                <ButtonLink tone="bare" href={list}>
                  {t('participation.add.back')}
                </ButtonLink>
              </FormActions>
            </Form>
          </Section>
        </>
      )}
    </>
  );
}
