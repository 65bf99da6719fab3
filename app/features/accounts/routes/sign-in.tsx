import { setTimeout as delay } from 'node:timers/promises';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { showsOutbox } from '#app/platform/mail/demo-outbox.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { readReturnPath } from '../domain/return-path.ts';
import { CHALLENGE_MINUTES } from '../domain/sign-in-code.ts';
import { keptValues, typed } from '../forms.ts';
import { isSecure, tokenCookie } from '../session-cookie.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { requestSignIn } from '../use-cases/request-sign-in.server.ts';

export { headers } from './no-store.ts';

/** Every answer takes as long, whether the mailbox is known or not. */
const EVEN_MS = 300;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx, localDemo, publicUrl } = requestOf(args);
  const next = readReturnPath(new URL(args.request.url).searchParams.get('next'));
  if (ctx.actor.kind === 'person') throw redirect(next ?? `/${ctx.locale}/desk`);
  return { locale: ctx.locale, next: next ?? '', outbox: showsOutbox({ localDemo, demoDay: ctx.clock.pinned, publicUrl }) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl, clientAddress, setCookie } = requestOf(args);
  const form = await args.request.formData();
  const input = { mailbox: typed(form, 'mailbox'), returnTo: typed(form, 'next'), publicUrl, clientAddress };
  const [asked] = await Promise.all([requestSignIn(ctx, input), delay(EVEN_MS)]);
  if (!asked.ok) return refusalData(asked.refusal, keptValues(form));
  setCookie(tokenCookie('ask', asked.value.askToken, CHALLENGE_MINUTES * 60, isSecure(publicUrl)));
  return redirect(`/${ctx.locale}/sign-in/code`);
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
