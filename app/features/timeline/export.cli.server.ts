import { ok } from '#app/lib/result.ts';
import type { Exporter } from '#app/platform/cli/exporter.ts';
import { renderDoc10 } from './documents/doc-10.server.ts';
import { readTimeline } from './use-cases/read-timeline.server.ts';

/** `export EDITION doc-10`: the timeline of the preparation as a grid. */
export const doc10Exporter: Exporter = {
  document: 'doc-10',
  summary: 'the timeline of meetings and deadlines as a grid',
  async make(ctx, { edition, format, lang }) {
    const timeline = await readTimeline(ctx, edition);
    return timeline.ok ? ok(await renderDoc10(timeline.value, { format, lang })) : timeline;
  },
};
