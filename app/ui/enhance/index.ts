// The enhancements of every page; each finds its own markup and does nothing where there is none.
export {};
