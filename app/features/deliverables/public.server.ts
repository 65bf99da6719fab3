export { gatherReadiness } from './gather-readiness.server.ts';
export { reminderPersonalData } from './personal-data.server.ts';
export { markCells } from './use-cases/mark-cells.server.ts';
