import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { participationTexts, refusalText } from '../../texts.ts';
import { discardMailing } from '../../use-cases/mailings/discard-mailing.server.ts';
import { readMailing } from '../../use-cases/mailings/read-mailing.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { mailing } = valueOrThrow(await readMailing(ctx, args.params.mailing ?? ''), args.request);
  return { locale: ctx.locale, id: mailing.id };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const mailingId = args.params.mailing ?? '';
  const discarded = await discardMailing(ctx, { mailingId });
  if (discarded.ok) return redirect(`/${ctx.locale}/desk/mailings/${mailingId}`);
  return discarded.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(discarded.refusal, {});
}

/** Asks before a draft is put aside. */
export default function DiscardMailing(): ReactNode {
  const { locale, id } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  const title = t('participation.mailings.discard-question');
  return (
    <>
      <title>{title}</title>
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      <ConfirmForm
        title={title}
        consequences={[{ key: 'text', content: t('participation.mailings.discard-text') }]}
        buttons={
          <>
            <Button tone="danger">{t('participation.mailings.discard')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/mailings/${id}`}>
              {t('participation.mailings.back')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
