/** What a page can ask a browser for and the till never does. */
const NEVER_ASKED = [
  ...['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker', 'open', 'print', 'close'],
  ...['moveTo', 'moveBy', 'resizeTo', 'resizeBy'],
] as const;

const isFileField = (target: unknown): boolean =>
  target instanceof HTMLInputElement && target.type === 'file';

/**
 * Takes from the page what only leads out of it: other windows by a click with a key or another button, links to elsewhere,
 * menus, dragging, another size, file dialogs. Hosts and policies shut the same doors from outside; this holds in any browser.
 */
export function shutWaysOut(page: Window & typeof globalThis): void {
  const refuse = (event: Event) => event.preventDefault();
  const actively = { capture: true, passive: false } as const;
  page.addEventListener('contextmenu', refuse, actively);
  for (const drag of ['dragstart', 'dragover', 'drop'] as const)
    page.addEventListener(drag, event => !isTextIn(event) && refuse(event), actively);
  page.addEventListener('wheel', event => event.ctrlKey && refuse(event), actively);
  for (const click of ['click', 'auxclick'] as const)
    page.addEventListener(click, event => leadsOut(event, page) && refuse(event), actively);
  for (const name of NEVER_ASKED) Object.defineProperty(page, name, { value: () => null, writable: false });
  const { click } = page.HTMLElement.prototype;
  page.HTMLElement.prototype.click = function () {
    if (!isFileField(this)) click.call(this);
  };
  page.HTMLInputElement.prototype.showPicker = () => {};
}

function leadsOut(event: MouseEvent, page: Window): boolean {
  if (isFileField(event.target)) return true;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link) return event.button === 1;
  const isOrdinary =
    event.button === 0 && !event.ctrlKey && !event.shiftKey && !event.metaKey && !event.altKey;
  // A day's figures are saved by a link to what the page has made.
  const isOwn = link.origin === page.location.origin;
  return !isOrdinary || !isOwn || (link.target !== '' && link.target !== '_self');
}

/** Words may be dragged about in a field; nothing else is. */
function isTextIn(event: DragEvent): boolean {
  const isField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  return isField && !event.dataTransfer?.types.includes('Files');
}
