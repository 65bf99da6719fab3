export { minutesKind } from './text-kind.server.ts';
export { composeMinutes } from './use-cases/compose-minutes.server.ts';
