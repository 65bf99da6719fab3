import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { TABULAR_LIMITS } from '#app/platform/tabular/types.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FileField, Form, FormActions, TextareaField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { textOf } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { prepareImport } from '../use-cases/prepare-import.server.ts';
import { stageAttendanceImport } from '../use-cases/stage-attendance-import.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { meeting } = valueOrThrow(await prepareImport(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  return { locale: ctx.locale, meetingId: meeting.id, title: readText(meeting.title, ctx.locale), limit: TABULAR_LIMITS.bytes / 1e6 };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  // Whoever may not import has no file read at all, and one far over the limit is not read to its end.
  valueOrThrow(await prepareImport(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  const announced = Number(args.request.headers.get('content-length') ?? 0);
  if (announced > TABULAR_LIMITS.bytes * 1.5) return tooLarge(announced);
  const form = await args.request.formData();
  const file = form.get('file');
  const text = textOf(form, 'text');
  const uploaded = file instanceof File && (file.size > 0 || file.name !== '') ? file : null;
  if (!uploaded && text.trim() === '') return refusalData({ code: 'nothing-given' }, { text });
  if (uploaded && uploaded.size > TABULAR_LIMITS.bytes) return tooLarge(uploaded.size);
  const bytes = uploaded ? new Uint8Array(await uploaded.arrayBuffer()) : new TextEncoder().encode(text);
  const fileName = uploaded?.name ?? null;
  const staged = await stageAttendanceImport(ctx, { meetingId: args.params.meetingId ?? '', fileName, bytes });
  if (staged.ok) return redirect(`/${ctx.locale}/desk/imports/${staged.value.batchId}${staged.value.again ? '?again' : ''}`);
  if (staged.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(staged.refusal, { text: uploaded ? '' : text });
}

function tooLarge(size: number) {
  return refusalData(
    { code: 'tabular.too-large', params: { size: Math.round(size / 1e6), limit: TABULAR_LIMITS.bytes / 1e6 } },
    { text: '' },
  );
}

export default function ImportFile() {
  const { locale, meetingId, title, limit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const text = refused?.kept.text ?? '';
  const field = text ? 'text' : 'file';
  const message = !refused
    ? undefined
    : refused.refusal.code === 'nothing-given'
      ? t('committees.import.nothing-given')
      : refusalText(t, refused.refusal);
  return (
    <>
      <title>{t('committees.import.title')}</title>
      <PageHead eyebrow={title?.text} title={t('committees.import.title')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('committees.import.refused')} errors={message ? [{ name: field, message }] : []} />
        <Notice>{t('committees.import.lead')}</Notice>
        <Form encType="multipart/form-data" guardUnsaved>
          <FileField
            name="file"
            label={t('committees.import.file')}
            hint={t('committees.import.file-hint', { limit })}
            error={field === 'file' ? message : undefined}
            accept=".txt,.tsv,.csv,.xlsx,.docx,text/plain,text/csv"
          />
          <TextareaField
            name="text"
            rows={10}
            spellCheck={false}
            label={t('committees.import.text')}
            hint={t('committees.import.text-hint')}
            error={field === 'text' ? message : undefined}
            defaultValue={text}
          />
          <FormActions>
            <Button>{t('committees.import.read')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/meetings/${meetingId}`}>
              {t('committees.form.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
