import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { committeesTexts, fileNameText, refusalText } from '../texts.ts';
import { readAttendanceImport } from '../use-cases/read-attendance-import.server.ts';
import { undoAttendanceImport } from '../use-cases/undo-attendance-import.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { batch, meeting } = valueOrThrow(await readAttendanceImport(ctx, { batchId: args.params.batchId ?? '' }), args.request);
  const { inverse, state, fileName, id } = batch;
  return {
    locale: ctx.locale,
    meetingId: meeting.id,
    batch: { id, state, fileName },
    people: (inverse?.created.length ?? 0) + (inverse?.changed.length ?? 0),
    persons: inverse?.persons.length ?? 0,
    organisations: inverse?.organisations.length ?? 0,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const undone = await undoAttendanceImport(ctx, { batchId: args.params.batchId ?? '' });
  if (undone.ok) return redirect(`/${ctx.locale}/desk/meetings/${undone.value.meetingId}?undone`);
  if (undone.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(undone.refusal, {});
}

export default function UndoImport() {
  const { locale, batch, people, persons, organisations } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const discards = batch.state === 'draft';
  const title = t(discards ? 'committees.import.discard-question' : 'committees.import.undo-question', {
    file: fileNameText(batch.fileName, locale),
  });
  const consequences = discards
    ? [{ key: 'discard', content: t('committees.import.discard-text') }]
    : [
        { key: 'people', content: t('committees.import.undo-people', { count: people }) },
        { key: 'persons', content: t('committees.import.undo-persons', { count: persons }) },
        ...(organisations > 0 ? [{ key: 'organisations', content: t('committees.import.undo-organisations') }] : []),
      ];
  return (
    <>
      <title>{title}</title>
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      <ConfirmForm
        title={title}
        consequences={consequences}
        buttons={
          <>
            <Button tone="danger">{t(discards ? 'committees.import.discard' : 'committees.import.undo')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/imports/${batch.id}`}>
              {t('committees.form.back')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
