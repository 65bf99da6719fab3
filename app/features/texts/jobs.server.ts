export { approveBySilence } from './use-cases/approve-by-silence.server.ts';
