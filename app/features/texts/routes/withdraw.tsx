import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextareaField } from '#app/ui/forms.tsx';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { numberIn, typedIn } from '../typed-form.ts';
import { LifePage } from '../ui/life-page.tsx';
import { readText } from '../use-cases/read-text.server.ts';
import { withdrawProposal } from '../use-cases/withdraw-proposal.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '' }), args.request);
  // Whoever may is given the form even when the text was sealed meanwhile: what was typed comes back.
  if (!page.latest || !page.rights.propose) notFound();
  return { locale: ctx.locale, text: { id: page.id, title: page.title }, version: page.latest.number };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const textId = args.params.text ?? '';
  const reason = typedIn(form, 'reason');
  const done = await withdrawProposal(ctx, { textId, version: numberIn(form, 'version'), reason });
  if (done.ok) return redirect(`/${ctx.locale}/desk/texts/${textId}?done=withdrawn`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, { reason });
}

export default function Withdraw(): ReactNode {
  const { locale, text, version } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = lifeTexts(locale);
  return (
    <LifePage {...{ locale, text, refusal: refused?.refusal, field: 'reason', title: t('texts.withdraw.title') }}>
      <ul>
        <li>{t('texts.withdraw.kept', { number: version })}</li>
        <li>{t('texts.withdraw.approvals')}</li>
      </ul>
      <Form guardUnsaved hidden={{ version: String(version) }}>
        <TextareaField
          required
          name="reason"
          rows={3}
          label={t('texts.withdraw.reason')}
          hint={t('texts.withdraw.reason-hint')}
          defaultValue={refused?.kept.reason}
          error={refused ? refusalText(t, refused.refusal) : undefined}
        />
        <FormActions>
          <Button tone="danger">{t('texts.withdraw.confirm')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${text.id}`}>
            {t('texts.back-to-text')}
          </ButtonLink>
        </FormActions>
      </Form>
    </LifePage>
  );
}
