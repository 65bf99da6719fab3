import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { keptValues } from '../forms.ts';
import { readFunctionForm } from '../function-form.server.ts';
import { accountsTexts, refusalText } from '../texts.ts';
import { FunctionFields, refusedField } from '../ui/function-fields.tsx';
import { addFunction } from '../use-cases/add-function.server.ts';
import { readPerson } from '../use-cases/read-person.server.ts';

export { headers } from './no-store.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { name, person } = valueOrThrow(await readPerson(ctx, args.params.personId ?? ''), args.request);
  return { locale: ctx.locale, name, back: `/${ctx.locale}/desk/people/${person.id}` };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const personId = args.params.personId ?? '';
  const form = await args.request.formData();
  const kept = keptValues(form);
  const read = await readFunctionForm(ctx, form);
  if ('refusal' in read) return refusalData(read.refusal, { kept, choices: null });
  if ('choices' in read) return data({ refusal: null, kept: { kept, choices: read.choices } });
  const added = await addFunction(ctx, { personId, facts: read.facts });
  return added.ok ? redirect(`/${ctx.locale}/desk/people/${personId}`) : refusalData(added.refusal, { kept, choices: null });
}

export default function PersonFunction() {
  const { locale, name, back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = accountsTexts(locale);
  const message = answer?.refusal ? refusalText(t, answer.refusal) : '';
  const field = answer?.refusal ? refusedField(answer.refusal.code) : '';
  return (
    <>
      <title>{t('accounts.person.function-add')}</title>
      <PageHead title={t('accounts.person.function-add')} lead={name} />
      <ErrorSummary title={t('accounts.errors')} errors={message ? [{ name: field, message }] : []} />
      <Form guardUnsaved>
        <FunctionFields
          locale={locale}
          values={answer?.kept.kept ?? {}}
          choices={answer?.kept.choices ?? undefined}
          error={(tested) => (field === tested ? message : undefined)}
        />
        <FormActions>
          <Button name="intent" value="add">
            {t('accounts.person.function-add')}
          </Button>
          <ButtonLink tone="bare" href={back}>
            {t('accounts.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
