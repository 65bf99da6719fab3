// The enhancements of every desk page; each finds its own markup and does nothing where there is none.
import './autosave.ts';
import './combobox.ts';
import './live.ts';
import './unsaved.ts';
