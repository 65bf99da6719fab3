import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextareaField } from '#app/ui/forms.tsx';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { numberIn, typedIn } from '../typed-form.ts';
import { LifePage } from '../ui/life-page.tsx';
import lifeSheet from '../ui/text-life.css?url';
import { Errata } from '../ui/text-life.tsx';
import { addErratum } from '../use-cases/add-erratum.server.ts';
import { readText } from '../use-cases/read-text.server.ts';

export const links = () => [{ rel: 'stylesheet', href: lifeSheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '' }), args.request);
  if (!page.rights.publish) notFound();
  return { locale: ctx.locale, page };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const textId = args.params.text ?? '';
  const kept = { insteadOf: typedIn(form, 'quote'), read: typedIn(form, 'read'), reason: typedIn(form, 'reason') };
  const done = await addErratum(ctx, { ...kept, textId, count: numberIn(form, 'count') });
  if (done.ok) return redirect(`/${ctx.locale}/desk/texts/${textId}?done=erratum#errata`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, kept);
}

/** The field that a limit is about, by the name that the limit has. */
const FIELDS: Record<string, string> = { quote: 'quote', body: 'read', note: 'reason' };

export default function Erratum(): ReactNode {
  const { locale, page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = lifeTexts(locale);
  const asked = String(refused?.refusal.params?.field ?? 'read');
  const field = FIELDS[asked] ?? asked;
  const refusal = refused && { ...refused.refusal, params: { ...refused.refusal.params, field } };
  const error = (name: string) => (refusal && field === name ? refusalText(t, refusal) : undefined);
  const kept = refused?.kept;
  return (
    <LifePage {...{ locale, text: page, refusal, field: 'read', title: t('texts.erratum.title') }} lead={t('texts.erratum.lead')}>
      <Errata page={page} locale={locale} />
      <Form guardUnsaved hidden={{ count: String(page.errata.length) }}>
        <TextareaField name="quote" rows={2} label={t('texts.erratum.instead-of')} defaultValue={kept?.insteadOf} error={error('quote')} />
        <TextareaField name="read" rows={2} label={t('texts.erratum.read')} defaultValue={kept?.read} error={error('read')} />
        <TextareaField
          required
          name="reason"
          rows={2}
          label={t('texts.erratum.reason')}
          defaultValue={kept?.reason}
          error={error('reason')}
        />
        <FormActions>
          <Button>{t('texts.erratum.save')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${page.id}`}>
            {t('texts.back-to-text')}
          </ButtonLink>
        </FormActions>
      </Form>
    </LifePage>
  );
}
