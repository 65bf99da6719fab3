import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FormActions } from '#app/ui/forms.tsx';
import { lifeTexts } from '../life-texts.ts';
import { LifePage } from '../ui/life-page.tsx';
import { MailsPreview } from '../ui/mails-preview.tsx';
import lifeSheet from '../ui/text-life.css?url';
import { previewPublication, publishText } from '../use-cases/publish-text.server.ts';
import { readText } from '../use-cases/read-text.server.ts';

export const links = () => [{ rel: 'stylesheet', href: lifeSheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const textId = args.params.text ?? '';
  const page = valueOrThrow(await readText(ctx, { textId }), args.request);
  if (!page.rights.publish) notFound();
  const preview = await previewPublication(ctx, { textId, publicUrl });
  // Sent meanwhile by somebody else, or not approved yet: the page says so.
  return {
    ...{ locale: ctx.locale, text: { id: page.id, title: page.title } },
    ...(preview.ok ? { preview: preview.value, refusal: undefined } : { preview: null, refusal: preview.refusal }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const textId = args.params.text ?? '';
  const done = await publishText(ctx, { textId, publicUrl });
  if (done.ok) return redirect(`/${ctx.locale}/desk/texts/${textId}?done=published&mails=${done.value.mails}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, null);
}

export default function Publish(): ReactNode {
  const { locale, text, preview, refusal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = lifeTexts(locale);
  return (
    <LifePage
      {...{ locale, text, refusal: refused?.refusal ?? refusal, field: 'publish', title: t('texts.publish.title') }}
      lead={preview && t('texts.publish.lead', { number: preview.version })}
    >
      {preview && <MailsPreview mails={preview.mails} locale={locale} />}
      <form method="post">
        <FormActions>
          {preview && <Button>{t('texts.publish.confirm', { count: preview.mails.recipients.length })}</Button>}
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${text.id}`}>
            {t('texts.back-to-text')}
          </ButtonLink>
        </FormActions>
      </form>
    </LifePage>
  );
}
