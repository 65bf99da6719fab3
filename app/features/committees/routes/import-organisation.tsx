import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { kindName, ORGANISATION_KINDS } from '#app/features/authorities/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FieldRow, Form, FormActions, HiddenValues, SelectField, TextField } from '#app/ui/forms.tsx';
import { Entries, PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import type { RegisteredOrganisation } from '../domain/recognition.ts';
import { textOf } from '../forms.ts';
import { committeesTexts, fileNameText, refusalText } from '../texts.ts';
import { organisationDetail } from '../ui/import-organisations.tsx';
import { decideAttendanceImport, type OrganisationChoice } from '../use-cases/decide-attendance-import.server.ts';
import { searchImportOrganisation } from '../use-cases/search-import-organisation.server.ts';

/** What the address names; an identifier that is none finds nothing. */
function inputOf(args: LoaderFunctionArgs) {
  const params = new URL(args.request.url).searchParams;
  const index = /^\d{1,6}$/.test(args.params.index ?? '') ? Number(args.params.index) : -1;
  const pick = params.get('pick');
  return { batchId: args.params.batchId ?? '', index, q: params.get('q'), pick: pick && /^[0-9a-f-]{36}$/i.test(pick) ? pick : null };
}

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const input = inputOf(args);
  const search = valueOrThrow(await searchImportOrganisation(ctx, input), args.request);
  return { locale: ctx.locale, q: input.q ?? search.printed, ...search };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const { batch, printed } = valueOrThrow(await searchImportOrganisation(ctx, { ...inputOf(args), q: '' }), args.request);
  const revision = Number(textOf(form, 'revision'));
  const decided = await decideAttendanceImport(ctx, {
    batchId: batch.id,
    revision,
    organisations: { [printed]: choiceOf(form) },
    rows: {},
  });
  if (decided.ok) return redirect(`/${ctx.locale}/desk/imports/${batch.id}?saved#organisations`);
  if (decided.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(decided.refusal, { name: textOf(form, 'name'), country: textOf(form, 'country'), kind: textOf(form, 'kind') });
}

/** The choice that the pressed button stands for; none takes the decision back. */
function choiceOf(form: FormData): OrganisationChoice {
  const intent = textOf(form, 'intent');
  if (intent === 'keep') return { kind: 'as-printed' };
  if (intent === 'choose') return { kind: 'registered', organisationId: textOf(form, 'organisation') };
  if (intent !== 'create') return null;
  const country = textOf(form, 'country').trim().toUpperCase();
  return { kind: 'create', name: textOf(form, 'name').trim(), organisationKind: textOf(form, 'kind'), country };
}

export default function ImportOrganisation() {
  const { locale, q, batch, printed, decision, results } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const title = t('committees.organisation.title', { printed });
  const revision = { revision: String(batch.revision) };
  const back = `/${locale}/desk/imports/${batch.id}`;
  return (
    <>
      <title>{title}</title>
      <PageHead eyebrow={fileNameText(batch.fileName, locale)} title={title} />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      <Form method="get">
        <Combobox
          name="q"
          valueName="pick"
          keepSubmit
          source={`/${locale}/organisations/search.json`}
          label={t('committees.organisation.search')}
          submit={t('committees.organisation.find')}
          defaultText={q}
        />
      </Form>
      <Results results={results} locale={locale} revision={batch.revision} />
      <Section id="otherwise" title={t('committees.organisation.create')} lead={t('committees.organisation.create-hint')} wide>
        <CreateForm printed={printed} locale={locale} revision={batch.revision} kept={refused?.kept} />
      </Section>
      <Form hidden={revision}>
        <FormActions>
          <Button tone="quiet" name="intent" value="keep">
            {t('committees.organisation.keep')}
          </Button>
          {decision && (
            <Button tone="quiet" name="intent" value="reconsider">
              {t('committees.organisation.reconsider')}
            </Button>
          )}
          <ButtonLink tone="bare" href={back}>
            {t('committees.form.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Results({ results, locale, revision }: { results: RegisteredOrganisation[]; locale: Locale; revision: number }) {
  const t = committeesTexts(locale);
  return (
    <Section id="results" title={t('committees.organisation.results', { count: results.length })} wide>
      <Entries
        items={results.map((organisation) => ({
          key: organisation.id,
          title: organisation.name,
          text: organisationDetail(organisation, locale),
          aside: (
            <form method="post">
              <HiddenValues values={{ revision: String(revision), intent: 'choose', organisation: organisation.id }} />
              <Button small tone="quiet">
                {t('committees.organisation.choose')} <span className="hidden-text">: {organisation.name}</span>
              </Button>
            </form>
          ),
        }))}
      />
    </Section>
  );
}

function CreateForm(props: {
  printed: string;
  locale: Locale;
  revision: number;
  kept: { name: string; country: string; kind: string } | undefined;
}) {
  const { printed, locale, revision, kept } = props;
  const t = committeesTexts(locale);
  return (
    <Form hidden={{ intent: 'create', revision: String(revision) }}>
      <FieldRow>
        <TextField name="name" label={t('committees.form.name')} defaultValue={kept?.name || printed} />
        <SelectField
          name="kind"
          label={t('committees.organisation.kind')}
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindName(kind, locale) }))}
          defaultValue={kept?.kind || 'association'}
        />
        <TextField
          name="country"
          width="short"
          maxLength={2}
          label={t('committees.organisation.country')}
          defaultValue={kept?.country || 'FR'}
        />
      </FieldRow>
      <FormActions>
        <Button tone="quiet">{t('committees.organisation.create')}</Button>
      </FormActions>
    </Form>
  );
}
