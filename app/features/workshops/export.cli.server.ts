import { ok } from '#app/lib/result.ts';
import type { Exporter } from '#app/platform/cli/exporter.ts';
import { renderPlanDocument } from './documents/plan-document.server.ts';
import type { PlanDocument } from './documents/plan-frame.ts';
import { readDistribution } from './use-cases/read-distribution.server.ts';

/** A document about the distribution over the workshops, as organisers have it: with those who have no place. */
function planExporter(document: PlanDocument, summary: string): Exporter {
  return {
    document,
    summary,
    async make(ctx, { edition, format, lang }) {
      const distribution = await readDistribution(ctx, edition, lang);
      return distribution.ok ? ok(await renderPlanDocument(document, distribution.value, { format, lang })) : distribution;
    },
  };
}

/** `export EDITION doc-7`: who speaks in each workshop, with the summaries given. */
export const doc7Exporter: Exporter = planExporter('doc-7', 'the authorities of each workshop, with the summaries of their talks');

/** `export EDITION doc-8`: the same as a short list, the two countries side by side. */
export const doc8Exporter: Exporter = planExporter('doc-8', 'the short list of authorities by workshop');
