/** Pages that depend on who reads them, or hold a secret, are kept by no cache, the browser's own included. */
export const headers = () => ({ 'cache-control': 'no-store' });
