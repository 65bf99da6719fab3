import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { editorTexts } from '../editor-texts.ts';
import editorStyles from '../ui/editor.css?url';
import { EditorIsland } from '../ui/editor-island.tsx';
import { LeftOver } from '../ui/left-over.tsx';
import readingStyles from '../ui/text-reading.css?url';
import { readSealed } from '../use-cases/read-sealed.server.ts';
import { readWriting } from '../use-cases/read-writing.server.ts';

export const links = () => [readingStyles, editorStyles].map((href) => ({ rel: 'stylesheet', href }));

/** The page on which a text is written; once it is sealed, what a device still has of it and the text has not. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const textId = args.params.text ?? '';
  const read = await readWriting(ctx, textId);
  const ended = !read.ok && read.refusal.code === 'texts.sealed';
  const sealed = ended ? valueOrThrow(await readSealed(ctx, textId), args.request) : null;
  const writing = sealed ? null : valueOrThrow(read, args.request);
  const { title, href, text } = sealed ?? writing ?? never();
  const shown = readText(title, ctx.locale) ?? { text: '', lang: ctx.locale };
  return { locale: ctx.locale, title: shown, subject: href, text, signIn: signInUrl(args.request), sealed, writing };
}

function never(): never {
  throw new Error('a text is open or sealed');
}

export default function EditPage(): ReactNode {
  const { locale, title, subject, text, sealed, writing, signIn } = useLoaderData<typeof loader>();
  const t = editorTexts(locale);
  const reading = `/${locale}/desk/texts/${text.id}`;
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(text.lang) ?? text.lang;
  const name = <span lang={title.lang}>{title.text}</span>;
  return (
    <>
      <title>{t('texts.editor.title', { title: title.text })}</title>
      <Breadcrumbs
        label={t('texts.editor.path')}
        items={[{ label: name, href: subject }, { label: t('texts.editor.language', { language }) }]}
      />
      <PageHead
        eyebrow={t('texts.editor.language', { language })}
        title={name}
        lead={t(sealed ? 'texts.editor.sealed-lead' : 'texts.editor.lead')}
        actions={
          <ButtonLink tone="quiet" href={reading}>
            {t('texts.editor.back')}
          </ButtonLink>
        }
      />
      {writing && <EditorIsland {...{ locale, signIn, ...writing }} />}
      {sealed && <LeftOver {...{ locale, sealed, reading }} />}
      <script type="module" src="/enhance/text-editor.js" />
    </>
  );
}
