import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Entries, Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { HiddenText, LocalisedRun } from '#app/ui/text.tsx';
import { agendaModel } from '../agenda-model.server.ts';
import { faultText, fileFault } from '../documents/file-parts.server.ts';
import { agendasTexts, languageName } from '../texts.ts';
import { AgendaItems } from '../ui/agenda-lists.tsx';
import { readAgenda } from '../use-cases/read-agenda.server.ts';

/** The file of participants as a page: agenda and documents to look at one by one, and the whole as one PDF or a ZIP. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readAgenda(ctx, args.params.meetingId ?? ''), args.request);
  const model = agendaModel(ctx, view);
  const faults: Record<string, string> = {};
  for (const document of view.documents) {
    const fault = await fileFault(document, ctx.locale);
    if (fault) faults[document.id] = faultText(document, fault, ctx.locale);
  }
  // Here it is read, not written.
  return { model: { ...model, mayEdit: false }, faults };
}

export default function FilePage(): ReactNode {
  const { model, faults } = useLoaderData<typeof loader>();
  const { locale, head, documents } = model;
  const t = agendasTexts(locale);
  const here = `/${locale}/desk/meetings/${head.id}`;
  const count = Object.keys(faults).length;
  return (
    <MeetingFrame {...{ locale, head, current: 'agenda', page: t('agendas.file.title') }}>
      <Section id="whole" title={t('agendas.file.title')} lead={t('agendas.file.lead')} wide>
        <div className="stack">
          <Downloads locale={locale} here={here} />
          {count > 0 && <Notice tone="warning">{t('agendas.file.trouble', { count })}</Notice>}
        </div>
      </Section>
      <Section id="agenda" title={t('agendas.title')} wide>
        <AgendaItems model={model} />
      </Section>
      <Section id="documents" title={t('agendas.documents.title')} wide>
        {documents.length === 0 ? (
          <EmptyState title={t('agendas.documents.empty')}>{t('agendas.documents.empty-text')}</EmptyState>
        ) : (
          <Entries
            numbered
            items={documents.map(({ id, number, title, kindText, full }) => ({
              ...{ key: id, number, title: title && <LocalisedRun value={title} />, href: `${here}/file/${id}` },
              text: faults[id] ?? kindText,
              aside: <OneDownload locale={locale} href={`${here}/documents/${id}/content`} title={full} />,
            }))}
          />
        )}
      </Section>
    </MeetingFrame>
  );
}

/** The whole as one PDF and as a ZIP, in each language, the reader's first. */
function Downloads({ locale, here }: { locale: Locale; here: string }): ReactNode {
  const t = agendasTexts(locale);
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return (
    <div className="stack stack-s">
      {(['pdf', 'zip'] as const).map((format) => (
        <p key={format} className="cluster">
          {languages.map((lang, i) => (
            <ButtonLink
              key={lang}
              download
              icon="download"
              tone={format === 'pdf' && i === 0 ? 'main' : 'quiet'}
              href={`${here}/file/download/${format}?lang=${lang}`}
            >
              {t(`agendas.file.${format}`, { language: languageName(lang, locale) })}
            </ButtonLink>
          ))}
        </p>
      ))}
    </div>
  );
}

function OneDownload({ locale, href, title }: { locale: Locale; href: string; title: string }): ReactNode {
  const t = agendasTexts(locale);
  return (
    <ButtonLink small tone="quiet" download href={href}>
      <span aria-hidden="true">{t('agendas.file.download')}</span>
      <HiddenText>{t('agendas.file.download-named', { title })}</HiddenText>
    </ButtonLink>
  );
}
