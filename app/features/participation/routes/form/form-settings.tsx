import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Checkbox, FieldGroup, Form, FormActions, TextField } from '#app/ui/forms.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { editionOf } from '../../doc5-texts.ts';
import { FORM_STAGES, type FormStage } from '../../domain/stages.ts';
import { keptValues, textOf } from '../../form-values.ts';
import { participationTexts, refusalText, stageText } from '../../texts.ts';
import { type FieldTools, StageFields } from '../../ui/form/stage-fields.tsx';
import { IntentionsHead } from '../../ui/list/intentions-head.tsx';
import { arrangeForm } from '../../use-cases/form/arrange-form.server.ts';
import { readFormSettings } from '../../use-cases/form/read-form-settings.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { view, settings, stages, firstDay } = valueOrThrow(await readFormSettings(ctx, args.params.edition ?? ''), args.request);
  const { slug, timeZone } = view.edition;
  return { locale: ctx.locale, slug, timeZone, firstDay, settings, stages, edition: editionOf({ view }, ctx.locale) };
}

/** A whole number as typed; NaN for anything else, which the use case refuses. */
function numberOf(form: FormData, name: string): number {
  const text = textOf(form, name).normalize('NFKC');
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const stages = FORM_STAGES.map((stage) => ({
    stage,
    opensOn: textOf(form, `opensOn.${stage}`),
    closesOn: textOf(form, `closesOn.${stage}`),
  }));
  const arranged = await arrangeForm(ctx, {
    ...{ edition, baseRevision: numberOf(form, 'revision') || 0, stages, evenFewer: form.has('evenFewer') },
    settings: {
      choiceCount: numberOf(form, 'choiceCount'),
      choicesRanked: form.has('choicesRanked'),
      talkCount: numberOf(form, 'talkCount'),
    },
  });
  if (arranged.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/intentions?saved=1`);
  if (arranged.refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
  return data({ refusal: arranged.refusal, kept: keptValues(form) }, { status: statusOf(arranged.refusal) });
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Refused = ReturnType<typeof useActionData<typeof action>>;

/** What the fields hold: what was typed goes before what stands on record. */
function toolsOf({ locale, settings, stages }: Data, refused: Refused): FieldTools & { message: string | null; wrong: string } {
  const t = participationTexts(locale);
  const stored: Record<string, string> = { choiceCount: String(settings.choiceCount), talkCount: String(settings.talkCount) };
  for (const { stage, opensOn, closesOn } of stages) {
    stored[`opensOn.${stage}`] = opensOn;
    stored[`closesOn.${stage}`] = closesOn;
  }
  const wrong = String(refused?.refusal.params?.field ?? 'choiceCount');
  const stage = refused?.refusal.params?.stage;
  const params = { ...refused?.refusal.params, ...(stage ? { stage: stageText(t, stage as FormStage) } : {}) };
  const message = refused ? (refusalText(t, { ...refused.refusal, params }) ?? t('participation.errors')) : null;
  return {
    ...{ t, locale, message, wrong },
    value: (name) => (refused ? refused.kept[name] : stored[name]),
    error: (name) => (message && wrong === name && refused?.refusal.code !== OVERTAKEN ? message : undefined),
  };
}

const OVERTAKEN = 'participation.form-changed-meanwhile';

export default function FormSettingsPage(): ReactNode {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const tools = toolsOf(page, refused);
  const { t, message, wrong } = tools;
  const { locale, slug, settings, edition } = page;
  const list = `/${locale}/desk/editions/${slug}/intentions`;
  const moveHrefs = Object.fromEntries(
    page.stages.map(({ stage }) => [stage, `/${locale}/desk/editions/${slug}/timeline/stages/${stage}`]),
  );
  const overtaken = refused?.refusal.code === OVERTAKEN;
  // After a conflict the form is based on what stands now, which the page shows.
  const revision = refused && !overtaken ? (refused.kept.revision ?? '') : String(settings.revision);
  const ranked = refused ? refused.kept.choicesRanked !== undefined : settings.choicesRanked;
  return (
    <>
      <IntentionsHead
        locale={locale}
        slug={slug}
        edition={edition}
        title={t('participation.settings.title')}
        lead={t('participation.settings.lead')}
      />
      <ErrorSummary title={t('participation.errors')} errors={message && !overtaken ? [{ name: wrong, message }] : []} />
      {overtaken && <Overtaken />}
      <Form hidden={{ revision }} guardUnsaved>
        <Asks tools={tools} ranked={ranked} fewer={refused && <Fewer refused={refused} />} />
        <StageFields tools={tools} timeZone={page.timeZone} firstDay={page.firstDay} moveHrefs={moveHrefs} />
        <FormActions>
          <Button>{t('participation.settings.save')}</Button>
          <ButtonLink tone="bare" href={list}>
            {t('participation.settings.cancel')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** How many choices and talks the form asks for; `fewer` asks whether fewer than are recorded are meant. */
function Asks({ tools, ranked, fewer }: { tools: FieldTools; ranked: boolean; fewer: ReactNode }): ReactNode {
  const { t, value, error } = tools;
  return (
    <FieldGroup legend={t('participation.settings.asks')}>
      <TextField
        name="choiceCount"
        width="short"
        inputMode="numeric"
        label={t('participation.settings.choices')}
        defaultValue={value('choiceCount')}
        error={error('choiceCount')}
      />
      {fewer}
      <Checkbox name="choicesRanked" label={t('participation.settings.ranked')} defaultChecked={ranked} />
      <TextField
        name="talkCount"
        width="short"
        inputMode="numeric"
        label={t('participation.settings.talks')}
        hint={t('participation.settings.talks-hint')}
        defaultValue={value('talkCount')}
        error={error('talkCount')}
      />
    </FieldGroup>
  );
}

/** What stands on record now, after somebody else has changed it. */
function Overtaken(): ReactNode {
  const { locale, settings, stages } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  const dates = stages.map(({ stage, opensOn, closesOn }) => `${stageText(t, stage)} ${opensOn} – ${closesOn}`);
  return (
    <Notice tone="warning" live title={t(`refusals.${OVERTAKEN}`)}>
      {[t('participation.settings.now', { choices: settings.choiceCount, talks: settings.talkCount }), ...dates].join(' ')}
    </Notice>
  );
}

/** Choices on record beyond the number asked for: kept, shown, and to be meant. */
function Fewer({ refused: { refusal, kept } }: { refused: NonNullable<Refused> }): ReactNode {
  const { locale } = useLoaderData<typeof loader>();
  const t = participationTexts(locale);
  if (refusal.code !== 'participation.fewer-choices') return null;
  return (
    <Notice
      tone="warning"
      title={t('participation.settings.fewer', { count: Number(refusal.params?.count), choices: Number(refusal.params?.choices) })}
    >
      <Checkbox name="evenFewer" label={t('participation.settings.fewer-meant')} defaultChecked={kept.evenFewer !== undefined} />
    </Notice>
  );
}
