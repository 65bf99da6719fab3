import type { LoaderFunctionArgs } from 'react-router';
import { renderCsv } from '#app/platform/documents/csv.ts';
import { renderXlsx } from '#app/platform/documents/office.server.ts';
import type { Sheet } from '#app/platform/documents/tabular.ts';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, valueOrThrow } from '#app/platform/http/respond.ts';
import { listSheet, matrixSheet } from '../documents/readiness-sheets.ts';
import { readReadinessFilter } from '../domain/readiness-filter.ts';
import { listModel } from '../list-model.server.ts';
import { matrixModel } from '../matrix-model.server.ts';
import { deliverablesTexts } from '../texts.ts';
import { readCells } from '../use-cases/read-cells.server.ts';
import { readReadiness } from '../use-cases/read-readiness.server.ts';

const TYPES = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8' } as const;

/** The matrix or the list as a file: what its page shows with the same filters, to the same reader. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const { edition: slug = '', what, format } = args.params;
  if ((format !== 'xlsx' && format !== 'csv') || (what !== 'matrix' && what !== 'list')) notFound();
  const filter = readReadinessFilter(new URL(args.request.url).searchParams);
  const made = what === 'matrix' ? await matrixOf() : await listOf();
  const t = deliverablesTexts(ctx.locale);
  const { sheet, edition, today } = made;
  const bytes =
    format === 'csv'
      ? renderCsv(sheet, { lang: ctx.locale })
      : await renderXlsx({
          lang: ctx.locale,
          title: `${t('deliverables.title')} · ${edition}`,
          author: edition,
          date: today,
          sheets: [sheet],
        });
  return downloadResponse(bytes, {
    name: `${slug}_${t('deliverables.file-name')}_${today}.${format}`,
    ...{ plain: `${slug}_readiness_${today}.${format}`, type: TYPES[format] },
  });

  async function matrixOf(): Promise<{ sheet: Sheet; edition: string; today: string }> {
    const shown = valueOrThrow(await readReadiness(ctx, slug, filter), args.request);
    const model = matrixModel(shown, ctx.locale);
    return { sheet: matrixSheet(model), edition: model.edition.text, today: shown.today };
  }
  async function listOf(): Promise<{ sheet: Sheet; edition: string; today: string }> {
    const model = listModel(valueOrThrow(await readCells(ctx, slug, filter), args.request), ctx.locale);
    return { sheet: listSheet(model), edition: model.edition.text, today: model.today };
  }
}
