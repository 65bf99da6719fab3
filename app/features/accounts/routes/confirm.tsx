import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { typed } from '../forms.ts';
import { accountsTexts } from '../texts.ts';
import { SignInOver } from '../ui/sign-in-over.tsx';
import { confirmLink } from '../use-cases/confirm-link.server.ts';
import { previewLink } from '../use-cases/preview-link.server.ts';
import { followSignIn } from './follow-sign-in.ts';

export { headers } from './no-store.ts';

/** Opening the mailed link shows a button and changes nothing: mail gateways open every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const token = new URL(args.request.url).searchParams.get('token') ?? '';
  const preview = await previewLink(ctx, token);
  if (!preview.ok) return data({ locale: ctx.locale, token: '', mailbox: null }, { status: 410 });
  return data({ locale: ctx.locale, token, mailbox: preview.value.mailbox });
}

export async function action(args: ActionFunctionArgs) {
  const request = requestOf(args);
  const form = await args.request.formData();
  const confirmed = await confirmLink(request.ctx, {
    token: typed(form, 'token'),
    userAgent: args.request.headers.get('user-agent'),
    clientAddress: request.clientAddress,
  });
  return confirmed.ok ? followSignIn(request, confirmed.value) : refusalData(confirmed.refusal, {});
}

export default function Confirm() {
  const { locale, token, mailbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  if (mailbox === null || refused) return <SignInOver locale={locale} refusal={refused?.refusal ?? null} />;
  return (
    <>
      <title>{t('accounts.confirm.title')}</title>
      <PageHead title={t('accounts.confirm.title')} lead={t('accounts.confirm.lead', { mailbox })} />
      <div className="stack stack-l">
        <Form hidden={{ token }} action={`/${locale}/sign-in/confirm`}>
          <FormActions>
            <Button>{t('accounts.confirm.submit')}</Button>
          </FormActions>
        </Form>
        <p className="quiet">{t('accounts.confirm.not-yours')}</p>
      </div>
    </>
  );
}
