export { joinPair } from './use-cases/join-pair.server.ts';
export { openBoard } from './use-cases/open-board.server.ts';
export { saveRooms } from './use-cases/save-rooms.server.ts';
export { saveSettings } from './use-cases/save-settings.server.ts';
export { setChair } from './use-cases/set-chair.server.ts';
