export { minutesKind } from './text-kind.server.ts';
