import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { agendaModel, languageShort } from '../agenda-model.server.ts';
import { faultText, fileFault } from '../documents/file-parts.server.ts';
import { fileFor } from '../domain/document.ts';
import { pageBlocks } from '../domain/page-text.ts';
import { agendasTexts } from '../texts.ts';
import stylesheet from '../ui/agendas.css?url';
import { Preview, type Previewed } from '../ui/preview.tsx';
import { readDocument, readExtract } from '../use-cases/read-meeting-file.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** One document of the file, looked at before it is downloaded. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { locale } = ctx;
  const { meetingId = '', document: id = '' } = args.params;
  const { view, document } = valueOrThrow(await readDocument(ctx, meetingId, id), args.request);
  const { head, documents } = agendaModel(ctx, view);
  const fault = await fileFault(document, locale);
  return {
    ...{ locale, head, shown: documents.find((one) => one.id === id), preview: await previewOf(document, locale) },
    fault: fault && faultText(document, fault, locale),
    files: document.files.map(({ name, lang }) => ({ name, lang, language: languageShort(lang, locale) })),
  };
}

type Document = Extract<Awaited<ReturnType<typeof readDocument>>, { ok: true }>['value']['document'];

async function previewOf(document: Document, locale: Parameters<typeof fileFor>[1]): Promise<Previewed> {
  if (document.kind === 'page') {
    const body = readText(document.body, locale);
    return { kind: 'page', lang: body?.lang ?? locale, blocks: pageBlocks(body?.text ?? '') };
  }
  if (document.kind === 'generated') return { kind: 'pdf' };
  const file = fileFor(document.files, locale);
  if (file?.type.startsWith('image/')) return { kind: 'picture' };
  if (file?.type === 'application/pdf') return { kind: 'pdf' };
  const extract = file && (await readExtract(file));
  return extract ? { kind: 'extract', ...extract } : { kind: 'none' };
}

export default function PreviewPage(): ReactNode {
  const { locale, head, shown, preview, fault, files } = useLoaderData<typeof loader>();
  const t = agendasTexts(locale);
  const content = `/${locale}/desk/meetings/${head.id}/documents/${shown?.id}/content`;
  return (
    <MeetingFrame {...{ locale, head, current: 'agenda', page: shown?.full }}>
      <Section id="document" title={shown?.full} wide>
        <div className="stack">
          <p className="cluster">
            {preview.kind === 'pdf' && (
              <ButtonLink icon="external" href={`${content}?show=1`}>
                {t('agendas.documents.preview')}
              </ButtonLink>
            )}
            {(files.length > 0 ? files : [{ name: t('agendas.file.download'), lang: '', language: '' }]).map(({ name, lang, language }) => (
              <ButtonLink key={lang} tone="quiet" icon="download" download href={lang ? `${content}?only=${lang}` : content}>
                {language ? `${name} (${language})` : name}
              </ButtonLink>
            ))}
            <ButtonLink tone="bare" href={`/${locale}/desk/meetings/${head.id}/file`}>
              {t('agendas.file.open')}
            </ButtonLink>
          </p>
          {fault && <Notice tone="warning">{fault}</Notice>}
          <Preview {...{ locale, preview, title: shown?.full ?? '', src: `${content}?show=1` }} />
        </div>
      </Section>
    </MeetingFrame>
  );
}
