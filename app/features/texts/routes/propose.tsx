import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { listText } from '#app/lib/list-text.ts';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { DateField, Form, FormActions, HiddenValues, TextareaField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { dayText } from '../day-text.ts';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { sideName } from '../names.ts';
import { numberIn, typedIn } from '../typed-form.ts';
import { LifePage } from '../ui/life-page.tsx';
import { MailsPreview } from '../ui/mails-preview.tsx';
import lifeSheet from '../ui/text-life.css?url';
import { type ProposalPreview, previewProposal, proposeText } from '../use-cases/propose-text.server.ts';
import { readText } from '../use-cases/read-text.server.ts';

export const links = () => [{ rel: 'stylesheet', href: lifeSheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '' }), args.request);
  if (!page.rights.propose) notFound();
  return { locale: ctx.locale, text: { id: page.id, title: page.title }, latest: page.latest?.number ?? 0 };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const form = await args.request.formData();
  const textId = args.params.text ?? '';
  const kept = { until: typedIn(form, 'until').trim(), note: typedIn(form, 'note'), based: typedIn(form, 'based') };
  const input = { ...kept, textId, based: numberIn(form, 'based'), publicUrl };
  if (typedIn(form, 'act') === 'send') {
    const sent = await proposeText(ctx, { ...input, hash: typedIn(form, 'hash') });
    if (sent.ok) return redirect(`/${ctx.locale}/desk/texts/${textId}?done=proposed&mails=${sent.value.mails}`);
    if (sent.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
    return refusalData(sent.refusal, { ...kept, preview: null });
  }
  const preview = await previewProposal(ctx, input);
  if (preview.ok) return { refusal: undefined, kept: { ...kept, preview: preview.value } };
  if (preview.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(preview.refusal, { ...kept, preview: null });
}

export default function Propose(): ReactNode {
  const { locale, text, latest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = lifeTexts(locale);
  const kept = answer?.kept;
  const refusal = answer?.refusal;
  const message = refusal ? refusalText(t, refusal) : undefined;
  const field = refusal ? String(refusal.params?.field ?? 'until') : '';
  const preview = kept?.preview;
  return (
    <LifePage
      {...{ locale, text, refusal, field: 'until', title: t('texts.propose.title') }}
      lead={t('texts.propose.lead', { number: latest + 1 })}
    >
      <Form guardUnsaved hidden={{ act: 'preview', based: String(latest) }}>
        <DateField
          required
          name="until"
          label={t('texts.propose.until')}
          hint={t('texts.propose.until-hint')}
          defaultValue={kept?.until}
          error={field === 'until' ? message : undefined}
        />
        <TextareaField
          name="note"
          rows={3}
          label={t('texts.propose.note')}
          hint={t('texts.propose.note-hint')}
          defaultValue={kept?.note}
          error={field === 'note' ? message : undefined}
        />
        <FormActions>
          <Button tone={preview ? 'quiet' : 'main'}>{t('texts.propose.preview')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${text.id}`}>
            {t('texts.back-to-text')}
          </ButtonLink>
        </FormActions>
      </Form>
      {preview && kept && <Preview preview={preview} based={kept.based} locale={locale} />}
    </LifePage>
  );
}

function Preview({ preview, based, locale }: { preview: ProposalPreview; based: string; locale: Locale }): ReactNode {
  const t = lifeTexts(locale);
  const { until, note, hash, sides, silence, mails, remarks } = preview;
  const names = listText(
    sides.map((side) => sideName(side, locale)),
    locale,
  );
  return (
    <>
      {remarks.length > 0 && (
        <Notice tone="warning" title={t('texts.propose.remarks', { count: remarks.length })}>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section id="rules" wide title={t('texts.propose.rules')}>
        <p>{sides.length > 0 ? t('texts.propose.rule-sides', { sides: names }) : t('texts.propose.rule-nobody')}</p>
        <p>{t(silence ? 'texts.propose.rule-silence' : 'texts.propose.rule-explicit', { day: dayText(until, locale) })}</p>
      </Section>
      <MailsPreview mails={mails} locale={locale} />
      <form method="post">
        <HiddenValues values={{ act: 'send', based, until, note, hash }} />
        <FormActions>
          <Button>{t('texts.propose.send', { count: mails.recipients.length })}</Button>
        </FormActions>
      </form>
    </>
  );
}
