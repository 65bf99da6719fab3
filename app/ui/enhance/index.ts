// The enhancements of every desk page; each finds its own markup and does nothing where there is none.
import './combobox.ts';
import './unsaved.ts';
