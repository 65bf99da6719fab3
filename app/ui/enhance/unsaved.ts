/**
 * Asks before the page is left while something typed into a guarded form is not sent. A form that comes back after a refusal
 * carries `data-unsaved`: its text is unsaved from the start.
 */
function guardUnsaved(form: HTMLFormElement): void {
  let unsaved = form.hasAttribute('data-unsaved');
  form.addEventListener('input', () => {
    unsaved = true;
  });
  form.addEventListener('submit', () => {
    unsaved = false;
  });
  form.addEventListener('reset', () => {
    unsaved = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-enhance="unsaved"]')) guardUnsaved(form);
