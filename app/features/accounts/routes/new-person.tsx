import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FieldGroup, Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { keptValues, personForm, typed } from '../forms.ts';
import { readFunctionForm } from '../function-form.server.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { FunctionFields, refusedField } from '../ui/function-fields.tsx';
import { IdentityFields } from '../ui/identity-fields.tsx';
import { createPerson } from '../use-cases/create-person.server.ts';

export { headers } from './no-store.ts';

export function loader(args: LoaderFunctionArgs) {
  return { locale: requestOf(args).ctx.locale };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const kept = keptValues(form);
  const read = await readFunctionForm(ctx, form);
  if ('refusal' in read) return refusalData(read.refusal, { kept, choices: null });
  if ('choices' in read) return data({ refusal: null, kept: { kept, choices: read.choices } });
  const mailbox = typed(form, 'mailbox').trim();
  const created = await createPerson(ctx, { facts: personForm(form), mailboxes: mailbox ? [mailbox] : [], function: read.facts });
  return created.ok ? redirect(`/${ctx.locale}/desk/people/${created.value}`) : refusalData(created.refusal, { kept, choices: null });
}

export default function NewPerson() {
  const { locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const values = answer?.kept.kept ?? {};
  const message = answer?.refusal ? refusalText(t, answer.refusal) : '';
  const field = answer?.refusal ? refusedField(answer.refusal.code) : '';
  const error = (name: string) => (field === name ? message : undefined);
  return (
    <>
      <title>{t('accounts.person.new')}</title>
      <PageHead title={t('accounts.person.new')} />
      <ErrorSummary title={t('accounts.errors')} errors={message ? [{ name: field, message }] : []} />
      <Form guardUnsaved>
        <IdentityFields locale={locale} values={values} error={error('family-name')} />
        <TextField
          name="mailbox"
          type="email"
          mark={t('accounts.person.optional')}
          label={t('accounts.person.mailbox')}
          defaultValue={values.mailbox}
          error={error('mailbox')}
        />
        <FieldGroup legend={t('accounts.person.function-title')}>
          <FunctionFields locale={locale} values={values} choices={answer?.kept.choices ?? undefined} error={error} />
        </FieldGroup>
        <FormActions>
          <Button name="intent" value="add">
            {t('accounts.person.create')}
          </Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/people`}>
            {t('accounts.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
