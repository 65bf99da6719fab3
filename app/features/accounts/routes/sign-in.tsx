import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { beginSignIn } from '../begin-sign-in.server.ts';
import { readReturnPath } from '../domain/return-path.ts';
import { keptValues, typed } from '../forms.ts';
import { accountsTexts, refusalText } from '../texts.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, localDemo, publicUrl } = requestOf(args);
  const next = readReturnPath(new URL(args.request.url).searchParams.get('next'));
  if (ctx.actor.kind === 'person') throw redirect(next ?? `/${ctx.locale}/desk`);
  return { locale: ctx.locale, next: next ?? '', outbox: showsOutbox({ localDemo, demoDay: ctx.clock.pinned, publicUrl }) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const begun = await beginSignIn(requestOf(args), typed(form, 'mailbox'), typed(form, 'next'));
  return begun.ok ? redirect(begun.value) : refusalData(begun.refusal, keptValues(form));
}

export default function SignIn() {
  const { locale, next, outbox } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const error = refused ? refusalText(t, refused.refusal) : undefined;
  return (
    <>
      <title>{t('accounts.sign-in.title')}</title>
      <PageHead title={t('accounts.sign-in.title')} lead={t('accounts.sign-in.lead')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('accounts.errors')} errors={error ? [{ name: 'mailbox', message: error }] : []} />
        <Form hidden={{ next: refused?.kept.next ?? next }}>
          <TextField
            name="mailbox"
            type="email"
            autoComplete="email"
            spellCheck={false}
            required
            label={t('accounts.sign-in.mailbox')}
            hint={t('accounts.sign-in.mailbox-hint')}
            defaultValue={refused?.kept.mailbox ?? ''}
            error={error}
          />
          <FormActions>
            <Button>{t('accounts.sign-in.send')}</Button>
          </FormActions>
        </Form>
        {outbox ? (
          <Notice>
            <p>
              {t('accounts.sign-in.demo')} <a href={`/${locale}/outbox`}>{t('accounts.sign-in.demo-link')}</a>
            </p>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
