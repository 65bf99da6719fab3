import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { comparePath, formPath } from '../../addresses.ts';
import { type Fields, readFields } from '../../domain/form/form-fields.ts';
import { differingUnits } from '../../domain/form/form-units.ts';
import { type FormPageModel, formPage } from '../../form-page.server.ts';
import { formFields } from '../../forms.ts';
import { refusalText } from '../../texts.ts';
import { DraftChoice } from '../../ui/form/draft-choice.tsx';
import { FormHead } from '../../ui/form/form-head.tsx';
import { FormBody } from '../../ui/form/form-page.tsx';
import { faultText, formTools } from '../../ui/form/form-tools.ts';
import { formWords } from '../../ui/form/form-words.ts';
import { checkForm, type FormFault } from '../../use-cases/form/check-form.server.ts';
import { openForAnswer } from '../../use-cases/form/open-for-answer.server.ts';
import { saveDraft } from '../../use-cases/form/save-draft.server.ts';
import { sendForm } from '../../use-cases/form/send-form.server.ts';

/** What was typed belongs to whoever typed it. */
export const headers = () => ({ 'cache-control': 'no-store' });

/**
 * An authority's form. `?from=draft` starts with the draft, `?from=record` with what is recorded; without either, whoever has a
 * draft is asked. `saved`, `sent`, `check` come from the action, and say what has just happened.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const query = new URL(args.request.url).searchParams;
  const from = query.get('from');
  const id = args.params.participation ?? '';
  const model = valueOrThrow(await formPage(ctx, id, from === 'draft' ? 'draft' : 'recorded'), args.request);
  const faults = query.has('check') && model.draft ? await faultsOf(ctx, id, model.fields) : [];
  const ask = from === null && model.draft !== null;
  return { locale: ctx.locale as Locale, model, faults, ask, from, saved: query.get('saved'), sent: sentOf(query, model) };
}

async function faultsOf(ctx: Ctx, id: string, fields: Fields): Promise<FormFault[]> {
  const opened = await openForAnswer(ctx, id);
  return opened.ok ? (await checkForm(ctx, opened.value, fields)).faults : [];
}

/** What the address says of the form just sent; only the record itself is believed about its number. */
function sentOf(query: URLSearchParams, { participation }: FormPageModel): 'new' | 'same' | null {
  const sent = query.get('sent');
  return participation.revision > 0 && (sent === 'new' || sent === 'same') ? sent : null;
}

/** Sends the form, or keeps it as a draft: with a word (`save`), to add a row, or to search a twin. Whatever happens, what was typed is shown again. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const participationId = args.params.participation ?? '';
  const form = await args.request.formData();
  const fields = formFields(form);
  const path = formPath(ctx.locale as Locale, participationId);
  if (form.get('do') === 'send') {
    const sent = await sendForm(ctx, { participationId, fields });
    if (!sent.ok) return shownAgain(ctx, participationId, fields, [], sent.refusal);
    const { value } = sent;
    if (value.outcome === 'overtaken') return redirect(comparePath(ctx.locale as Locale, participationId));
    if (value.outcome === 'recorded') return redirect(`${path}?from=record&sent=${value.changed ? 'new' : 'same'}`);
    await saveDraft(ctx, { participationId, fields });
    return shownAgain(ctx, participationId, fields, value.faults, null);
  }
  const saved = await saveDraft(ctx, { participationId, fields });
  if (!saved.ok) return shownAgain(ctx, participationId, fields, [], saved.refusal);
  if (form.get('do') === 'save') return redirect(`${path}?from=draft&saved=${saved.value.savedAt ? '1' : '0'}`);
  const rows = form.get('do') === 'add-contact' ? { contactRows: String(Number(fields.contactRows ?? 1) + 1) } : {};
  return shownAgain(ctx, participationId, { ...fields, ...rows }, [], null);
}

/** The page again, with everything typed. A form that is not the reader's is no page at all. */
async function shownAgain(ctx: Ctx, id: string, typed: Fields, faults: FormFault[], refusal: Refusal | null) {
  const page = await formPage(ctx, id, { typed });
  if (!page.ok) notFound();
  const status = refusal ? statusOf(refusal) : faults.length > 0 ? 422 : 200;
  return data({ model: page.value, faults, refusal }, { status });
}

export default function IntentionForm() {
  const loaded = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>();
  const { locale } = loaded;
  const model = typed?.model ?? loaded.model;
  const faults = typed?.faults ?? loaded.faults;
  const words = formWords(locale, model.view, model.organisations);
  const tools = formTools(words, model.fields, faults);
  const { t } = words;
  const errors = faults.map((fault) => ({ name: fault.field, message: faultText(words, fault) }));
  const path = formPath(locale, model.participation.id);
  return (
    <>
      <FormHead words={words} model={model} />
      <div className="stack stack-l">
        <ErrorSummary title={t('participation.form.errors')} errors={errors} />
        {typed?.refusal && (
          <Notice tone="error" live title={t('participation.form.not-sent')}>
            <p>{refusalText(t, typed.refusal)}</p>
          </Notice>
        )}
        {!typed && <Happened loaded={loaded} words={words} />}
        {loaded.ask && !typed ? (
          <DraftChoice
            words={words}
            savedAt={loaded.model.draft?.updatedAt ?? new Date(0)}
            units={draftUnits(loaded.model, locale)}
            draftHref={draftHref(loaded.model, locale)}
            recordHref={`${path}?from=record`}
          />
        ) : (
          <FormBody model={model} tools={tools} />
        )}
      </div>
    </>
  );
}

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A word about what has just been done. */
function Happened({ loaded, words }: { loaded: Loaded; words: ReturnType<typeof formWords> }) {
  const { t, instant } = words;
  const { model, sent, saved, from } = loaded;
  const { revision } = model.participation;
  if (sent === 'same')
    return (
      <Notice live title={t('participation.form.sent-same')}>
        <p>{t('participation.form.sent-same-text', { revision })}</p>
      </Notice>
    );
  if (sent === 'new')
    return (
      <Notice tone="success" live title={t('participation.form.sent', { revision })}>
        <p>{t(model.onBehalf ? 'participation.form.sent-behalf' : 'participation.form.sent-next')}</p>
      </Notice>
    );
  if (saved === '1' && model.draft) return <Notice tone="success" live title={t('participation.form.saved')} />;
  if (saved === '0') return <Notice live title={t('participation.form.saved-none')} />;
  if (from === 'draft' && model.draft)
    return <Notice title={t('participation.form.draft-shown', { when: instant(model.draft.updatedAt) })} />;
  return null;
}

function draftUnits({ recorded, draft, draftBase }: FormPageModel, locale: Locale) {
  return draft ? differingUnits(recorded, readFields(draft.fields, draftBase, locale)) : [];
}

/** A draft that was overtaken goes to the comparison first. */
function draftHref({ draft, participation }: FormPageModel, locale: Locale): string {
  const overtaken = draft !== null && draft.baseRevision !== participation.revision;
  return overtaken ? comparePath(locale, participation.id) : `${formPath(locale, participation.id)}?from=draft`;
}
