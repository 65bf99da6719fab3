import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { editorTexts } from '../editor-texts.ts';
import editorStyles from '../ui/editor.css?url';
import { EditorIsland } from '../ui/editor-island.tsx';
import readingStyles from '../ui/text-reading.css?url';
import { readWriting } from '../use-cases/read-writing.server.ts';

export const links = () => [readingStyles, editorStyles].map((href) => ({ rel: 'stylesheet', href }));

/** The page on which a text is written. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const read = await readWriting(ctx, args.params.text ?? '');
  // A sealed text is read: its page says that it is sealed, and by whom.
  if (!read.ok && read.refusal.code === 'texts.sealed') throw redirect(`/${ctx.locale}/desk/texts/${args.params.text}`);
  const { title, href, ...writing } = valueOrThrow(read, args.request);
  const shown = readText(title, ctx.locale);
  return { locale: ctx.locale, title: shown ?? { text: '', lang: ctx.locale }, subject: href, signIn: signInUrl(args.request), ...writing };
}

export default function EditPage(): ReactNode {
  const { locale, title, subject, text, writer, document, suggestions, signIn } = useLoaderData<typeof loader>();
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
        lead={t('texts.editor.lead')}
        actions={
          <ButtonLink tone="quiet" href={reading}>
            {t('texts.editor.back')}
          </ButtonLink>
        }
      />
      <EditorIsland {...{ locale, text, writer, document, suggestions, signIn }} />
      <script type="module" src="/enhance/text-editor.js" />
    </>
  );
}
