export { publicPages } from './public-pages.server.ts';
