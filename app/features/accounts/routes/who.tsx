import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { typed } from '../forms.ts';
import { accountsTexts } from '../texts.ts';
import { SignInOver } from '../ui/sign-in-over.tsx';
import { choosePerson, listChoices } from '../use-cases/choose-person.server.ts';
import { cookieToken, followSignIn } from './follow-sign-in.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const request = requestOf(args);
  const choices = await listChoices(request.ctx, cookieToken(args, request, 'ticket'));
  const shown = choices.ok ? choices.value : null;
  return data({ locale: request.ctx.locale, choices: shown }, { status: shown ? 200 : 410 });
}

export async function action(args: ActionFunctionArgs) {
  const request = requestOf(args);
  const form = await args.request.formData();
  const chosen = await choosePerson(request.ctx, {
    ticket: cookieToken(args, request, 'ticket'),
    personId: typed(form, 'person'),
    userAgent: args.request.headers.get('user-agent'),
  });
  return chosen.ok ? followSignIn(request, chosen.value) : refusalData(chosen.refusal, {});
}

export default function Who() {
  const { locale, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = accountsTexts(locale);
  if (!choices) return <SignInOver locale={locale} refusal={refused?.refusal ?? null} />;
  return (
    <>
      <title>{t('accounts.choose.title')}</title>
      <PageHead title={t('accounts.choose.title')} lead={t('accounts.choose.lead')} />
      <Form>
        <ChoiceGroup
          name="person"
          label={t('accounts.choose.legend')}
          choices={choices.map(({ personId, name }) => ({ value: personId, label: name }))}
          defaultValue={choices[0]?.personId}
        />
        <FormActions>
          <Button>{t('accounts.choose.submit')}</Button>
        </FormActions>
      </Form>
    </>
  );
}
