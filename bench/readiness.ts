/**
 * Server time of the readiness matrix (200 authorities × 12 deliverables) and of the timeline's grid (60 entries), from the use case to
 * the markup, against a trivial page in the same run. `node bench/readiness.ts`.
 */
import { runUnbundled } from './deliverables/load.ts';

await runUnbundled('/bench/deliverables/measure-readiness.ts');
