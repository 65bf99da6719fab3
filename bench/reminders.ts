/**
 * Reminders to 5,000 persons, against as many bare inserts into the outbox in the same run; then a run that is killed in the middle and
 * started again. `node bench/reminders.ts`.
 */
import { runUnbundled } from './deliverables/load.ts';

await runUnbundled('/bench/deliverables/measure-reminders.ts');
