import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { PageBlock } from '../domain/page-text.ts';
import { agendasTexts } from '../texts.ts';

/** What of a document is shown on its page. */
export type Previewed =
  | { kind: 'page'; lang: string; blocks: PageBlock[] }
  | { kind: 'extract'; rows: string[][]; more: number }
  | { kind: 'picture' }
  /** Shown by the browser in a window of its own. */
  | { kind: 'pdf' }
  | { kind: 'none' };

/** A document as far as a page can show it. */
export function Preview({ locale, preview, title, src }: { locale: Locale; preview: Previewed; title: string; src: string }): ReactNode {
  const t = agendasTexts(locale);
  if (preview.kind === 'pdf') return null;
  if (preview.kind === 'none') return <Notice>{t('agendas.file.no-preview')}</Notice>;
  if (preview.kind === 'picture') return <img className="document-picture" src={src} alt={title} />;
  if (preview.kind === 'page') return <PageText {...preview} />;
  const width = Math.max(1, ...preview.rows.map((row) => row.length));
  const numbered = preview.rows.map((cells, i) => ({ key: String(i), cells }));
  return (
    <>
      <Notice>{t('agendas.file.extract')}</Notice>
      {width === 1 ? (
        <div className="prose">
          {numbered.map(({ key, cells }) => (
            <p key={key}>{cells[0]}</p>
          ))}
        </div>
      ) : (
        <DataTable
          caption={title}
          captionHidden
          rows={numbered}
          rowKey={({ key }) => key}
          narrow="scroll"
          dense
          empty={null}
          columns={Array.from({ length: width }, (_, i) => ({
            key: String(i),
            header: String(i + 1),
            cell: ({ cells }: (typeof numbered)[number]) => cells[i] ?? '',
          }))}
        />
      )}
      {preview.more > 0 && <p className="quiet">…</p>}
    </>
  );
}

/** Items that follow one another are one list. */
function PageText({ lang, blocks }: { lang: string; blocks: readonly PageBlock[] }): ReactNode {
  const groups: { key: string; kind: PageBlock['kind']; texts: { key: string; text: string }[] }[] = [];
  for (const [i, { kind, text }] of blocks.entries()) {
    const last = groups.at(-1);
    const piece = { key: `${kind}-${i}`, text };
    if (last && kind === 'item' && last.kind === 'item') last.texts.push(piece);
    else groups.push({ key: `group-${i}`, kind, texts: [piece] });
  }
  return (
    <div className="prose" lang={lang}>
      {groups.map(({ key, kind, texts }) => {
        if (kind === 'heading') return <h3 key={key}>{texts[0]?.text}</h3>;
        if (kind === 'paragraph') return <p key={key}>{texts[0]?.text}</p>;
        return (
          <ul key={key}>
            {texts.map((piece) => (
              <li key={piece.key}>{piece.text}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
