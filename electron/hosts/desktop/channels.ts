/** The only channels between the page and the main process. */
export const CALL_CHANNEL = 'keytill:call';
export const EVENT_CHANNEL = 'keytill:event';
/** The preload script's own, which the page cannot reach: that the page is alive, and whether it shows something. */
export const ALIVE_CHANNEL = 'keytill:alive';
