import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { differences } from '../domain/differences.ts';
import { displayName } from '../domain/display-name.ts';
import { nativeName } from '../domain/organisation.ts';
import { factsForm, factsValues, keptValues, refusedField, typed, withMoreRows } from '../forms.ts';
import { kindName } from '../kind-name.ts';
import { authoritiesTexts, countryName, refusalText } from '../texts.ts';
import { Conflict } from '../ui/conflict.tsx';
import { FigureFields, MoreNames, NameFields } from '../ui/organisation-fields.tsx';
import { OrganisationMarks } from '../ui/organisation-marks.tsx';
import { RecordFacts, RecordNames, RecordOrigin } from '../ui/record-sections.tsx';
import { editOrganisation } from '../use-cases/edit-organisation.server.ts';
import { readOrganisation } from '../use-cases/read-organisation.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const record = valueOrThrow(await readOrganisation(ctx, args.params.slug ?? ''), args.request);
  const params = new URL(args.request.url).searchParams;
  const done = params.has('created') ? 'created' : params.has('saved') ? 'saved' : null;
  return { locale: ctx.locale, record, done } as const;
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const slug = args.params.slug ?? '';
  const form = await args.request.formData();
  const record = valueOrThrow(await readOrganisation(ctx, slug), args.request);
  const kept = keptValues(form);
  if (typed(form, 'intent') === 'more-names') return data({ refusal: null, kept: { values: withMoreRows(kept), conflict: null } });
  const facts = factsForm(form);
  const edited = await editOrganisation(ctx, { ...facts, id: record.id, seen: typed(form, 'seen') });
  if (edited.ok) return redirect(`/${ctx.locale}/desk/authorities/${slug}?saved`);
  const conflict = edited.refusal.code === 'conflict' ? { found: differences(record, facts), revision: record.revision } : null;
  return refusalData(edited.refusal, { values: kept, conflict });
}

export default function Organisation() {
  const { locale, record, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = authoritiesTexts(locale);
  const name = displayName(record.names, locale);
  const native = nativeName(record.names, record.country);
  const message = answer?.refusal && !answer.kept.conflict ? refusalText(t, answer.refusal) : '';
  const field = answer?.refusal ? refusedField(answer.refusal, answer.kept.values) : '';
  return (
    <>
      <title>{name.text}</title>
      <Breadcrumbs
        label={t('authorities.record.way')}
        items={[{ label: t('authorities.list.title'), href: `/${locale}/desk/authorities` }, { label: name.text }]}
      />
      <PageHead
        eyebrow={`${kindName(record.kind, locale)} · ${countryName(record.country, locale)}`}
        title={name.text}
        titleLang={name.lang || undefined}
        alternates={native && native.name !== name.text ? [{ lang: native.lang === 'und' ? '' : native.lang, text: native.name }] : []}
      >
        <OrganisationMarks of={record} locale={locale} />
      </PageHead>
      {done && !answer ? <Notice tone="success" live title={t(`authorities.record.${done}`)} /> : null}
      <ErrorSummary title={t('authorities.form.errors')} errors={message ? [{ name: field, message }] : []} />
      {answer?.kept.conflict ? <Conflict locale={locale} found={answer.kept.conflict.found} /> : null}
      <RecordFacts record={record} locale={locale} />
      <RecordNames record={record} locale={locale} />
      <RecordOrigin record={record} locale={locale} />
      {record.mayEdit && (
        <EditForm
          seen={answer?.kept.conflict?.revision ?? answer?.kept.values.seen ?? record.revision}
          values={answer?.kept.values ?? factsValues(record)}
          error={(at) => (field === at && message ? message : undefined)}
        />
      )}
    </>
  );
}

type EditFormProps = { seen: string; values: Record<string, string>; error: (field: string) => string | undefined };

/** The form keeps the revision that its editor saw first, through refusals too. */
function EditForm({ seen, values, error }: EditFormProps) {
  const { locale } = useLoaderData<typeof loader>();
  const t = authoritiesTexts(locale);
  return (
    <Section id="edit" title={t('authorities.record.edit')} lead={t('authorities.record.edit-lead')} wide>
      <Form hidden={{ seen }} guardUnsaved>
        <NameFields locale={locale} values={values} error={error} />
        <FigureFields locale={locale} values={values} error={error} />
        <FormActions>
          <Button>{t('authorities.record.save')}</Button>
          <MoreNames locale={locale} />
        </FormActions>
      </Form>
    </Section>
  );
}
