export { stopRuns } from './use-cases/work-on-run.server.ts';
