import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { typed } from '../forms.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { confirmCode } from '../use-cases/confirm-code.server.ts';
import { cookieToken, followSignIn } from './follow-sign-in.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const request = requestOf(args);
  const { ctx, localDemo, publicUrl } = request;
  if (!cookieToken(args, request, 'ask')) throw redirect(`/${ctx.locale}/sign-in`);
  return { locale: ctx.locale, outbox: showsOutbox({ localDemo, demoDay: ctx.clock.pinned, publicUrl }) };
}

export async function action(args: ActionFunctionArgs) {
  const request = requestOf(args);
  const form = await args.request.formData();
  const confirmed = await confirmCode(request.ctx, {
    askToken: cookieToken(args, request, 'ask'),
    code: typed(form, 'code'),
    userAgent: args.request.headers.get('user-agent'),
    clientAddress: request.clientAddress,
  });
  return confirmed.ok
    ? followSignIn(request, confirmed.value)
    : refusalData(confirmed.refusal, { code: typed(form, 'code').slice(0, 100) });
}

export default function Code() {
  const { locale, outbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const error = refused ? refusalText(t, refused.refusal) : undefined;
  return (
    <>
      <title>{t('accounts.code.title')}</title>
      <PageHead title={t('accounts.code.title')} lead={t('accounts.code.lead')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('accounts.errors')} errors={error ? [{ name: 'code', message: error }] : []} />
        <Form>
          <TextField
            name="code"
            width="medium"
            autoComplete="one-time-code"
            spellCheck={false}
            required
            label={t('accounts.code.label')}
            hint={t('accounts.code.hint')}
            defaultValue={refused?.kept.code ?? ''}
            error={error}
          />
          <FormActions>
            <Button>{t('accounts.code.submit')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/sign-in`}>
              {t('accounts.code.again')}
            </ButtonLink>
          </FormActions>
        </Form>
        <Notice>
          <p>
            {outbox ? (
              <>
                {t('accounts.sign-in.demo')} <a href={`/${locale}/outbox`}>{t('accounts.sign-in.demo-link')}</a>
              </>
            ) : (
              t('accounts.code.nothing')
            )}
          </p>
        </Notice>
      </div>
    </>
  );
}
