const EDIT = /^\/\w+\/desk\/texts\/[^/]+\/edit$/;

/** Whether a page of that path writes on a text, and so may open its socket. */
export const opensSocket = (path: string): boolean => EDIT.test(path);
